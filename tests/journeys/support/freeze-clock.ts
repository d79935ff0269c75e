import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stack } from '../../../playground/stack';

type Sql = Stack['database'];

/**
 * Stops the database's clock at the current second, or at the one given. Then only `moveClock` moves it, so exact times
 * stay exact on a slow machine. Resolves with the time in Unix seconds.
 */
export async function freezeClock(database: Sql, at?: number): Promise<number> {
  const [row] = await database<{ now: number }[]>`select floor(extract(epoch from app_now()))::float8 as now`;
  const now = at ?? Number(row?.now);
  // Stored without the shift, because reading the clock adds it again.
  const [base] = await database<{ seconds: number }[]>`
    select extract(epoch from to_timestamp(${now}) - shifted)::float8 as seconds from app_clock`;
  await database.unsafe(`create or replace function app_now() returns timestamptz language sql stable parallel safe
    as 'select to_timestamp(${Number(base?.seconds)}) + (select shifted from app_clock)'`);
  return now;
}

/** Lets the database's clock run again. */
export async function thawClock(database: Sql): Promise<void> {
  const clock = join(__dirname, '../../../playground/postgres/clock.sql');
  await database.unsafe(await readFile(clock, 'utf8'));
}
