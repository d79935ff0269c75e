import { saveUndone } from '../../database/access/removed-members';
import type { Database } from '../../database/connection/pool';
import { undoneRemovals, type RemovedMember } from '../../domain/access/undo-removal';

/** So many in one statement. */
const AT_ONCE = 200;

interface UndoOptions {
  readonly atOnce?: number;
  /** Hears after each statement how many are done. */
  readonly onBatch?: (done: number) => void;
}

/**
 * Undoes these removals, oldest first. Each statement is all or none, so the next run does what a run that was killed left.
 * Returns how many were undone.
 */
export async function undoRemovals(
  database: Database,
  owed: readonly RemovedMember[],
  { atOnce = AT_ONCE, onBatch = () => undefined }: UndoOptions = {},
): Promise<number> {
  let undone = 0;
  for (let start = 0; start < owed.length; start += atOnce) {
    const batch = owed.slice(start, start + atOnce);
    undone += await saveUndone(database, undoneRemovals(batch, start));
    onBatch(start + batch.length);
  }
  return undone;
}
