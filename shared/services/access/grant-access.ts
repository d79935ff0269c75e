import { resendInviteLink, saveInviteLink } from '../../database/access/invite-links';
import { saveAdmission, saveInside, saveOutside } from '../../database/access/members';
import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { readAccess, type MemberAccess } from '../../database/access/member-access';
import {
  accessKey,
  elsewhere,
  liveRevocation,
  removalAgain,
  revocation,
  tellAccess,
  tellAccessTrouble,
} from '../../domain/access/access-promises';
import { decideGrant, isOwed, linkExpiresAt } from '../../domain/access/decide-grant';
import type { EffectOf, Promised } from '../../domain/effects';
import type { ClosedChannelId } from '../../domain/common/ids';
import { phaseOf } from '../../domain/common/subscription';
import { assertNever } from '../../errors';
import type { MembershipFailure } from '../../telegram/failure';
import {
  approveJoin,
  askMembership,
  createJoinLink,
  liftBan,
  type MembershipApi,
} from '../../telegram/membership';
import { DONE, type Attempt, type Outcome } from '../common/outcome';
import { CONFLICT, retryEffectOnConflict, type Conflict } from '../common/retry-on-conflict';
import { reportAccessTrouble, type GrantFailure } from './report-access-trouble';

type GrantAccess = EffectOf<'grant_access'>;

interface GrantDependencies {
  readonly database: Database;
  readonly api: MembershipApi;
}

interface GrantAttempt {
  readonly access: MemberAccess & { readonly paidUntil: number };
  readonly closedChannelId: ClosedChannelId;
  readonly effect: GrantAccess;
  readonly attempt: Attempt;
}

/** Creates a link in place of the one that was live. Stores it before sending it. */
async function makeLink(
  { database, api }: GrantDependencies,
  granting: GrantAttempt,
): Promise<Outcome | Conflict> {
  const { access, closedChannelId, effect, attempt } = granting;
  const reference = effect.reference ?? access.reference;
  const name = reference ?? String(access.userId);
  const accessUntil = access.placeUntil ?? access.paidUntil;
  const expiresAt = linkExpiresAt({ accessUntil, madeAt: access.now });
  const made = await createJoinLink(api, { closedChannelId, name, expiresAt });
  if (!made.ok) return reportAccessTrouble(database, access, { failure: made.failure, attempt });
  const inviteLink = made.value;
  const message = tellAccess(access, { ...effect, key: attempt.key }, inviteLink);
  const isSaved = await saveInviteLink(
    database,
    { ...access, reference },
    { inviteLink, closedChannelId, promised: [message, ...liveRevocation(access)] },
  );
  if (isSaved) return DONE;
  // Nobody has seen this link. If the revocation is lost too, no harm: it admits only its buyer and expires with the
  // access.
  await promiseAlone(database, [revocation(closedChannelId, inviteLink)]);
  return CONFLICT;
}

/** After these failures, an open request is still there, so a link would be useless. */
const REQUEST_STAYS: readonly string[] = [
  'retryable',
  'in_too_many_chats',
  'full',
  'banned',
] satisfies MembershipFailure['type'][];

/**
 * Approves a join request that is open already: one made before the user paid, or one whose update never reached us. Telegram
 * accepts no second request, so a link would be useless. First records that the user is out, because otherwise a lost
 * answer would make them look like a member from before. Returns `nobody` if no request is open.
 */
async function admitWaiting(
  { database, api }: GrantDependencies,
  { access, closedChannelId, effect, attempt }: GrantAttempt,
): Promise<Outcome | 'nobody' | Conflict> {
  if (!access.isAdmitted) await saveOutside(database, { closedChannelId, userId: access.userId });
  const approved = await approveJoin(api, { closedChannelId, userId: access.userId });
  if (!approved.ok) {
    const { failure } = approved;
    if (REQUEST_STAYS.includes(failure.type))
      return reportAccessTrouble(database, access, { failure, attempt });
    if (failure.type !== 'already' || !failure.isInside) return 'nobody';
  }
  const { key } = attempt;
  const promised = [tellAccess(access, { ...effect, key }, null)];
  return (await saveAdmission(database, access, { key, revoking: liveRevocation(access), promised }))
    ? DONE
    : CONFLICT;
}

