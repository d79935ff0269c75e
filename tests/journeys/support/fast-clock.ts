import { setTimeout as pause } from 'node:timers/promises';
import type postgres from 'postgres';
import { freezeClock } from './freeze-clock';

const STEP_MS = 100;

/** The database's clock, running as fast as the machine can keep up with. */
export interface FastClock {
  /** The same clock in epoch milliseconds, for a simulator. */
  now(): number;
  stop(): Promise<void>;
}

/**
 * Moves the clock in steps, but never while a living worker is in the middle of an entry. So messages keep their rate by
 * this clock, however slow the machine is.
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
        // The simulator's clock moves first, so that it never refuses what the database allows.
        nowMs += STEP_MS;
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
