import type { Database } from '../../connection/pool';
import type { Sql } from '../../connection/options';

/**
 * Performs what writes a channel's figures in one transaction, under their lock, which is taken by a statement before the one
 * that reads: of two runs at once, the later one would not see what it has to replace. Says to the trigger `drop_days` that
 * this transaction keeps the days with the sums. `undefined`, and nothing is done, if another run has the lock.
 */
export const keepingFigures = <T>(
  database: Database,
  openChannelId: number,
  work: (sql: Sql) => PromiseLike<T>,
): Promise<T | undefined> =>
  database.query((pool) =>
    pool.begin(async (transaction) => {
      const sql = transaction as unknown as Sql;
      const [lock] = await sql<{ taken: boolean }[]>`
        select pg_try_advisory_xact_lock(hashtext('figures of a channel'), hashint8(${openChannelId})) as taken,
          set_config('telepay.keeps_days', 'on', true)`;
      return lock?.taken === true ? work(sql) : undefined;
    }),
  ) as Promise<T | undefined>;
