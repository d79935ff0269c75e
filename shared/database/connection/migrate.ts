import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, isMissingTable } from './away';
import { demandDirect } from './demand-direct';
import { onOneConnection, settingsOf, type Target } from './one-connection';
import type { Sql, TransactionSql } from './options';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Keeps two deploys from migrating at once. Any number works if it never changes. */
const ADVISORY_LOCK = 7_238_401;
/** Longer than a migration of a large table takes. */
const LOCK_WAIT_SECONDS = 600;
const LOCK_TIMEOUT_SECONDS = 5;

/** Another migrator has had the lock for ten minutes. */
export class MigrationUnderWay extends Error {
  override readonly name = 'MigrationUnderWay';

  constructor() {
    super('Another migration has been under way for ten minutes. Run this again when it has ended.');
  }
}

/** Reads the `NNNN_name.sql` files in order. Throws if a name is wrong, or a number is missing or repeated. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file, index) => {
      const match = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file);
      if (Number(match?.[1]) !== index + 1)
        throw new Error(`${file}: expected a migration numbered ${index + 1}`);
      return {
        version: index + 1,
        name: String(match?.[2]),
        sql: await readFile(join(folder, file), 'utf8'),
      };
    }),
  );
}

const notApplied = (migrations: readonly Migration[], applied: readonly { version: number }[]): Migration[] =>
  migrations.filter(({ version }) => !applied.some((row) => row.version === version));

/**
 * Keeps other migrations and grants away until the end of the transaction, which also ends if this process dies. Sets the
 * time limits of the rest of the transaction. Throws `MigrationUnderWay`.
 */
export async function takeMigrationLock(tx: TransactionSql): Promise<void> {
  await tx.unsafe(`set local statement_timeout = 0; set local lock_timeout = '${LOCK_WAIT_SECONDS}s'`);
  await tx`select pg_advisory_xact_lock(${ADVISORY_LOCK})`.catch((error: unknown) => {
    throw codeOf(error) === '55P03' ? new MigrationUnderWay() : error;
  });
  // Everything else queues behind a migration that waits for a lock, so it is better to fail and be run again.
  await tx.unsafe(`set local lock_timeout = '${LOCK_TIMEOUT_SECONDS}s'`);
}

/** Applies the first missing migration. Returns `undefined` if there is none, also because another migrator applied it. */
const applyNext = (sql: Sql, migrations: readonly Migration[]): Promise<Migration | undefined> =>
  sql.begin(async (tx) => {
    await takeMigrationLock(tx);
    await tx`
      create table if not exists schema_migrations (
        version integer primary key,
        name text not null,
        applied_at timestamptz not null default now()
      )`;
    // Only now, because another migrator may have had the lock until now.
    const applied = await tx<{ version: number }[]>`select version from schema_migrations`;
    const [next] = notApplied(migrations, applied);
    if (next === undefined) return undefined;
    await tx.unsafe(next.sql);
    await tx`insert into schema_migrations (version, name) values (${next.version}, ${next.name})`;
    return next;
  });

/**
 * Brings the database up to date: forward only, each migration in its own transaction, under a lock that ends with it. Safe
 * to repeat and to run twice at once: two migrators take turns. Returns the migrations that this one applied. Throws
 * `ThroughPooler` and `MigrationUnderWay`.
 */
export async function migrate(target: Target, migrations: readonly Migration[]): Promise<Migration[]> {
  await demandDirect(settingsOf(target));
  return onOneConnection(target, async (sql) => {
    // Otherwise, Postgres notices only after the statement that this process is gone, and keeps the lock. Not known on Windows.
    await sql`set client_connection_check_interval = '1s'`.catch(() => undefined);
    const applied: Migration[] = [];
    for (;;) {
      const next = await applyNext(sql, migrations);
      if (next === undefined) return applied;
      applied.push(next);
    }
  });
}

/** Returns the migrations that `migrate` would apply. Changes nothing. */
export const planMigrations = (target: Target, migrations: readonly Migration[]): Promise<Migration[]> =>
  onOneConnection(target, async (sql) => {
    const applied = await sql<{ version: number }[]>`select version from schema_migrations`.catch(
      (error: unknown) => {
        if (isMissingTable(error)) return [];
        throw error;
      },
    );
    return notApplied(migrations, applied);
  });
