import type { Database } from '../../database/connection/pool';
import { findListsOf } from '../../database/takeovers/listed-people';
import { readLinesToRule, saveRuledLines } from '../../database/takeovers/ruled-page';
import type { TakeoverPage } from '../../database/takeovers/takeover-page';
import { ruleLine, type LineToRule } from '../../domain/takeovers/rule-line';
import { CONFLICT, retryOnConflict, type Conflict } from '../common/retry-on-conflict';

/**
 * Rules the next lines of a list, or those of one user, and returns them. `undefined` if the list isn't applied, and `CONFLICT` if
 * somebody's access changed meanwhile.
 */
export async function ruleLines(
  database: Database,
  of: { readonly takeoverId: number; readonly userId?: number },
): Promise<TakeoverPage<LineToRule> | undefined | Conflict> {
  const page = await readLinesToRule(database, of);
  if (page === undefined) return undefined;
  const ruled = page.lines.map((line) => ({ line, decided: ruleLine(line, page) }));
  return (await saveRuledLines(database, page, ruled)) ? page : CONFLICT;
}

/**
 * Rules the lines about a user who asks to join a place, because they can't wait for the worker. Returns `false` if no list has
 * such a line.
 */
export async function ruleListed(
  database: Database,
  requester: Parameters<typeof findListsOf>[1],
): Promise<boolean> {
  const lists = await findListsOf(database, requester);
  const { userId } = requester;
  for (const takeoverId of lists)
    await retryOnConflict({ what: 'access' }, () => ruleLines(database, { takeoverId, userId }));
  return lists.length > 0;
}
