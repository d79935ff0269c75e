import type { Database } from './pool';

/** The clock everything is decided by. */
export async function readClock(database: Database): Promise<Date> {
  const [row] = await database.query((sql) => sql<{ now: Date }[]>`select app_now() as now`);
  if (row === undefined) throw new Error('a select without a where clause returned nothing');
  return row.now;
}
