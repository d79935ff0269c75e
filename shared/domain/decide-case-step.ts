import type { Cents } from './common/ids';
import { payerForOwner } from './common/anonymous-payer';
import { orderTopic } from './common/living-message';
import { decideCase, type PaymentDecision } from './decide-payment';
import { MONEY_EXPIRES_SECONDS, type EffectOf, type Promised } from './effects';
import type { Message } from './messages/messages';
import { caseOf } from './payments/clock/case-clock';
import type { CaseReminder } from './payments/clock/case-steps';
import { isCounted } from './payments/counts';
import { hangs } from './payments/clock/hanging';
import { judgePayments, type Judgement } from './payments/judge-payments';
import { receivedBy } from './payments/oddity';
import type { Payment } from './payments/payment';
import type { PaymentCase } from './payments/payment-case';
import { aboutOrder } from './payments/tell';
import { caseMessage } from './payments/tell-payment';

type Step = Pick<EffectOf<'case_step'>, 'paymentId' | 'about'>;

/** A case as a step of its clock finds it. */
export interface OpenCase {
  readonly payment: Payment;
  readonly judgement: Judgement;
}

/** Finds the case that a step was promised for. `undefined` if it was decided, or is another case now. */
export function findOpenCase(known: PaymentCase, { paymentId, about }: Step): OpenCase | undefined {
  const payment = known.payments.find((each) => each.paymentId === paymentId);
  const judgement = judgePayments(known.order, known.payments);
  if (payment === undefined || caseOf(judgement, payment) !== about) return undefined;
  return { payment, judgement };
}

/** True if the owner chose to wait, so that they need no reminder and no default. */
export const isAnswered = ({ payment }: OpenCase): boolean => hangs(payment) && payment.isWaitedFor;

/** A message about a case, and who gets it. */
export interface CaseTelling {
  readonly chatId: number;
  readonly message: Message;
}

/** What one side is told about an open case. */
export function tellCase(
  known: PaymentCase,
  { payment, judgement }: OpenCase,
  { to, moment }: Pick<CaseReminder, 'to' | 'moment'>,
): CaseTelling | undefined {
  const { channel, payer } = known;
  const odd = caseMessage(known, payment.paymentId);
  if (odd?.type !== 'odd_payment') return undefined;
  if (to === 'owner') return { chatId: channel.ownerUserId, message: { type: 'case_reminder', moment, odd } };
  const about = {
    ...aboutOrder(known, judgement),
    ...receivedBy(payment, known.order),
    status: payment.paymentStatus,
  };
  const isRestAsked = odd.isCounted === true && odd.isRestInvoiced === true;
  const restCents = (known.order.amountCents - judgement.receivedCents) as Cents;
  const message: Message = { type: 'case_waiting', moment, news: odd.news, ...about };
  return { chatId: payer.userId, message: isRestAsked ? { ...message, restCents } : message };
}

/** Promises to tell one side about a case, once for each `what`. */
export const promiseMessage = (
  known: PaymentCase,
  { paymentId, about }: Step,
  { chatId, message, what }: CaseTelling & { readonly what: string },
): Promised => ({
  effect: {
    kind: 'send_message',
    chatId,
    message,
    // It may have the button that pays the rest. News of an order that was paid is beside its thanks.
    ...(message.type === 'case_waiting' &&
      known.order.state !== 'settled' && {
        living: { topic: orderTopic(known.order.reference), as: 'new' as const },
      }),
  },
  key: `${known.order.reference}:${paymentId}:case:${about}:${what}`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
  reference: known.order.reference,
});

/** Tells both sides the same about a case that stays open. */
function tellBoth(
  known: PaymentCase,
  step: Step,
  { found, moment }: { found: OpenCase; moment: 'stays_open' | 'watch_ended' },
): Promised[] {
  return (['owner', 'payer'] as const).flatMap((to) => {
    const telling = tellCase(known, found, { to, moment });
    return telling === undefined
      ? []
      : [promiseMessage(known, step, { ...telling, what: `${moment}:${to}` })];
  });
}

/**
 * What is missing of a subscription that may be accepted by default: less than any coin could pay, so that its buyer
 * can do nothing. `undefined` for any other case.
 */
function tooLittleMissing(
  { order }: PaymentCase,
  { payment, judgement }: OpenCase,
  leastCents: Cents,
): Cents | undefined {
  const { state, receivedCents, verdicts } = judgement;
  const isUnpaid = state === 'open' || state === 'cancelled';
  const isPart = verdicts.get(payment.paymentId)?.exception === 'partial' && isCounted(payment, order);
  const missing = (order.amountCents - receivedCents) as Cents;
  const isAcceptable = order.item.kind === 'subscription' && isUnpaid && isPart && receivedCents > 0;
  return isAcceptable && missing < leastCents ? missing : undefined;
}

/** The default of a case: it is accepted, or it stays open and both sides are told. */
export type CaseDefault =
  | { readonly type: 'accepted'; readonly decision: PaymentDecision }
  | { readonly type: 'stays_open'; readonly promised: readonly Promised[] };

/** Decides how a case ends that nobody answered. `undefined` if it was answered. */
export function decideCaseDefault(
  known: PaymentCase,
  step: Step,
  leastCents: Cents,
): CaseDefault | undefined {
  const found = findOpenCase(known, step);
  if (found === undefined || isAnswered(found)) return undefined;
  const missingCents = tooLittleMissing(known, found, leastCents);
  const { paymentId } = step;
  const decision =
    missingCents === undefined ? undefined : decideCase(known, { paymentId, decision: 'accept' });
  if (missingCents === undefined || decision === undefined)
    return { type: 'stays_open', promised: tellBoth(known, step, { found, moment: 'stays_open' }) };
  const { channel, payer } = known;
  const accepted = (to: 'owner' | 'payer'): Promised => {
    const of = { missingCents, paymentId, payer: to === 'owner' ? payerForOwner(known) : null };
    const message: Message = { type: 'case_accepted', ...aboutOrder(known, decision.judgement), ...of };
    const chatId = to === 'owner' ? channel.ownerUserId : payer.userId;
    return promiseMessage(known, step, { chatId, message, what: `accepted:${to}` });
  };
  const promised = [accepted('owner'), accepted('payer'), ...decision.promised];
  return { type: 'accepted', decision: { ...decision, promised } };
}

/** What both sides are told when we stop asking the payment provider about a payment that hangs. */
export function tellWatchEnded(known: PaymentCase, step: Step): readonly Promised[] | undefined {
  const found = findOpenCase(known, step);
  return found && tellBoth(known, step, { found, moment: 'watch_ended' });
}
