import { recordOnce } from '../database/audit-log';
import { endInviteLink } from '../database/invite-links';
import { promiseAlone } from '../database/outbox';
import { claimRemoval, readAccess } from '../database/subscriptions';
import { liveRevocation, tellKept } from '../domain/access-promises';
import { decideRemoval } from '../domain/decide-removal';
import type { Effect } from '../domain/effects';
import { isInside, type Membership } from '../domain/membership';
import { assertNever } from '../errors';
import { askMembership, kick } from '../telegram/membership';
import { brakeRemoval } from './brake-removal';
import {
  afterFailure,
  CHANGED,
  conclude,
  giveUp,
  trouble,
  type RemovalDependencies,
  type Removing,
} from './end-removal';
import { heal, readmit } from './heal-removal';
import { DONE, later, notYet, type Attempt, type Outcome } from './outcome';

type RemoveMember = Extract<Effect, { kind: 'remove_member' }>;

const MAX_TRIES = 5;
const NO_CHANNEL_AGAIN_SECONDS = 24 * 3600;

/** Who is in by something else than our link, or by rights that we may not touch. */
async function spared(
  deps: RemovalDependencies,
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

/** Somebody has just been removed by this attempt: all is looked at again. */
const KICKED = 'kicked';

/** Removes somebody who is in and whom nothing spares. Only says who it would be where that is what the owner wants. */
async function remove(
  deps: RemovalDependencies,
  removing: Removing,
  { isDryRun, seconds }: { isDryRun: boolean; seconds: number },
): Promise<Outcome | typeof KICKED | undefined> {
  const { database, api, log } = deps;
  const { access, closedChannelId, attempt } = removing;
  const { openChannelId, userId, reference } = access;
  const place = { closedChannelId, userId };
  const before = await askMembership(api, place);
  if (!before.ok) return afterFailure(deps, removing, before.failure);
  if (!isInside(before.value)) return conclude(deps, removing);
  const kept = await spared(deps, removing, before.value);
  if (kept !== 'nobody') return kept;
  if (isDryRun) {
    log.info('removal.dry_run', { openChannelId, userId });
    await recordOnce(database, { act: 'removal_dry_run', openChannelId, userId, reference }, attempt.key);
    return notYet(seconds);
  }
  const brake = await brakeRemoval(deps, access, closedChannelId);
  if (!brake.ok) return afterFailure(deps, removing, brake.failure);
  if (brake.value > 0) return notYet(brake.value);
  if (!(await claimRemoval(database, access))) return CHANGED;
  const kicked = await kick(api, place);
  if (kicked.ok || kicked.failure.type === 'no_such_user') return KICKED;
  return afterFailure(deps, removing, kicked.failure);
}

/** After a kick. Who has days again gets the way back at once; else removed is who Telegram says is out. */
async function prove(
  deps: RemovalDependencies,
  effect: RemoveMember,
  removing: Removing,
): Promise<Outcome | undefined> {
  const { access, closedChannelId } = removing;
  if (access.paidUntil !== effect.paidUntil) return readmit(deps, removing);
  const after = await askMembership(deps.api, { closedChannelId, userId: access.userId });
  if (!after.ok) return afterFailure(deps, removing, after.failure);
  if (isInside(after.value)) return trouble(deps, removing, { reason: 'Telegram still shows them in' });
  return conclude(deps, removing);
}

async function take(
  deps: RemovalDependencies,
  effect: RemoveMember,
  removing: Removing,
): Promise<Outcome | typeof KICKED | undefined> {
  const { access } = removing;
  const step = decideRemoval(effect, access);
  if (step.type === 'heal') return heal(deps, removing);
  if (step.type === 'outdated') return DONE;
  const isOver = access.paidUntil === null || access.paidUntil <= access.now;
  if (isOver && access.liveLink !== null) await endInviteLink(deps.database, access, liveRevocation(access));
  switch (step.type) {
    case 'wait':
      return notYet(step.seconds);
    case 'dry_run':
      return remove(deps, removing, { isDryRun: true, seconds: step.seconds });
    case 'remove':
      return remove(deps, removing, { isDryRun: false, seconds: 0 });
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
  deps: RemovalDependencies,
  effect: RemoveMember,
  attempt: Attempt,
): Promise<Outcome> {
  let hasKicked = false;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const access = await readAccess(deps.database, effect);
    if (access === undefined) return DONE;
    const { closedChannelId } = access;
    // Nobody can be asked who is in until there is a private channel again.
    if (closedChannelId === null) return notYet(NO_CHANNEL_AGAIN_SECONDS);
    const removing = { access, closedChannelId, attempt };
    const taken = await (hasKicked ? prove(deps, effect, removing) : take(deps, effect, removing));
    if (taken === KICKED) hasKicked = true;
    else if (taken !== CHANGED) return taken;
  }
  return later('the access is being changed too often', 1);
}
