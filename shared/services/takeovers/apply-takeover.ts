import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { readTakeover } from '../../database/takeovers/takeovers';
import { readLinesToUndo, saveUndoneLines } from '../../database/takeovers/undone-page';
import type { EffectOf } from '../../domain/effects';
import { undoLine } from '../../domain/takeovers/rule-line';
import { tellTakeover } from '../../domain/takeovers/tell-takeover';
import { ruleLines } from '../access/rule-listed';
import { DONE, type Outcome } from '../common/outcome';
import { CONFLICT, retryEffectOnConflict, type Conflict } from '../common/retry-on-conflict';

export interface TakeoverDependencies {
  readonly database: Database;
}

async function undoLines(database: Database, takeoverId: number): Promise<boolean | Conflict> {
  const page = await readLinesToUndo(database, takeoverId);
  if (page === undefined) return false;
  const undone = page.lines.map((line) => ({ line, decided: undoLine(line, page) }));
  return (await saveUndoneLines(database, page, undone)) || CONFLICT;
}

/**
 * Rules the next page of a list, or takes back what it gave, whichever its state asks for, and tells how far it is. A page is one
 * statement, so a worker that dies leaves whole pages.
 */
export async function applyTakeover(
  { database }: TakeoverDependencies,
  { takeoverId }: EffectOf<'apply_takeover'>,
): Promise<Outcome> {
  return retryEffectOnConflict('access', async () => {
    const isRuled = await ruleLines(database, { takeoverId });
    const written = isRuled === false ? await undoLines(database, takeoverId) : isRuled;
    if (written === CONFLICT) return CONFLICT;
    const takeover = written ? await readTakeover(database, takeoverId) : undefined;
    if (takeover !== undefined) await promiseAlone(database, tellTakeover(takeover));
    return DONE;
  });
}
