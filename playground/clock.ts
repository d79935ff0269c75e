import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';
import { ANSWER_DEADLINE_MS } from './deadlines';

/** The only clock of a stack. It belongs to the database, and the simulators follow it. */
export interface Clock {
  /** Epoch ms. */
  readonly now: () => number;
  /** How far it is ahead of real time, in ms. */
  readonly aheadMs: () => number;
  /** Moves it by a Postgres interval, such as `5 minutes`, as soon as no worker is performing an entry. */
  move(interval: string): Promise<void>;
  /** Follows the database's clock again after the database was emptied. */
  follow(): Promise<void>;
}

/** Ignores leases whose session has ended, because that worker died and only the clock can end its lease. */
async function waitUntilNothingIsInFlight(database: postgres.Sql): Promise<void> {
  const deadline = performance.now() + ANSWER_DEADLINE_MS;
  for (;;) {
    const [row] = await database<{ keys: string | null }[]>`
      select string_agg(o.idempotency_key, ', ') as keys from app_in_flight f
      join pg_stat_activity a on a.pid = f.backend_pid join outbox o using (outbox_id)`;
    if (row?.keys == null) return;
    if (performance.now() > deadline) throw new Error(`The worker is still performing ${row.keys}.`);
    await sleep(10);
  }
}

export async function createClock(database: postgres.Sql): Promise<Clock> {
  const read = async () => {
    const [row] = await database<{ ms: number }[]>`
      select (extract(epoch from app_now() - now()) * 1000)::float8 as ms`;
    return row?.ms ?? 0;
  };
  let aheadMs = await read();
  return {
    now: () => Date.now() + aheadMs,
    aheadMs: () => aheadMs,
    move: async (interval) => {
      await waitUntilNothingIsInFlight(database);
      await database`update app_clock set shifted = shifted + ${interval}::interval`;
      aheadMs = await read();
    },
    follow: async () => {
      aheadMs = await read();
    },
  };
}
