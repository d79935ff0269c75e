import type { Database } from '../../shared/database/connection/pool';

/** The process ended before a statement. */
class Died extends Error {}

/** A database whose process dies at its statement with this number; 0: at none. */
export function dyingAt(database: Database, step: number): Database {
  let statements = 0;
  return {
    ...database,
    query: async (run) => {
      statements += 1;
      if (statements === step) throw new Died();
      return database.query(run);
    },
  };
}

/** Does something until it dies, and then once more. */
export async function doneAgain(diesAt: number, act: (step: number) => Promise<unknown>): Promise<void> {
  if (diesAt > 0)
    await act(diesAt).catch((error: unknown) => {
      if (!(error instanceof Died)) throw error;
    });
  await act(0);
}
