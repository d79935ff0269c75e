import type { Promised } from '../effects';
import { payerForOwner } from '../common/anonymous-payer';
import type { Message } from '../messages/messages';
import { oddityOf } from './oddity';
import type { Payment } from './payment';
import type { PaymentCase } from './payment-case';
import { aboutOrder, saleOf, salesChatOf, tell, tellInPlace, type Telling } from './tell';
import { tellDonation } from './tell-gift';

const typedBefore = ({ payments }: PaymentCase, { paymentId }: Payment): number | null =>
  payments.find((each) => each.paymentId === paymentId)?.typedCents ?? null;

/** Money beyond the price that came after the sale was told: both sides are told once for each new amount. */
function tellExcess(telling: Telling, payment: Payment): Promised[] {
  const { known, judgement, before, payments } = telling;
  const { excessCents } = judgement;
  if (known.order.state !== 'settled' || excessCents <= before.excessCents) return [];
  // The owner says what came long ago, so nothing more has come.
  if (payments.some((each) => each.typedCents !== typedBefore(known, each))) return [];
  const { received } = oddityOf(judgement, payments, known.order);
  const about = { news: 'over', ...aboutOrder(known, judgement), ...received } as const;
  const { payer, channel } = known;
  const { paymentId } = payment;
  const what = `over:${excessCents}`;
  return [
    tell(telling, payment, {
      chatId: payer.userId,
      message: { type: 'payment_news', ...about },
      what: `payer:${what}`,
    }),
    tell(telling, payment, {
      chatId: channel.ownerUserId,
      message: { type: 'odd_payment', ...about, payer: payerForOwner(known), paymentId, answers: [] },
      what: `owner:${what}`,
    }),
  ];
}

/**
 * The payer of a subscription is told by the message with the invite link: see `decide-access.ts`. The one with the invoice
 * says that it is paid, and can't be paid again.
 */
function tellSubscription(telling: Telling, payment: Payment): Promised[] {
  const { known, judgement, payments, paidUntil } = telling;
  const { order, now } = known;
  const salesChat = salesChatOf(known);
  if (order.item.kind === 'donation') return [];
  const { exception, received } = oddityOf(judgement, payments, order);
  const incomeCents = judgement.incomeCents ?? order.amountCents;
  const message: Message = {
    type: 'subscription_sold',
    reference: order.reference,
    ...saleOf(telling),
    amountCents: order.amountCents,
    receivedCents: incomeCents,
    exception,
    ...received,
    tierName: order.item.tierName,
    days: order.item.days,
    paidUntil: paidUntil ?? now.getTime(),
  };
  const paid: Message = { type: 'order_paid', ...aboutOrder(known, judgement), incomeCents };
  return [
    tellInPlace(telling, payment, { message: paid, what: 'payer:settled', as: 'edit_only' }),
    ...(salesChat === undefined
      ? []
      : [tell(telling, payment, { chatId: salesChat, message, what: 'owner:settled' })]),
    ...tellExcess(telling, payment),
  ];
}

/** The messages about the payment that completed an order. */
export const tellSettled = (telling: Telling, payment: Payment): Promised[] =>
  telling.known.order.item.kind === 'donation'
    ? tellDonation(telling, payment)
    : tellSubscription(telling, payment);
