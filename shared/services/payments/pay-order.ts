import { findOrderToPay, type OrderToPay } from '../../database/payments/buyer-orders';
import { repriceInStars } from '../../database/payments/open-order';
import { promiseReply } from '../../database/common/replies';
import { promised, type Reaction } from '../../domain/prompt-effects';
import type { Promised } from '../../domain/effects';
import type { Cents } from '../../domain/common/ids';
import type { ToastAnswer } from '../../domain/messages/answers';
import type { Occasion } from '../../domain/messages/parts';
import { payableNow } from '../../domain/payments/invoices/order-progress';
import {
  choiceOf,
  invoiceBy,
  payStep,
  resultOf,
  type OrderToOffer,
} from '../../domain/payments/invoices/pay-step';
import { waysToPay, type WayToPay } from '../../domain/payments/invoices/ways-to-pay';
import { continueUnder } from '../../logger';
import type { IntentOf } from '../../telegram/route-update';
import { underCurrentId } from '../common/delivery-of';
import { alert, personOf, type UpdateContext } from '../common/update-context';
import { invoiceComing } from './answer-order';

/** Tells why an order can't be paid now. */
function whyNot({ order, isPaused, isStopped }: OrderToPay): ToastAnswer {
  const { state, receivedCents = 0 } = order;
  if (state === 'settled') return { answer: 'order_settled' };
  if (state === 'refunded') return { answer: 'order_refunded' };
  if (order.isPending) return { answer: 'payment_pending' };
  if (order.isHanging && receivedCents === 0) return { answer: 'payment_hangs' };
  if (order.isParked || receivedCents > 0) return { answer: 'owner_will_decide' };
  if (isPaused) return { answer: 'channel_paused' };
  return { answer: isStopped ? 'not_on_sale' : 'tier_not_offered' };
}

/** An order that can be paid now, and how. */
interface Payable {
  readonly order: OrderToOffer;
  readonly ways: readonly WayToPay[];
}

const NO_CENTS = 0 as Cents;

const payableOf = (found: OrderToPay, userId: number): Payable => {
  const { order, priceStars } = found;
  const receivedCents = order.receivedCents ?? NO_CENTS;
  const days = order.item.kind === 'donation' ? null : order.item.days;
  const { amountCents, paidIn } = order;
  const ways = waysToPay({ amountCents, receivedCents, priceStars, paidIn, days }, found);
  return { order: { ...order, userId, receivedCents, priceStars }, ways };
};

/** What an order needs and nobody can use now; `undefined` if it can be paid. */
function switchedOff(
  { order, isUnpayable }: OrderToPay,
  { ways }: Payable,
): 'no_stars_now' | 'payments_off' | undefined {
  if (ways.length === 0 && order.paidIn === 'xtr') return 'no_stars_now';
  return isUnpayable && ways.every((way) => way === 'crypto') ? 'payments_off' : undefined;
}

/** Finds out how its buyer can pay an order now, and promises what follows from that; or says why they can't. */
async function payBy(
  { database, delivery, updateId, starsFor }: UpdateContext,
  { user, reference, button }: Pick<IntentOf<'pay_order'>, 'user' | 'reference' | 'button'>,
  decide: (payable: Payable, asking: string) => Promised | ToastAnswer,
): Promise<Reaction> {
  const found = await findOrderToPay(database, { reference, userId: user.id, starsFor });
  if (found === undefined) return alert(button, { answer: 'order_unknown' });
  const { order, correlationId } = found;
  if (payableNow(order) === 'nothing') return alert(button, whyNot(found));
  // With a part of its price in it, it may be paid to the end: its days count if the access for ever is taken back.
  if (order.hasForEver && (order.receivedCents ?? 0) === 0) return alert(button, { answer: 'has_for_ever' });
  const payable = payableOf(found, user.id);
  const off = switchedOff(found, payable);
  if (off !== undefined) return alert(button, { answer: off });
  continueUnder({ reference, correlationId });
  const decided = decide(payable, String(updateId));
  if ('answer' in decided) return alert(button, decided);
  const { priceStars } = payable.order;
  if (priceStars !== null && order.priceStars == null)
    await repriceInStars(database, { reference, priceStars });
  await promiseReply(database, underCurrentId(delivery), { person: personOf(user), promised: [decided] });
  return resultOf(decided) === 'asked'
    ? promised({ type: 'answer_query', queryId: button.queryId })
    : invoiceComing(button);
}

/** Promises the invoice for what remains of an order (the one that exists, or a new one if that expired), or asks how to pay it. */
export const payOrder = (context: UpdateContext, intent: IntentOf<'pay_order'>): Promise<Reaction> =>
  payBy(context, intent, ({ order, ways }, asking) =>
    payStep(order, ways, { occasion: { type: 'purchase' }, asking }),
  );

/** It takes the place of the question how to pay, and leads back to it if there was a choice. */
const chosen = (ways: readonly WayToPay[]): Occasion =>
  ways.length > 1
    ? { type: 'purchase', isChosen: true }
    : { type: 'purchase', isChosen: true, isOnlyWay: true };

/** Promises the invoice by the way that the buyer chose. */
export const payByChosenWay = (context: UpdateContext, intent: IntentOf<'pay_by'>): Promise<Reaction> =>
  payBy(context, intent, ({ order, ways }, asking) =>
    ways.includes(intent.way)
      ? invoiceBy(intent.way, order, { occasion: chosen(ways), asking })
      : { answer: 'way_not_possible' },
  );

/** Asks again how to pay an order, in place of its invoice. */
export const chooseOtherWay = (context: UpdateContext, intent: IntentOf<'choose_way'>): Promise<Reaction> =>
  payBy(context, intent, ({ order, ways }, asking) =>
    // Without any way, its invoice is refused in words.
    ways.length === 0
      ? payStep(order, ways, { occasion: chosen(ways), asking })
      : choiceOf(order, ways, { occasion: { type: 'purchase' }, asking, isShown: true }),
  );
