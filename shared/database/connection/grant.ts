import type { ConnectionSettings } from './options';
import { ADVISORY_LOCK, onOneConnection } from './migrate';

/** The role named in the message does not exist, so it can't be granted anything. */
export class NoSuchRole extends Error {
  override readonly name = 'NoSuchRole';

  constructor(role: string) {
    super(`There is no role ${role} in this database. Create it before you grant it anything.`);
  }
}

/**
 * Quotes a name, whatever is in it. IAM logins are named like e-mail addresses, and postgres.js would read their dots
 * as the dot between a schema and a table.
 */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The rights that the functions need: to read and write rows. None of them creates, changes or drops a table. */
const statements = (roles: string): readonly string[] => [
  'revoke create on schema public from public',
  `grant usage on schema public to ${roles}`,
  `grant select, insert, update, delete on all tables in schema public to ${roles}`,
  // The functions read which migrations ran. Only the role that migrates writes it.
  `revoke insert, update, delete on schema_migrations from ${roles}`,
  `grant usage on all sequences in schema public to ${roles}`,
  `grant execute on all functions in schema public to ${roles}`,
  // Covers later migrations, as long as the same role runs them.
  `alter default privileges in schema public grant select, insert, update, delete on tables to ${roles}`,
  `alter default privileges in schema public grant usage on sequences to ${roles}`,
  `alter default privileges in schema public grant execute on functions to ${roles}`,
];

/**
 * Gives the functions' logins what they need to do the product's work, but no right to change the schema. Grants all
 * or nothing, and is safe to repeat. Throws `NoSuchRole`.
 */
export const grantTo = (target: string | ConnectionSettings, roles: readonly string[]): Promise<void> =>
  onOneConnection(target, async (sql) => {
    const known = await sql<
      { rolname: string }[]
    >`select rolname from pg_roles where rolname = any(${[...roles]})`;
    const missing = roles.find((role) => !known.some(({ rolname }) => rolname === role));
    if (missing !== undefined) throw new NoSuchRole(missing);
    const names = roles.map(quoted).join(', ');
    await sql.begin(async (tx) => {
      // Two grants at once would conflict in the catalog.
      await tx`select pg_advisory_xact_lock(${ADVISORY_LOCK})`;
      await tx.unsafe(statements(names).join(';\n'));
    });
  });
