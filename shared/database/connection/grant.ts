import type { ConnectionSettings } from './options';
import { ADVISORY_LOCK, lockMigrations, onOneConnection } from './migrate';

/** The role named in the message does not exist, so it can't be granted anything. */
export class NoSuchRole extends Error {
  override readonly name = 'NoSuchRole';

  constructor(role: string) {
    super(`There is no role ${role} in this database. Create it before you grant it anything.`);
  }
}

/** For each table, the verbs that a login may use on it, as in `select insert`. */
export type Grants = Readonly<Record<string, string>>;

/** A login, and what it may do. */
export interface RoleGrants {
  readonly role: string;
  readonly grants: Grants;
}

/** What a login needs that does the work of several functions. */
export function joinGrants(all: readonly Grants[]): Grants {
  const joined: Record<string, string> = {};
  for (const [table, verbs] of all.flatMap((grants) => Object.entries(grants)))
    joined[table] = [...new Set([...(joined[table]?.split(' ') ?? []), ...verbs.split(' ')])].join(' ');
  return joined;
}

/**
 * Quotes a name, whatever is in it. IAM logins are named like e-mail addresses, and postgres.js would read their dots
 * as the dot between a schema and a table.
 */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Takes everything from a login, also what earlier releases granted on all tables, then grants what it needs by name. */
const statements = ({ role: name, grants }: RoleGrants): readonly string[] => {
  const role = quoted(name);
  return [
    ...['tables', 'sequences', 'functions'].flatMap((what) => [
      `revoke all on all ${what} in schema public from ${role}`,
      `alter default privileges in schema public revoke all on ${what} from ${role}`,
    ]),
    `grant usage on schema public to ${role}`,
    `grant execute on all functions in schema public to ${role}`,
    ...Object.entries(grants).map(
      ([table, verbs]) => `grant ${verbs.replaceAll(' ', ', ')} on ${quoted(table)} to ${role}`,
    ),
  ];
};

/**
 * Gives each login what its function's statements need, and no right to change the schema. Grants all or nothing, and is
 * safe to repeat. A table of a later migration is granted when this runs again. The owner of the schema keeps every right, so
 * that it can migrate. Throws `NoSuchRole`.
 */
export const grantTo = (target: string | ConnectionSettings, all: readonly RoleGrants[]): Promise<void> =>
  onOneConnection(target, async (sql) => {
    const roles = all.map(({ role }) => role);
    const known = await sql<
      { rolname: string; isOwner: boolean }[]
    >`select rolname, rolname = current_user as "isOwner" from pg_roles where rolname = any(${roles})`;
    const missing = roles.find((role) => !known.some(({ rolname }) => rolname === role));
    if (missing !== undefined) throw new NoSuchRole(missing);
    await sql.begin(async (tx) => {
      // Two grants at once would conflict in the catalog.
      await lockMigrations(() => tx`select pg_try_advisory_xact_lock(${ADVISORY_LOCK}) as taken`);
      const others = all.filter(
        ({ role }) => !known.some(({ rolname, isOwner }) => isOwner && rolname === role),
      );
      await tx.unsafe(
        ['revoke create on schema public from public', ...others.flatMap(statements)].join(';\n'),
      );
    });
  });
