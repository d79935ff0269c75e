import { recordOnce } from '../../database/common/audit-log';
import { endInviteLink } from '../../database/access/invite-links';
import { promiseAlone } from '../../database/common/outbox';
import { readAccess, type MemberAccess } from '../../database/access/member-access';
import { claimRemoval } from '../../database/access/removals';
import { elsewhere, inPlace, liveRevocation, tellKept } from '../../domain/access/access-promises';
import { banApplied } from '../../domain/access/decide-ruling';
import { decideRemoval } from '../../domain/access/decide-removal';
import type { EffectOf } from '../../domain/effects';
import { isInside } from '../../domain/common/membership';
import { assertNever } from '../../errors';
import { askMembership, removeFromChannel } from '../../telegram/membership';
import { askBrake, takeSlot, UNBRAKED } from './brake-removal';
import {
  afterFailure,
  recordRemoved,
  giveUp,
  retryAndReport,
  type RemovalDependencies,
  type RemovalAttempt,
} from './end-removal';
import { restoreIfKicked, promiseReadmission } from './restore-kicked';
import { DONE, notYet, type Attempt, type Outcome } from '../common/outcome';
import { CONFLICT, retryEffectOnConflict, type Conflict } from '../common/retry-on-conflict';
import { DAY_SECONDS } from '../../domain/common/time';

type RemoveMember = EffectOf<'remove_member'>;

const NO_CHANNEL_AGAIN_SECONDS = DAY_SECONDS;

/** Returns `nobody` if the member may be removed, otherwise why not: left, administrator, joined before they paid. */
async function reasonToKeep(
  deps: RemovalDependencies,
  removing: RemovalAttempt,
): Promise<Outcome | 'nobody' | Conflict> {
  const { access, closedChannelId, attempt } = removing;
  const { openChannelId, userId, reference } = access;
  const membership = await askMembership(deps.api, { closedChannelId, userId });
  if (!membership.ok) return afterFailure(deps, removing, membership.failure);
  if (!isInside(membership.value)) return recordRemoved(deps, removing);
  if (membership.value === 'administrator')
    return giveUp(deps, removing, 'user is an administrator of the chat');
  if (!access.isProtected) return 'nobody';
  await promiseAlone(deps.database, [tellKept(access)]);
  const act = { act: 'member_kept', openChannelId, userId, reference, details: inPlace(access) };
  await recordOnce(deps.database, act, attempt.key);
  return DONE;
}

/** This attempt has just kicked the member, so everything is read again. */
const KICKED = 'kicked';

/** Records that the member would be removed, because the owner only wants to see who would be. */
async function recordDryRun(
  deps: RemovalDependencies,
  removing: RemovalAttempt,
  seconds: number,
): Promise<Outcome | Conflict> {
  const kept = await reasonToKeep(deps, removing);
  if (kept !== 'nobody') return kept;
  const { openChannelId, userId, reference } = removing.access;
  deps.log.info('removal.dry_run', { openChannelId, userId });
  const act = { act: 'removal_dry_run', openChannelId, userId, reference, details: inPlace(removing.access) };
  await recordOnce(deps.database, act, removing.attempt.key);
  return notYet(seconds);
}

/**
 * Kicks the member if there is no reason to keep them. Asks the brake before Telegram, because many removals may be
 * waiting for it.
 */
async function kickMember(
  deps: RemovalDependencies,
  removing: RemovalAttempt,
): Promise<Outcome | typeof KICKED | Conflict> {
  const { access, closedChannelId } = removing;
  // The owner has just decided about everybody in a place that they took away from the offer.
  const step = access.isOpen ? { askBrake, takeSlot } : UNBRAKED;
  const brake = await step.askBrake(deps, access, closedChannelId);
  if (!brake.ok) return afterFailure(deps, removing, brake.failure);
  const { waitSeconds } = brake.value;
  if (waitSeconds > 0) return notYet(waitSeconds);
  const kept = await reasonToKeep(deps, removing);
  if (kept !== 'nobody') return kept;
  const slot = await step.takeSlot(deps, access, closedChannelId);
  if (!slot.ok) return afterFailure(deps, removing, slot.failure);
  if (slot.value > 0) return notYet(slot.value);
  if (!(await claimRemoval(deps.database, access))) return CONFLICT;
  const kicked = await removeFromChannel(deps.api, { closedChannelId, userId: access.userId });
  if (kicked.ok || kicked.failure.type === 'no_such_user') return KICKED;
  return afterFailure(deps, removing, kicked.failure);
}

