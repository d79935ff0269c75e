import { restLane } from '../../database/posts/bulk-lane';
import { saveAdmission } from '../../database/access/members';
import type { Database } from '../../database/connection/pool';
import { readAccess } from '../../database/access/member-access';
import { liveRevocation } from '../../domain/access/access-promises';
import type { EffectOf } from '../../domain/effects';
import { phaseOf } from '../../domain/common/subscription';
import { approveJoin, type MembershipApi } from '../../telegram/membership';
import { DONE, later, type Attempt, type Outcome } from '../common/outcome';
import { CONFLICT, retryEffectOnConflict } from '../common/retry-on-conflict';

/**
 * Approves the join request of a buyer, if there is one that the bot was never told about. Tells nobody: without a request
 * there is nothing to do, and Telegram itself tells a user who is let in. If a right is missing, its return promises this
 * again.
 */
export async function approveWaiting(
  { database, api }: { readonly database: Database; readonly api: MembershipApi },
  effect: EffectOf<'approve_waiting'>,
  { key }: Attempt,
): Promise<Outcome> {
  return retryEffectOnConflict('access', async () => {
    const access = await readAccess(database, effect);
    if (access === undefined || access.liveLink === null) return DONE;
    const { closedChannelId, userId } = access;
    if (closedChannelId === null || phaseOf({ ...access, until: access.placeUntil }) !== 'active')
      return DONE;
    const approved = await approveJoin(api, { closedChannelId, userId });
    if (!approved.ok) {
      const { failure } = approved;
      if (failure.type === 'retryable') {
        if (failure.afterSeconds !== undefined) await restLane(database, failure.afterSeconds);
        return later(failure.reason, failure.afterSeconds);
      }
      if (failure.type !== 'already' || !failure.isInside) return DONE;
    }
    const isSaved = await saveAdmission(database, access, { key, revoking: liveRevocation(access) });
    return isSaved ? DONE : CONFLICT;
  });
}
