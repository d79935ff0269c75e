import { decideCase } from './decide-payment';
import type { Cents } from './common/ids';
import type { WorthEffect } from './messages/owner-lists';
import { isTaken, typedWorth } from './payments/cases';
import { judgePayments } from './payments/judge-payments';
import type { PaymentCase } from './payments/payment-case';

/**
 * What it would do if the owner says that a payment was worth so much. `undefined` if nobody may say it, because its
 * worth is known or it was decided.
 */
export function worthEffect(
  known: PaymentCase,
  paymentId: number,
  cents: Cents,
): { readonly effect: WorthEffect; readonly days: number } | undefined {
  const { order, payments } = known;
  const judgement = judgePayments(order, payments);
  const payment = payments.find((each) => each.paymentId === paymentId);
  const typed = payment && typedWorth(payment, order, judgement, cents);
  if (typed === undefined) return undefined;
  const { days, decision } = typed;
  if (days > 0) return { effect: 'days', days };
  if (decision === null) return { effect: 'figures', days };
  if (order.item.kind === 'donation') return { effect: 'gift', days };
  if (isTaken(judgement)) return { effect: 'kept', days };
  const decided = decideCase(known, { paymentId, decision, days, typedCents: cents });
  return { effect: decided?.judgement.state === 'settled' ? 'order' : 'part', days };
}
