import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stack } from '../../../playground/stack';

type Sql = Stack['database'];

/**
 * Stops the database's clock at a whole second, for what is exact to the second: this one, or the one given. Resolves
 * with it, in Unix seconds.
 */
export async function freezeClock(database: Sql, at?: number): Promise<number> {
  const [row] = await database<{ now: number }[]>`select floor(extract(epoch from app_now()))::float8 as now`;
  const now = at ?? Number(row?.now);
  await database.unsafe(`create or replace function app_now() returns timestamptz language sql stable parallel safe
    as 'select to_timestamp(${now})'`);
  return now;
}

/** Lets it run again. */
export async function thawClock(database: Sql): Promise<void> {
  const clock = join(__dirname, '../../../playground/postgres/clock.sql');
  await database.unsafe(await readFile(clock, 'utf8'));
}
