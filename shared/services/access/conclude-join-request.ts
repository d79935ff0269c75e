import { recordOnce, wasRecorded } from '../../database/common/audit-log';
import { saveAdmission } from '../../database/access/members';
import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { readAccess, type MemberAccess } from '../../database/access/subscriptions';
import { liveRevocation, removalAgain } from '../../domain/access/access-promises';
import type { EffectOf } from '../../domain/effects';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import { isInside } from '../../domain/common/membership';
import { phaseOf } from '../../domain/common/subscription';
import type { Api } from '../../telegram/api';
import { telegramFailure, type MembershipFailure } from '../../telegram/failure';
import { approveJoin, askMembership, declineJoin, type MembershipApi } from '../../telegram/membership';
import { sendMessage } from '../../telegram/send-message';
import { DONE, later, type Attempt, type Outcome } from '../common/outcome';
import { CONFLICT, retryEffectOnConflict, type Conflict } from '../common/retry-on-conflict';
import { reportAccessTrouble } from './report-access-trouble';

type JoinAnswer = EffectOf<'approve_join_request' | 'decline_join_request'>;

export interface JoinRequestDependencies {
  readonly database: Database;
  readonly api: MembershipApi & Pick<Api, 'sendMessage'>;
}

/** A word that could not be said twice must not hold the refusal up. */
const TRIES_TO_SAY = 2;

/** The channel that is asked for, and who asks. */
interface JoinRequest {
  readonly openChannelId: OpenChannelId;
  readonly closedChannelId: ClosedChannelId;
  readonly userId: number;
  readonly title: string;
}

/** Lets the requester in if they have access. `CONFLICT` when access or membership changed while Telegram let them in. */
async function approve(
  { database, api }: JoinRequestDependencies,
  { access, asked, attempt }: { access: MemberAccess; asked: JoinRequest; attempt: Attempt },
): Promise<Outcome | Conflict> {
  const approved = await approveJoin(api, asked);
  if (!approved.ok) {
    const { failure } = approved;
    if (failure.type === 'no_such_user') return DONE;
    if (failure.type !== 'already') return reportAccessTrouble(database, access, { failure, attempt });
    const membership = await askMembership(api, asked);
    if (!membership.ok)
      return reportAccessTrouble(database, access, { failure: membership.failure, attempt });
    // Withdrawn, or declined by hand: the link is live still, and they can ask again.
    if (!isInside(membership.value)) return DONE;
  }
  const { key } = attempt;
  const isSaved = await saveAdmission(database, access, { key, revoking: liveRevocation(access) });
  return isSaved ? DONE : CONFLICT;
}

/** Tells a stranger why, before declining: afterwards the bot may not write to who never started it. */
async function tellStranger(
  { api }: JoinRequestDependencies,
  { userId, openChannelId, title }: JoinRequest,
  isBanned: boolean,
): Promise<Outcome | undefined> {
  try {
    await sendMessage(
      api,
      userId,
      isBanned ? { type: 'not_sold_to_you', title } : { type: 'join_declined', openChannelId, title },
    );
    return undefined;
  } catch (error) {
    const failure = telegramFailure(error);
    return failure.type === 'retryable' ? later(failure.reason, failure.afterSeconds) : undefined;
  }
}

/** Tried again in silence: whom it is about has no access to wait for. */
const postponed = (failure: MembershipFailure): Outcome =>
  failure.type === 'retryable'
    ? later(failure.reason, failure.afterSeconds)
    : later(failure.type === 'already' ? 'it was answered already' : failure.reason);

/** Turns somebody away. Who is in all the same by our word has to leave again. */
async function decline(
  deps: JoinRequestDependencies,
  { access, asked, attempt }: { access: MemberAccess | undefined; asked: JoinRequest; attempt: Attempt },
  mayHaveApproved: boolean,
): Promise<Outcome> {
  const { database, api } = deps;
  if (mayHaveApproved && access !== undefined) {
    const membership = await askMembership(api, asked);
    if (!membership.ok) return postponed(membership.failure);
    if (isInside(membership.value)) {
      await promiseAlone(database, [removalAgain(access, attempt.key)]);
      return DONE;
    }
  }
  const { openChannelId, userId } = asked;
  const said = { act: 'join_refusal_said', openChannelId, userId };
  if (attempt.attempts <= TRIES_TO_SAY && !(await wasRecorded(database, said, attempt.key))) {
    const waiting = await tellStranger(deps, asked, access?.isBanned === true);
    if (waiting !== undefined && attempt.attempts < TRIES_TO_SAY) return waiting;
  }
  const declined = await declineJoin(api, asked);
  if (!declined.ok) {
    const { failure } = declined;
    if (failure.type === 'already' || failure.type === 'no_such_user') return DONE;
    await recordOnce(database, said, attempt.key);
    return postponed(failure);
  }
  await recordOnce(database, { act: 'join_declined', openChannelId, userId }, attempt.key);
  return DONE;
}

/**
 * Answers a request to join, by the access as it is now: days that ended since are no way in, and days that came since are.
 * An answer of Telegram's that was lost is found out by asking who is in.
 */
export async function concludeJoinRequest(
  deps: JoinRequestDependencies,
  effect: JoinAnswer,
  attempt: Attempt,
): Promise<Outcome> {
  return retryEffectOnConflict('access', async () => {
    const access = await readAccess(deps.database, effect);
    const asked = access?.closedChannelId
      ? { ...access, closedChannelId: access.closedChannelId }
      : effect.kind === 'decline_join_request'
        ? effect
        : undefined;
    // The channel is not sold any more.
    if (asked === undefined) return DONE;
    if (
      access === undefined ||
      access.isBanned ||
      phaseOf({ ...access, until: access.paidUntil }) !== 'active'
    )
      return decline(deps, { access, asked, attempt }, effect.kind === 'approve_join_request');
    return approve(deps, { access, asked, attempt });
  });
}
