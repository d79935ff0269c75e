import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMissingTable } from '../away';
import { demandDirect } from './demand-direct';
import { onOneConnection, settingsOf, type Target } from '../one-connection';
import type { Sql } from '../options';
import { applyMigration, type Migration } from './apply-migration';
import { NO_REPORT, sessionsHolding, type WaitReport } from './report-wait';

/** Keeps two deploys from migrating at once. Any number works if it never changes. */
const ADVISORY_LOCK = 7_238_401;
const LOCK_AGAIN_MS = 500;
/** Longer than a migration of a large table takes. */
const LOCK_WAIT_MS = 600_000;

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

/** Takes the lock of migrations: the session's until it ends, or the transaction's. */
type Lock = 'pg_try_advisory_lock' | 'pg_try_advisory_xact_lock';

/**
 * Keeps other migrations and grants away for as long as the lock holds; it also ends if this process dies. Asks again and
 * again, because a statement that waits for it would keep an index from being finished, which waits for every older
 * statement. Throws `MigrationUnderWay`.
 */
export async function takeMigrationLock(
  sql: Pick<Sql, 'unsafe'>,
  lock: Lock,
  { onWait, afterMs }: WaitReport = NO_REPORT,
): Promise<void> {
  const startedAt = performance.now();
  let isReported = false;
  for (;;) {
    const [row] = await sql.unsafe<{ taken: boolean }[]>(`select ${lock}(${ADVISORY_LOCK}) as taken`);
    if (row?.taken === true) return;
    const waitedMs = performance.now() - startedAt;
    if (waitedMs > LOCK_WAIT_MS) throw new MigrationUnderWay();
    if (!isReported && waitedMs >= afterMs) {
      isReported = true;
      onWait('another migration or grant', await sessionsHolding(sql, ADVISORY_LOCK));
    }
    await sleep(LOCK_AGAIN_MS);
  }
}

const notApplied = (migrations: readonly Migration[], applied: readonly { version: number }[]): Migration[] =>
  migrations.filter(({ version }) => !applied.some((row) => row.version === version));

/**
 * Brings the database up to date: forward only, each migration in its own transaction, after its indexes, under a lock of
 * this session, because indexes are built outside of transactions. Safe to repeat and to run twice at once. Returns the
 * migrations that it applied. Throws `ThroughPooler`, because a pooler may keep the lock, and `MigrationUnderWay`.
 */
export async function migrate(
  target: Target,
  migrations: readonly Migration[],
  report: WaitReport = NO_REPORT,
): Promise<Migration[]> {
  await demandDirect(settingsOf(target));
  return onOneConnection(target, async (sql) => {
    // Otherwise, Postgres notices only after the statement that this process is gone, and keeps the lock. Not known on Windows.
    await sql`set client_connection_check_interval = '1s'`.catch(() => undefined);
    await sql`set statement_timeout = 0`;
    await takeMigrationLock(sql, 'pg_try_advisory_lock', report);
    await sql`
      create table if not exists schema_migrations (
        version integer primary key,
        name text not null,
        applied_at timestamptz not null default now()
      )`;
    const applied = await sql<{ version: number }[]>`select version from schema_migrations`;
    const missing = notApplied(migrations, applied);
    for (const migration of missing) {
      await applyMigration(sql, migration, { target, report });
    }
    return missing;
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
