import { abandonRemoval } from '../../database/access/removals';
import { readmission } from '../../domain/access/access-promises';
import { kickMayLandForMs } from '../../domain/access/decide-removal';
import { isInside } from '../../domain/common/membership';
import { phaseOf } from '../../domain/common/subscription';
import { askMembership } from '../../telegram/membership';
import { afterFailure, type RemovalDependencies, type RemovalAttempt } from './end-removal';
import { DONE, notYet, type Outcome } from '../common/outcome';
import { CONFLICT, type Conflict } from '../common/retry-on-conflict';

/** The way back for somebody who was kicked with days left. Whether they need it is asked of Telegram when it is given. */
export async function promiseReadmission(
  { database }: RemovalDependencies,
  { access, attempt }: RemovalAttempt,
): Promise<Outcome | Conflict> {
  // Over again already: the promise that came with the latest change looks after it.
  if (phaseOf({ ...access, until: access.paidUntil }) !== 'active') return DONE;
  const wayBack = readmission(access, `${attempt.key}:${attempt.attempts}`);
  return (await abandonRemoval(database, access, [wayBack])) ? DONE : CONFLICT;
}

/**
 * Puts right what an earlier attempt may have done to somebody who has days again. Who is in may still be hit by a kick
 * whose answer was lost, and is looked at again.
 */
export async function restoreIfKicked(
  deps: RemovalDependencies,
  removing: RemovalAttempt,
): Promise<Outcome | Conflict> {
  const { access, closedChannelId } = removing;
  const membership = await askMembership(deps.api, { closedChannelId, userId: access.userId });
  if (!membership.ok) return afterFailure(deps, removing, membership.failure);
  if (!isInside(membership.value)) return promiseReadmission(deps, removing);
  const landsWithinMs = kickMayLandForMs(access);
  if (landsWithinMs > 0) return notYet(landsWithinMs / 1000);
  return (await abandonRemoval(deps.database, access, [])) ? DONE : CONFLICT;
}
