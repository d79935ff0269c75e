import { findRefund, type FoundRefund } from '../../database/stars/find-refund';
import { refuseRefund } from '../../database/stars/performed-refunds';
import type { Database } from '../../database/connection/pool';
import { MONEY_EXPIRES_SECONDS, type EffectOf, type Promised } from '../../domain/effects';
import { refusalIn, UNANSWERED } from '../../domain/stars/refunds';
import type { Logger } from '../../logger';
import type { Api } from '../../telegram/api';
import { isAlreadyRefunded, telegramFailure } from '../../telegram/failure';
import { DONE, later, type Attempt, type Outcome } from '../common/outcome';
import { withSecondTry } from '../common/second-try';
import { aboutRefund, takeRefund } from './take-refund';

type RefundRequest = Omit<EffectOf<'refund_payment'>, 'kind'>;

export interface RefundDependencies {
  readonly database: Database;
  readonly log: Logger;
  readonly api: Pick<Api, 'refundStarPayment'>;
}

/** Why Telegram refuses, after it has said so for good; otherwise when to ask again. `undefined`: it is done. */
async function callForRefund(
  { api }: RefundDependencies,
  { userId, chargeId }: FoundRefund,
): Promise<Outcome | { readonly refusedBecause: string } | undefined> {
  try {
    await withSecondTry(() => api.refundStarPayment(userId, chargeId));
    return undefined;
  } catch (error) {
    // After a call whose answer was lost, and sometimes after the first one.
    if (isAlreadyRefunded(error)) return undefined;
    const failure = telegramFailure(error);
    if (failure.type === 'retryable') return later(failure.reason, failure.afterSeconds);
    return { refusedBecause: failure.type === 'benign' ? 'refused' : failure.reason };
  }
}

/** Tells who asked, and the owner of the channel if that is somebody else. */
const tellRefused = (
  refund: FoundRefund,
  { key, reason }: { readonly key: string; readonly reason: string },
): Promised[] =>
  [...new Set([refund.askedBy ?? refund.ownerUserId, refund.ownerUserId])].map((chatId) => ({
    effect: {
      kind: 'send_message',
      chatId,
      message: { type: 'refund_refused', ...aboutRefund(refund), refusal: refusalIn(reason) },
    },
    key: `${key}:refused:${chatId}`,
    expiresInSeconds: MONEY_EXPIRES_SECONDS,
    reference: refund.reference,
  }));

async function refuse(
  { database, log }: RefundDependencies,
  effect: RefundRequest,
  { refund, reason, key }: { readonly refund: FoundRefund; readonly reason: string; readonly key: string },
): Promise<Outcome> {
  const { paymentId, reference } = effect;
  log.warn('refund.refused', { paymentId, reference, reason });
  await refuseRefund(database, { paymentId, reason, promised: tellRefused(refund, { key, reason }) });
  return DONE;
}

/**
 * Has Telegram send a payment back. Only Telegram's word that it did makes the payment a refund, in the same way as its
 * update. Safe to repeat: a second call is answered with CHARGE_ALREADY_REFUNDED.
 */
export async function refundPayment(
  deps: RefundDependencies,
  effect: RefundRequest,
  { key }: Pick<Attempt, 'key'>,
): Promise<Outcome> {
  const refund = await findRefund(deps.database, effect);
  if (refund === undefined) return DONE;
  if (!refund.isRefunded) {
    if (!refund.isAsked) return DONE;
    const answer = await callForRefund(deps, refund);
    if (answer !== undefined && 'refusedBecause' in answer)
      return refuse(deps, effect, { refund, reason: answer.refusedBecause, key });
    if (answer !== undefined) return answer;
  }
  await takeRefund(deps, refund);
  return DONE;
}

/** Telegram answered nothing for days. Who asked may ask again; if it was made anyway, Telegram's list says so. */
export async function giveUpRefund(
  deps: RefundDependencies,
  effect: RefundRequest,
  { key }: Pick<Attempt, 'key'>,
): Promise<Outcome> {
  const refund = await findRefund(deps.database, effect);
  if (refund?.isAsked !== true || refund.isRefunded) return DONE;
  return refuse(deps, effect, { refund, reason: UNANSWERED, key });
}
