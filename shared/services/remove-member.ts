import { recordFailure, recordOnce } from '../database/audit-log';
import { endInviteLink } from '../database/invite-links';
import { promiseAlone } from '../database/outbox';
import type { Database } from '../database/pool';
import {
  abandonRemoval,
  claimRemoval,
  concludeRemoval,
  readAccess,
  type Access,
} from '../database/subscriptions';
import {
  liveRevocation,
  readmission,
  tellEnded,
  tellKept,
  tellRemovalTrouble,
} from '../domain/access-promises';
import { decideRemoval, kickMayLandForMs } from '../domain/decide-removal';
import type { Effect } from '../domain/effects';
import type { ClosedChannelId } from '../domain/ids';
import { isInside, type Membership } from '../domain/membership';
import { phaseOf } from '../domain/subscription';
import { assertNever } from '../errors';
import type { Logger } from '../logger';
import type { MembershipFailure } from '../telegram/failure';
import { askMembership, kick, type MembershipApi } from '../telegram/membership';
import { brakeRemoval } from './brake-removal';
import { DONE, failed, later, notYet, type Attempt, type Outcome } from './outcome';

type RemoveMember = Extract<Effect, { kind: 'remove_member' }>;

interface Dependencies {
  readonly database: Database;
  readonly api: MembershipApi;
  readonly log: Logger;
}

interface Removing {
  readonly access: Access;
  readonly closedChannelId: ClosedChannelId;
  readonly attempt: Attempt;
}

const MAX_TRIES = 5;
/** The access has changed since it was read: read again, decide again. */
const CHANGED = undefined;

/** Not removed yet. From the third time on the owner is told, once a day. */
async function trouble(
  { database }: Dependencies,
  { access, attempt: { key } }: Removing,
  { reason, afterSeconds }: { reason: string; afterSeconds?: number | undefined },
): Promise<Outcome> {
  const { openChannelId, userId, reference } = access;
  const act = { act: 'removal_failed', openChannelId, userId, reference, details: { reason } };
  await recordFailure(database, act, { key, promised: [tellRemovalTrouble(access, reason, 'daily')] });
  return later(reason, afterSeconds);
}

/** An administrator can be removed by nobody but the owner. */
async function giveUp(
  { database }: Dependencies,
  { access }: Removing,
  reason: string,
): Promise<Outcome | undefined> {
  const told = [tellRemovalTrouble(access, reason, 'once')];
  return (await abandonRemoval(database, access, told)) ? failed(reason) : CHANGED;
}

async function afterFailure(
  deps: Dependencies,
  removing: Removing,
  failure: MembershipFailure,
): Promise<Outcome | undefined> {
  switch (failure.type) {
    case 'irremovable':
      return giveUp(deps, removing, failure.reason);
    case 'already':
      return trouble(deps, removing, { reason: 'Telegram says it was done' });
    default:
      return trouble(deps, removing, failure);
  }
}

/** Out: recorded and told once. `undefined` when they have days again. */
async function conclude(
  { database }: Dependencies,
  { access, attempt }: Removing,
): Promise<Outcome | undefined> {
  const isRecorded = await concludeRemoval(database, access, {
    key: attempt.key,
    promised: access.isRemoved ? [] : [tellEnded(access)],
  });
  return isRecorded ? DONE : CHANGED;
}

/**
 * Puts right what a removal did to somebody who has days again: who is out gets the way back, by a promise in the statement
 * that ends the removal. Who is in may still be hit by a kick whose answer was lost, and is looked at again.
 */
async function heal(
  deps: Dependencies,
  removing: Removing,
  hasKicked: boolean,
): Promise<Outcome | undefined> {
  const { database, api } = deps;
  const { access, closedChannelId, attempt } = removing;
  // Over again already: the promise that came with the latest change looks after it.
  if (phaseOf({ ...access, until: access.paidUntil }) !== 'active') return DONE;
  const membership = await askMembership(api, { closedChannelId, userId: access.userId });
  if (!membership.ok) return afterFailure(deps, removing, membership.failure);
  if (isInside(membership.value)) {
    const landsWithinMs = kickMayLandForMs(access);
    if (landsWithinMs > 0) return notYet(landsWithinMs / 1000);
    return (await abandonRemoval(database, access, [])) ? DONE : CHANGED;
  }
  if (!hasKicked && access.removingSince === null) return DONE;
  const wayBack = readmission(access, `${attempt.key}:${attempt.attempts}`);
  return (await abandonRemoval(database, access, [wayBack])) ? DONE : CHANGED;
}

