import { setTimeout as pause } from 'node:timers/promises';
import type postgres from 'postgres';
import { freezeClock } from './freeze-clock';

const STEP_MS = 100;

/** The database's clock, run as fast as the machine can follow. */
export interface FastClock {
  /** Epoch ms: the same clock, for a simulator. */
  now(): number;
  stop(): Promise<void>;
}

/**
 * Runs the clock ahead in steps, but never while a worker that lives is in the middle of an entry: what is sent at a rate
 * is sent at that rate by this clock, however slow the machine is.
 */
export async function startFastClock(sql: postgres.Sql): Promise<FastClock> {
  let nowMs = (await freezeClock(sql)) * 1000;
  let isOn = true;
  const isIdle = async () => {
    const [row] = await sql<{ idle: boolean }[]>`
      select not exists (select from app_in_flight f join pg_stat_activity a on a.pid = f.backend_pid) as idle`;
    return row?.idle === true;
  };
  const running = (async () => {
    while (isOn) {
      if (await isIdle()) {
        nowMs += STEP_MS; // the simulator first, so that it never refuses what the database allows
        await sql`update app_clock set shifted = shifted + ${`${STEP_MS} milliseconds`}::interval`;
      }
      await pause(2);
    }
  })();
  return {
    now: () => nowMs,
    stop: async () => {
      isOn = false;
      await running;
    },
  };
}