async function grant(deps: GrantDependencies, granting: GrantAttempt): Promise<Outcome | Conflict> {
  const { database, api } = deps;
  const { access, closedChannelId, effect, attempt } = granting;
  const membership = await askMembership(api, { closedChannelId, userId: access.userId });
  if (!membership.ok) return reportAccessTrouble(database, access, { failure: membership.failure, attempt });
  // The ban of another offer. This one opens the place, so it counts.
  if (membership.value === 'banned' && access.isBannedElsewhere) {
    const lifted = await liftBan(api, { closedChannelId, userId: access.userId });
    return lifted.ok ? CONFLICT : reportAccessTrouble(database, access, { failure: lifted.failure, attempt });
  }
  if (membership.value === 'out') {
    const admitted = await admitWaiting(deps, granting);
    if (admitted !== 'nobody') return admitted;
  }
  const news = { ...effect, key: attempt.key };
  const step = decideGrant(membership.value, effect.news, access);
  switch (step) {
    case 'tell': {
      const promised = [tellAccess(access, news, null)];
      const isTold = await saveInside(database, access, { promised, revoking: liveRevocation(access) });
      return isTold ? DONE : CONFLICT;
    }
    case 'resend': {
      const promised = [tellAccess(access, news, access.liveLink?.inviteLink ?? null)];
      return (await resendInviteLink(database, access, promised)) ? DONE : CONFLICT;
    }
    case 'make':
      return makeLink(deps, granting);
    case 'blocked':
      return reportAccessTrouble(database, access, { failure: BANNED, attempt });
    default:
      return assertNever(step);
  }
}

const BANNED: GrantFailure = { type: 'banned', reason: 'they are banned from the private channel' };
const BANNED_BY_OWNER: GrantFailure = { type: 'banned', reason: 'they are banned from the channel' };
const NO_CHANNEL: GrantFailure = { type: 'no_channel', reason: 'there is no private channel' };

/**
 * What follows when access ended before a retried grant succeeded. An earlier attempt may have let the user in, so they
 * are removed. If they never got in, the owner is told, because only the owner can put that right.
 */
const promisesAfterEnd = (access: MemberAccess, { key }: Attempt): Promised[] => [
  ...removalAgain(access, key),
  ...(isOwed(access) ? [tellAccessTrouble(access, { trouble: 'too_late', reason: '' })] : []),
];

/**
 * Lets a user who has paid into a place: with one live link of their own or, if they are in already, with a message that says
 * until when. One statement stores the link and promises to send it, so a retry after any crash sends the same link.
 * Does nothing if access has ended. Without `chatId`, promises the same for every other place of the offer.
 */
export async function grantAccess(
  deps: GrantDependencies,
  effect: GrantAccess,
  attempt: Attempt,
): Promise<Outcome> {
  return retryEffectOnConflict('access', async (lost) => {
    const access = await readAccess(deps.database, effect, accessKey(attempt.key));
    if (access === undefined || access.isPromised) return DONE;
    const { paidUntil, closedChannelId, elsewhere: places, isMain, isOpen } = access;
    // The owner took the place away from the offer.
    if (!isMain && !isOpen) return DONE;
    if (paidUntil === null || phaseOf({ ...access, until: paidUntil }) !== 'active') {
      if (lost + attempt.attempts > 1) await promiseAlone(deps.database, promisesAfterEnd(access, attempt));
      return DONE;
    }
    if (access.isBanned)
      return reportAccessTrouble(deps.database, access, { failure: BANNED_BY_OWNER, attempt });
    if (places.length > 0) await promiseAlone(deps.database, elsewhere(effect, { key: attempt.key, places }));
    if (closedChannelId === null)
      return reportAccessTrouble(deps.database, access, { failure: NO_CHANNEL, attempt });
    return grant(deps, { access: { ...access, paidUntil }, closedChannelId, effect, attempt });
  });
}
