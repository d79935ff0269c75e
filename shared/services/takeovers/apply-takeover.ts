import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { readLinesToRule, saveRuledLines } from '../../database/takeovers/ruled-page';
import { readTakeover } from '../../database/takeovers/takeovers';
import { readLinesToUndo, saveUndoneLines } from '../../database/takeovers/undone-page';
import type { EffectOf } from '../../domain/effects';
import { ruleLine, undoLine } from '../../domain/takeovers/rule-line';
import { tellTakeover } from '../../domain/takeovers/tell-takeover';
import { DONE, type Outcome } from '../common/outcome';
import { CONFLICT, retryEffectOnConflict, type Conflict } from '../common/retry-on-conflict';

export interface TakeoverDependencies {
  readonly database: Database;
}

/**
 * Rules the next lines of a list, or those of one user. Returns `undefined` if the list isn't applied, and `CONFLICT` if somebody's
 * access changed meanwhile.
 */
export async function ruleLines(
  database: Database,
  of: { readonly takeoverId: number; readonly userId?: number },
): Promise<boolean | Conflict> {
  const page = await readLinesToRule(database, of);
  if (page === undefined) return false;
  const ruled = page.lines.map((line) => ({ line, decided: ruleLine(line, page) }));
  return (await saveRuledLines(database, page, ruled)) || CONFLICT;
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