/** Who is in by something else than our link, or by rights that we may not touch. */
async function spared(
  deps: Dependencies,
  removing: Removing,
  membership: Membership,
): Promise<Outcome | 'nobody' | undefined> {
  if (membership === 'administrator') return giveUp(deps, removing, 'user is an administrator of the chat');
  if (!removing.access.isProtected) return 'nobody';
  const { openChannelId, userId, reference } = removing.access;
  await promiseAlone(deps.database, [tellKept(removing.access)]);
  const act = { act: 'member_kept', openChannelId, userId, reference };
  await recordOnce(deps.database, act, removing.attempt.key);
  return DONE;
}

/** Whether somebody was kicked by us just now, and what came of it. */
interface Removed {
  readonly outcome: Outcome | undefined;
  readonly hasKicked: boolean;
}

const untouched = (outcome: Outcome | undefined): Removed => ({ outcome, hasKicked: false });

/** Removes somebody and proves it. */
async function remove(deps: Dependencies, removing: Removing): Promise<Removed> {
  const { database, api } = deps;
  const { access, closedChannelId } = removing;
  const place = { closedChannelId, userId: access.userId };
  const before = await askMembership(api, place);
  if (!before.ok) return untouched(await afterFailure(deps, removing, before.failure));
  if (!isInside(before.value)) return untouched(await conclude(deps, removing));
  const kept = await spared(deps, removing, before.value);
  if (kept !== 'nobody') return untouched(kept);
  const brake = await brakeRemoval(deps, access, closedChannelId);
  if (!brake.ok) return untouched(await afterFailure(deps, removing, brake.failure));
  if (brake.value > 0) return untouched(notYet(brake.value));
  if (!(await claimRemoval(database, access))) return untouched(CHANGED);
  const kicked = await kick(api, place);
  if (!kicked.ok && kicked.failure.type !== 'no_such_user')
    return untouched(await afterFailure(deps, removing, kicked.failure));
  return { outcome: await prove(deps, removing), hasKicked: true };
}

/** Removed is who Telegram says is out. */
async function prove(deps: Dependencies, removing: Removing): Promise<Outcome | undefined> {
  const { access, closedChannelId } = removing;
  const after = await askMembership(deps.api, { closedChannelId, userId: access.userId });
  if (!after.ok) return afterFailure(deps, removing, after.failure);
  if (isInside(after.value)) return trouble(deps, removing, { reason: 'Telegram still shows them in' });
  return conclude(deps, { ...removing, access: { ...access, removingSince: access.now } });
}

async function take(deps: Dependencies, effect: RemoveMember, removing: Removing): Promise<Removed> {
  const { access, attempt } = removing;
  const step = decideRemoval(effect, access);
  if (step.type === 'heal') return untouched(await heal(deps, removing, false));
  if (step.type === 'outdated') return untouched(DONE);
  const isOver = access.paidUntil === null || access.paidUntil <= access.now;
  if (isOver && access.liveLink !== null) await endInviteLink(deps.database, access, liveRevocation(access));
  switch (step.type) {
    case 'wait':
      return untouched(notYet(step.seconds));
    case 'dry_run': {
      const { openChannelId, userId, reference } = access;
      deps.log.info('removal.dry_run', { openChannelId, userId });
      await recordOnce(
        deps.database,
        { act: 'removal_dry_run', openChannelId, userId, reference },
        attempt.key,
      );
      return untouched(notYet(step.seconds));
    }
    case 'remove':
      return remove(deps, removing);
    default:
      return assertNever(step);
  }
}

/**
 * Removes somebody whose days and grace are over, and is done only when Telegram shows that they are out. A renewal always
 * wins: the access is looked at in the statement right before the kick, and again after it, and who was removed with days
 * left gets the way back. See docs/decisions/0008-removal-and-renewal.md.
 */
export async function removeMember(
  deps: Dependencies,
  effect: RemoveMember,
  attempt: Attempt,
): Promise<Outcome> {
  let hasKicked = false;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const access = await readAccess(deps.database, effect);
    // A channel without a private one has nobody to be removed from it.
    if (access === undefined || access.closedChannelId === null) return DONE;
    const removing = { access, closedChannelId: access.closedChannelId, attempt };
    const taken: Removed =
      hasKicked && access.paidUntil !== effect.paidUntil
        ? untouched(await heal(deps, removing, true))
        : await take(deps, effect, removing);
    hasKicked ||= taken.hasKicked;
    if (taken.outcome !== CHANGED) return taken.outcome;
  }
  return later('the access is being changed too often', 1);
}
