import type { Target } from '../one-connection';
import type { Sql } from '../options';
import { reportWait, type WaitReport } from './report-wait';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** How a wait for others is reported. */
interface Waiting {
  readonly target: Target;
  readonly report: WaitReport;
}

const LOCK_TIMEOUT_SECONDS = 5;

/** What is after this line are indexes, one statement each, which are built while the product writes. */
const CONCURRENTLY = /^-- concurrently\b.*$/m;

/** What is after this line runs last, one statement at a time, outside of transactions, so that it may commit by itself. */
const AFTERWARDS = /^-- afterwards\b.*$/m;

/**
 * Builds the indexes of a migration. Not in its transaction, which Postgres doesn't allow. An index that an earlier attempt
 * left unfinished is built again.
 */
async function buildIndexes(sql: Sql, text: string, { target, report }: Waiting): Promise<void> {
  const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  for (const [statement, name = ''] of text.matchAll(/^create index concurrently (\w+) [^;]+;/gm)) {
    const waiting = { target, pid: own?.pid ?? 0, what: `the index ${name}`, report };
    await reportWait(sql`drop index concurrently if exists ${sql(name)}`, waiting);
    await reportWait(sql.unsafe(statement), waiting);
  }
}

/**
 * Applies a migration: its indexes, then its changes in one transaction, then what is to run afterwards. It counts as applied
 * only when all is done. So one with an "afterwards" is safe to repeat, because an attempt may be cut off before it.
 */
export async function applyMigration(
  sql: Sql,
  { version, name, sql: text }: Migration,
  waiting: Waiting,
): Promise<void> {
  const [before = '', afterwards = ''] = text.split(AFTERWARDS);
  const [changes = '', indexes = ''] = before.split(CONCURRENTLY);
  const record = (on: Pick<Sql, 'unsafe'>) =>
    on.unsafe('insert into schema_migrations (version, name) values ($1, $2)', [version, name]);
  await buildIndexes(sql, indexes, waiting);
  await sql.begin(async (tx) => {
    // Everything else queues behind a migration that waits for a lock, so it is better to fail and be run again.
    await tx.unsafe(`set local lock_timeout = '${LOCK_TIMEOUT_SECONDS}s'`);
    await tx.unsafe(changes);
    if (afterwards === '') await record(tx);
  });
  if (afterwards === '') return;
  for (const statement of afterwards.split(/;\n(?=create |call )/)) await sql.unsafe(statement);
  await record(sql);
}
