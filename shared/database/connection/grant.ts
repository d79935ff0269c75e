import type { ConnectionSettings } from './options';
import { ADVISORY_LOCK, onOneConnection } from './migrate';

/** A role that does not exist cannot be granted anything; its message names the role. */
export class NoSuchRole extends Error {
  override readonly name = 'NoSuchRole';

  constructor(role: string) {
    super(`There is no role ${role} in this database. Roles are made before they are granted anything.`);
  }
}

/**
 * A name as Postgres reads it whatever is in it. Logins by IAM are named like e-mail addresses, and postgres.js would take
 * their dots for those between a schema and a table.
 */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What the functions do: read and write rows. None of it makes, changes or drops a table. */
const statements = (roles: string): readonly string[] => [
  'revoke create on schema public from public',
  `grant usage on schema public to ${roles}`,
  `grant select, insert, update, delete on all tables in schema public to ${roles}`,
  // What was migrated is read by the functions and written by this command alone.
  `revoke insert, update, delete on schema_migrations from ${roles}`,
  `grant usage on all sequences in schema public to ${roles}`,
  `grant execute on all functions in schema public to ${roles}`,
  // Of later migrations, as long as the same role runs them.
  `alter default privileges in schema public grant select, insert, update, delete on tables to ${roles}`,
  `alter default privileges in schema public grant usage on sequences to ${roles}`,
  `alter default privileges in schema public grant execute on functions to ${roles}`,
];

/**
 * Gives the functions' logins what they need to do the product's work and nothing with which they could change the schema,
 * all or nothing. Safe to repeat. Throws `NoSuchRole`.
 */
export const grantTo = (way: string | ConnectionSettings, roles: readonly string[]): Promise<void> =>
  onOneConnection(way, async (sql) => {
    const known = await sql<
      { rolname: string }[]
    >`select rolname from pg_roles where rolname = any(${[...roles]})`;
    const missing = roles.find((role) => !known.some(({ rolname }) => rolname === role));
    if (missing !== undefined) throw new NoSuchRole(missing);
    const names = roles.map(quoted).join(', ');
    await sql.begin(async (tx) => {
      // Two that grant at once would disturb each other in the catalogue.
      await tx`select pg_advisory_xact_lock(${ADVISORY_LOCK})`;
      await tx.unsafe(statements(names).join(';\n'));
    });
  });
