import { abandonRemoval } from '../../database/access/removals';
import { readmission } from '../../domain/access/access-promises';
import { kickMayLandForMs } from '../../domain/access/decide-removal';
import { isInside } from '../../domain/common/membership';
import { phaseOf } from '../../domain/common/subscription';
import { askMembership } from '../../telegram/membership';
import { afterFailure, type RemovalDependencies, type RemovalAttempt } from './end-removal';
import { DONE, notYet, type Outcome } from '../common/outcome';
import { CONFLICT, type Conflict } from '../common/retry-on-conflict';

/** Promises a grant to a member who was kicked with access left. The grant asks Telegram whether they need a link. */
export async function promiseReadmission(
  { database }: RemovalDependencies,
  { access, attempt }: RemovalAttempt,
): Promise<Outcome | Conflict> {
  // Access has ended again. The promise of that latest change takes care of it.
  if (phaseOf({ ...access, until: access.placeUntil }) !== 'active') return DONE;
  const grant = readmission(access, `${attempt.key}:${attempt.attempts}`);
  return (await abandonRemoval(database, access, [grant])) ? DONE : CONFLICT;
}

/**
 * Repairs what an earlier attempt may have done to a member who has access again. A kick whose answer was lost may
 * still hit a member who is in, so they are checked again later.
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
