import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import type { TakeoverPage } from '../../database/takeovers/takeover-page';
import { readTakeover } from '../../database/takeovers/takeovers';
import { readLinesToUndo, saveUndoneLines } from '../../database/takeovers/undone-page';
import type { EffectOf } from '../../domain/effects';
import { undoLine, type LineToUndo } from '../../domain/takeovers/rule-line';
import { isWorthTelling, tellTakeover } from '../../domain/takeovers/tell-takeover';
import { ruleLines } from '../access/rule-listed';
import { DONE, type Outcome } from '../common/outcome';
import { CONFLICT, retryEffectOnConflict, type Conflict } from '../common/retry-on-conflict';

export interface TakeoverDependencies {
  readonly database: Database;
}

async function undoLines(
  database: Database,
  takeoverId: number,
): Promise<TakeoverPage<LineToUndo> | undefined | Conflict> {
  const page = await readLinesToUndo(database, takeoverId);
  if (page === undefined) return undefined;
  const undone = page.lines.map((line) => ({ line, decided: undoLine(line, page) }));
  return (await saveUndoneLines(database, page, undone)) ? page : CONFLICT;
}

/**
 * Rules the next page of a list, or takes back what it gave, whichever its state asks for, and tells how far it is. A page is one
 * statement, so a worker that dies leaves whole pages. If it died before it told the end, the next one finds no page, and tells.
 */
export async function applyTakeover(
  { database }: TakeoverDependencies,
  { takeoverId }: EffectOf<'apply_takeover'>,
): Promise<Outcome> {
  return retryEffectOnConflict('access', async () => {
    const page = (await ruleLines(database, { takeoverId })) ?? (await undoLines(database, takeoverId));
    if (page === CONFLICT) return CONFLICT;
    // What became of all lines is counted only to tell it, because that takes longer the more there are.
    if (page !== undefined && !isWorthTelling({ ...page, lines: page.lines.length })) return DONE;
    const takeover = await readTakeover(database, takeoverId);
    if (takeover === undefined) return DONE;
    const isForMetPeople = page?.state === 'applied' && page.lines.length > 0;
    await promiseAlone(database, tellTakeover(takeover, { isForMetPeople }));
    return DONE;
  });
}
