import type { Database } from './pool';

const WRITE_EVERY_MS = 10_000;

/**
 * A counter that survives instances, for `/status`. Counted in memory and written at most every ten seconds: those who
 * are refused must not be able to make us write. What an instance has counted since may be lost with it.
 */
export function countInDatabase(
  database: Database,
  name: string,
  now: () => number = performance.now.bind(performance),
): () => void {
  let pending = 0;
  let writtenAt = -Infinity;
  return () => {
    pending += 1;
    if (now() - writtenAt < WRITE_EVERY_MS) return;
    const value = pending;
    pending = 0;
    writtenAt = now();
    addToCounter(database, name, value).catch(() => {
      pending += value; // the database is away; they are written with the next
    });
  };
}

export const addToCounter = (database: Database, name: string, value: number): Promise<unknown> =>
  database.query(
    (sql) => sql`
      insert into counters (name, value) values (${name}, ${value})
      on conflict (name) do update set value = counters.value + excluded.value, updated_at = app_now()`,
  );
