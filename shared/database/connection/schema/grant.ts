import { codeOf } from '../away';
import { demandDirect } from './demand-direct';
import { takeMigrationLock } from './migrate';
import { onOneConnection, settingsOf, type Target } from '../one-connection';
import { JIT, LOCK_TIMEOUT_MS, STATEMENT_TIMEOUT_MS } from '../options';

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
const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Takes everything from a login, also what earlier releases granted on all tables, then grants what it needs by name. */
const statements = ({ role: name, grants }: RoleGrants): readonly string[] => {
  const role = quotedName(name);
  return [
    ...['tables', 'sequences', 'functions'].flatMap((what) => [
      `revoke all on all ${what} in schema public from ${role}`,
      `alter default privileges in schema public revoke all on ${what} from ${role}`,
    ]),
    `grant usage on schema public to ${role}`,
    `grant execute on all functions in schema public to ${role}`,
    ...Object.entries(grants).map(
      ([table, verbs]) => `grant ${verbs.replaceAll(' ', ', ')} on ${quotedName(table)} to ${role}`,
    ),
  ];
};

/**
 * Gives each login what its function's statements need, and no right to change the schema. Grants all or nothing, and is
 * safe to repeat. A table of a later migration is granted when this runs again. The owner of the schema keeps every right, so
 * that it can migrate. Throws `NoSuchRole`, `ThroughPooler` and `MigrationUnderWay`.
 */
export async function grantTo(target: Target, all: readonly RoleGrants[]): Promise<void> {
  await demandDirect(settingsOf(target));
  await onOneConnection(target, async (sql) => {
    const roles = all.map(({ role }) => role);
    const known = await sql<
      { rolname: string; isOwner: boolean }[]
    >`select rolname, rolname = current_user as "isOwner" from pg_roles where rolname = any(${roles})`;
    const missing = roles.find((role) => !known.some(({ rolname }) => rolname === role));
    if (missing !== undefined) throw new NoSuchRole(missing);
    await sql.begin(async (tx) => {
      // Two grants at once would conflict in the catalog.
      await takeMigrationLock(tx, 'pg_try_advisory_xact_lock');
      const others = all.filter(
        ({ role }) => !known.some(({ rolname, isOwner }) => isOwner && rolname === role),
      );
      await tx.unsafe(
        ['revoke create on schema public from public', ...others.flatMap(statements)].join(';\n'),
      );
    });
  });
}

/** The limits that a session needs. A pooler serves all functions by one login, so every statement gets an IPN's lock limit. */
const LIMITS = {
  statement_timeout: `${STATEMENT_TIMEOUT_MS}ms`,
  lock_timeout: `${LOCK_TIMEOUT_MS}ms`,
  jit: JIT,
};

/** The login that migrates may not set the limits of another one. The message says what to run instead. */
export class LimitsRefused extends Error {
  override readonly name = 'LimitsRefused';

  constructor(statements: readonly string[]) {
    super(
      `This login may not set the time limits of the functions' login. Run as that login, or as an administrator:\n  ${statements.join(';\n  ')};`,
    );
  }
}

const statementsFor = (role: string, database: string): string[] =>
  Object.entries(LIMITS).map(
    ([name, value]) =>
      `alter role ${quotedName(role)} in database ${quotedName(database)} set ${name} = '${value}'`,
  );

/**
 * Lets each new session of these logins begin with the product's time limits, because a pooler passes on none that a client
 * asks for. Safe to repeat. Throws `LimitsRefused`.
 */
export const setTimeLimits = (target: Target, roles: readonly string[]): Promise<void> =>
  onOneConnection(target, async (sql) => {
    const [row] = await sql<{ name: string }[]>`select current_database() as name`;
    const statements = roles.flatMap((role) => statementsFor(role, row?.name ?? ''));
    await sql
      .begin((tx) => tx.unsafe(statements.join(';\n')))
      .catch((error: unknown) => {
        throw codeOf(error) === '42501' ? new LimitsRefused(statements) : error;
      });
  });

/** Returns the role behind the user of a URL: Supavisor, the pooler of Supabase, knows it as `role.project`. */
export const roleBehind = (target: Target, user: string): Promise<string> =>
  onOneConnection(target, async (sql) => {
    const withoutProject = user.replace(/\.[^.]*$/, '');
    const rows = await sql<{ name: string }[]>`
      select rolname as name from pg_roles where rolname in (${user}, ${withoutProject})
      order by rolname = ${user} desc limit 1`;
    return rows[0]?.name ?? user;
  });