/** True if the access changed since the removal was decided, or another offer opens the place now. */
const isHeldAgain = ({ isOpen, paidUntil, placeUntil, now }: MemberAccess, effect: RemoveMember): boolean =>
  (isOpen && paidUntil !== effect.paidUntil) || (placeUntil !== null && placeUntil > now);

/**
 * Follows up after a kick. A member who has access again is granted it at once; otherwise Telegram has to confirm that
 * they are out.
 */
async function confirmRemoved(
  deps: RemovalDependencies,
  effect: RemoveMember,
  removing: RemovalAttempt,
): Promise<Outcome | Conflict> {
  const { access, closedChannelId } = removing;
  if (isHeldAgain(access, effect)) return promiseReadmission(deps, removing);
  const after = await askMembership(deps.api, { closedChannelId, userId: access.userId });
  if (!after.ok) return afterFailure(deps, removing, after.failure);
  if (isInside(after.value))
    return retryAndReport(deps, removing, { trouble: 'unclear', reason: 'Telegram still shows them in' });
  return recordRemoved(deps, removing);
}

async function attemptRemoval(
  deps: RemovalDependencies,
  effect: RemoveMember,
  removing: RemovalAttempt,
): Promise<Outcome | typeof KICKED | Conflict> {
  const { access } = removing;
  const step = decideRemoval(effect, access);
  if (step.type === 'restore') return restoreIfKicked(deps, removing);
  if (step.type === 'outdated') return DONE;
  switch (step.type) {
    case 'wait':
      return notYet(step.seconds);
    case 'dry_run':
      return recordDryRun(deps, removing, step.seconds);
    case 'remove':
      return kickMember(deps, removing);
    default:
      return assertNever(step);
  }
}

/**
 * Has a ban applied again if this removal may have kicked, because a kick lifts a ban that came just before it. Once for
 * each kick, whether its answer came, was lost, or its worker died.
 */
async function reapplyBan({ database }: RemovalDependencies, access: MemberAccess): Promise<void> {
  const { openChannelId, userId, removingSince, isMain, closedChannelId } = access;
  if (removingSince === null || !access.isBanned) return;
  const kick = `kicked:${isMain ? openChannelId : closedChannelId}:${userId}:${removingSince}`;
  await promiseAlone(database, [banApplied({ openChannelId, userId, ...inPlace(access) }, kick)]);
}

/** Ends the link when access ends: before the grace period has ended, and even if nobody is removed. */
async function endLink({ database }: RemovalDependencies, access: MemberAccess): Promise<void> {
  const isEnded = access.placeUntil === null || access.placeUntil <= access.now;
  if (isEnded && access.liveLink !== null) await endInviteLink(database, access, liveRevocation(access));
}

/**
 * Removes a member whose access and grace period have ended. Done only when Telegram shows that they are out. A renewal
 * always wins: the statement right before the kick checks the access, it is read again after the kick, and a member
 * removed with access left gets a link to rejoin. See docs/decisions/0008-removal-and-renewal.md. Without `chatId`, promises the
 * same for every other place of the offer.
 */
export async function removeMember(
  deps: RemovalDependencies,
  effect: RemoveMember,
  attempt: Attempt,
): Promise<Outcome> {
  let hasKicked = false;
  return retryEffectOnConflict('access', async () => {
    const access = await readAccess(deps.database, effect);
    if (access === undefined) return DONE;
    const { closedChannelId } = access;
    const { elsewhere: places } = access;
    if (places.length > 0 && access.paidUntil === effect.paidUntil)
      await promiseAlone(deps.database, elsewhere(effect, { key: attempt.key, places }));
    await endLink(deps, access);
    await reapplyBan(deps, access);
    // Without a private channel, Telegram can't say whether the member is in.
    if (closedChannelId === null) return notYet(NO_CHANNEL_AGAIN_SECONDS);
    const removing = { access, closedChannelId, attempt };
    const result = await (hasKicked
      ? confirmRemoved(deps, effect, removing)
      : attemptRemoval(deps, effect, removing));
    if (result !== KICKED) return result;
    hasKicked = true;
    return CONFLICT;
  });
}
