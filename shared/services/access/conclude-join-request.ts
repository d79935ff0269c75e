import { recordOnce, wasRecorded } from '../../database/common/audit-log';
import { saveAdmission } from '../../database/access/members';
import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { readAccess, type MemberAccess } from '../../database/access/member-access';
import type { Language } from '../../domain/common/language';
import { liveRevocation, removalAgain, tellInside } from '../../domain/access/access-promises';
import type { EffectOf } from '../../domain/effects';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import { isInside } from '../../domain/common/membership';
import { phaseOf } from '../../domain/common/subscription';
import type { Api } from '../../telegram/api';
import { telegramFailure, type MembershipFailure } from '../../telegram/failure';
import { approveJoin, askMembership, declineJoin, type MembershipApi } from '../../telegram/membership';
import { sendMessage } from '../../telegram/send-message';
import { afterRetryable, DONE, later, type Attempt, type Outcome } from '../common/outcome';
import { CONFLICT, retryEffectOnConflict, type Conflict } from '../common/retry-on-conflict';
import { reportAccessTrouble } from './report-access-trouble';

type JoinAnswer = EffectOf<'approve_join_request' | 'decline_join_request'>;

export interface JoinRequestDependencies {
  readonly database: Database;
  readonly api: MembershipApi & Pick<Api, 'sendMessage'>;
}

/** A message that failed twice must not hold up the refusal. */
const MAX_TELL_ATTEMPTS = 2;

/** The channel, and the user that asks to join it. */
interface JoinRequest {
  readonly openChannelId: OpenChannelId;
  readonly closedChannelId: ClosedChannelId;
  readonly userId: number;
  readonly title: string;
  /** Where the bot can write to the user. */
  readonly userChatId: number;
}

/** Lets in a requester who has access. Returns `CONFLICT` if access or membership changed in the meantime. */
async function approve(
  { database, api }: JoinRequestDependencies,
  { access, request, attempt }: { access: MemberAccess; request: JoinRequest; attempt: Attempt },
): Promise<Outcome | Conflict> {
  const approved = await approveJoin(api, request);
  if (!approved.ok) {
    const { failure } = approved;
    if (failure.type === 'no_such_user') return DONE;
    if (failure.type !== 'already') return reportAccessTrouble(database, access, { failure, attempt });
    const membership = await askMembership(api, request);
    if (!membership.ok)
      return reportAccessTrouble(database, access, { failure: membership.failure, attempt });
    // The request was withdrawn, or declined by hand. The link is still live, so they can ask again.
    if (!isInside(membership.value)) return DONE;
  }
  const { key } = attempt;
  const promised = [tellInside(access, key)];
  const isSaved = await saveAdmission(database, access, { key, revoking: liveRevocation(access), promised });
  return isSaved ? DONE : CONFLICT;
}

/**
 * Tells a stranger why before declining, because afterwards the bot can't message a user who never started it. Returns
 * an outcome only if the message should be retried.
 */
async function tellStranger(
  { api }: JoinRequestDependencies,
  { userChatId, openChannelId, title }: JoinRequest,
  { isBanned, language }: { readonly isBanned: boolean; readonly language: Language },
): Promise<Outcome | undefined> {
  try {
    await sendMessage(
      api,
      { chatId: userChatId, language },
      isBanned ? { type: 'not_sold_to_you', title } : { type: 'join_declined', openChannelId, title },
    );
    return undefined;
  } catch (error) {
    const failure = telegramFailure(error);
    return failure.type === 'retryable' ? afterRetryable(failure) : undefined;
  }
}

/** Retries without telling the requester, because they have no access to wait for. */
const postponed = (failure: MembershipFailure): Outcome =>
  failure.type === 'retryable'
    ? later(failure.reason, failure.afterSeconds)
    : later(failure.type === 'already' ? 'it was answered already' : failure.reason);

/** Declines the request. If an earlier attempt already approved it, removes the member. */
async function decline(
  deps: JoinRequestDependencies,
  { access, request, attempt }: { access: MemberAccess | undefined; request: JoinRequest; attempt: Attempt },
  mayHaveApproved: boolean,
): Promise<Outcome> {
  const { database, api } = deps;
  if (mayHaveApproved && access !== undefined) {
    const membership = await askMembership(api, request);
    if (!membership.ok) return postponed(membership.failure);
    if (isInside(membership.value)) {
      await promiseAlone(database, removalAgain(access, attempt.key));
      return DONE;
    }
  }
  const { openChannelId, userId } = request;
  const refusal = { act: 'join_refusal_said', openChannelId, userId };
  if (attempt.attempts <= MAX_TELL_ATTEMPTS && !(await wasRecorded(database, refusal, attempt.key))) {
    const isBanned = access?.isBanned === true;
    const retry = await tellStranger(deps, request, { isBanned, language: attempt.language });
    if (retry !== undefined && attempt.attempts < MAX_TELL_ATTEMPTS) return retry;
  }
  const declined = await declineJoin(api, request);
  if (!declined.ok) {
    const { failure } = declined;
    if (failure.type === 'already' || failure.type === 'no_such_user') return DONE;
    await recordOnce(database, refusal, attempt.key);
    return postponed(failure);
  }
  await recordOnce(database, { act: 'join_declined', openChannelId, userId }, attempt.key);
  return DONE;
}

/**
 * Answers a join request by the access as it is now, because it may have ended or begun since the request. If an answer
 * from Telegram was lost, asks whether the user is in.
 */
export async function concludeJoinRequest(
  deps: JoinRequestDependencies,
  effect: JoinAnswer,
  attempt: Attempt,
): Promise<Outcome> {
  return retryEffectOnConflict('access', async () => {
    const access = await readAccess(deps.database, effect);
    const { userChatId = effect.userId } = effect;
    const request = access?.closedChannelId
      ? { ...access, closedChannelId: access.closedChannelId, userChatId }
      : effect.kind === 'decline_join_request'
        ? { ...effect, userChatId }
        : undefined;
    // The channel is no longer sold.
    if (request === undefined) return DONE;
    if (access === undefined || phaseOf({ ...access, until: access.placeUntil }) !== 'active')
      return decline(deps, { access, request, attempt }, effect.kind === 'approve_join_request');
    return approve(deps, { access, request, attempt });
  });
}
