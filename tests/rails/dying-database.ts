import type { Database } from '../../shared/database/connection/pool';

/** Where a process dies: before its statement number `step`, or after it was committed and before the process knows. */
export interface Point {
  readonly step: number;
  readonly isAfter: boolean;
}

class Died extends Error {}

/** The database as a process sees it that dies at a point. Whatever it does outside happens between two statements. */
export function dyingDatabase(database: Database, { step, isAfter }: Point) {
  let steps = 0;
  const dying: Database = {
    ...database,
    query: async (run) => {
      steps += 1;
      if (steps > step || (steps === step && !isAfter)) throw new Died();
      const result = await database.query(run);
      if (steps >= step) throw new Died();
      return result;
    },
  };
  return { database: dying, hasDied: () => steps >= step };
}

/**
 * Plays the same with a process that dies at its first point, then at its second, until it lives to the end. `play` says
 * whether it died. Returns how often it did.
 */
export async function dieAtEveryPoint(play: (point: Point) => Promise<boolean>): Promise<number> {
  let deaths = 0;
  for (let step = 1; ; step += 1)
    for (const isAfter of [false, true]) {
      if (!(await play({ step, isAfter }))) return deaths;
      deaths += 1;
    }
}
