import type { Database } from './pool';

/** Reads the database's clock, which decides everything that depends on time. */
export async function readClock(database: Database): Promise<Date> {
  const [row] = await database.query((sql) => sql<{ now: Date }[]>`select app_now() as now`);
  if (row === undefined) throw new Error('a select without a where clause returned nothing');
  return row.now;
}

/** The database's clock in Unix seconds, for a guard that checks a timestamp. */
export const databaseSeconds = (database: Database) => async (): Promise<number> =>
  (await readClock(database)).getTime() / 1000;

/** Reads today's date in a time zone, as `2026-03-04`. */
export async function readToday(database: Database, timeZone: string): Promise<string> {
  const [row] = await database.query(
    (sql) => sql<{ today: string }[]>`select (app_now() at time zone ${timeZone})::date::text as today`,
  );
  if (row === undefined) throw new Error('a select without a where clause returned nothing');
  return row.today;
}
