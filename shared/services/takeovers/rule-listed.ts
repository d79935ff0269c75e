import type { Database } from '../../database/connection/pool';
import { findListsOf } from '../../database/takeovers/listed-people';
import { retryOnConflict } from '../common/retry-on-conflict';
import { ruleLines } from './apply-takeover';

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
