import type postgres from 'postgres';

/** The one clock of a stack: the database's, which the simulators follow. */
export interface Clock {
  /** Epoch ms. */
  readonly now: () => number;
  /** How far it is ahead of the real time, in ms. */
  readonly aheadMs: () => number;
  /** Moves it by a Postgres interval, such as `5 minutes`. */
  move(interval: string): Promise<void>;
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
      await database`update app_clock set shifted = shifted + ${interval}::interval`;
      aheadMs = await read();
    },
  };
}
