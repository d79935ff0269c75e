import {
  cancelOrder,
  findOrderStatus,
  findOrderToPay,
  type OrderToPay,
} from '../../database/payments/buyer-orders';
import { promised, react, type PromptEffect, type Reaction } from '../../domain/prompt-effects';
import type { Cents } from '../../domain/common/ids';
import type { ToastAnswer } from '../../domain/messages/answers';
import { payableNow } from '../../domain/payments/invoices/order-progress';
import type { Button, IntentOf } from '../../telegram/route-update';
import { continueUnder } from '../../logger';
import { promiseReply } from '../../database/common/replies';
import { underCurrentId } from '../common/delivery-of';
import { alert, personOf, replyWith, type UpdateContext } from '../common/update-context';
import { invoiceOf } from './open-order';

/** Tells the buyer the state of their order. */
export async function showOrder(context: UpdateContext, { user, reference }: IntentOf<'show_order'>) {
  const order = await findOrderStatus(context.database, { reference, userId: user.id });
  return replyWith(
    context,
    user,
    order ? { type: 'order_status', ...order } : { type: 'link_not_understood' },
  );
}

const CANCEL_ANSWERS = {
  cancelled: 'order_cancelled',
  settled: 'order_settled',
  refunded: 'order_refunded',
  refused: 'nothing_to_cancel',
  open: 'payment_on_its_way',
} as const;

/** Cancels an order unless a payment is on its way. */
export async function cancelOrderFor(
  { database, delivery }: UpdateContext,
  intent: IntentOf<'cancel_order'>,
): Promise<Reaction> {
  const { user, reference, button } = intent;
  const { queryId, chatId, messageId } = button;
  const order = await cancelOrder(database, delivery, { reference, userId: user.id });
  const { state = 'refused', isUnconfirmed = false } = order ?? {};
  const name = isUnconfirmed ? 'order_cancelled_unconfirmed' : CANCEL_ANSWERS[state];
  const answer: PromptEffect = { type: 'answer_query', queryId, answer: { answer: name } };
  if (state !== 'cancelled' || reference === null) return react({ ...answer, isAlert: true });
  const message = { type: 'order_cancelled', isUnconfirmed, reference } as const;
  return promised({ type: 'replace_message', chatId, messageId, message }, answer);
}

/** Answers a button whose invoice follows as a separate message. */
export const invoiceComing = ({ queryId }: Button): Reaction =>
  promised({ type: 'answer_query', queryId, answer: { answer: 'invoice_coming' } });

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

/** Promises the invoice for what remains of an order: the one that exists, or a new one if that expired. */
export async function payOrder(
  { database, delivery, updateId }: UpdateContext,
  { user, reference, button }: IntentOf<'pay_order'>,
): Promise<Reaction> {
  const found = await findOrderToPay(database, { reference, userId: user.id });
  if (found === undefined) return alert(button, { answer: 'order_unknown' });
  const { order, correlationId } = found;
  if (payableNow(order) === 'nothing') return alert(button, whyNot(found));
  // With a part of its price in it, it may be paid to the end: its days count if the access for ever is taken back.
  if (order.hasForEver && (order.receivedCents ?? 0) === 0) return alert(button, { answer: 'has_for_ever' });
  if (found.isUnpayable) return alert(button, { answer: 'payments_off' });
  continueUnder({ reference, correlationId });
  const invoiced = { ...order, receivedCents: order.receivedCents ?? (0 as Cents) };
  await promiseReply(database, underCurrentId(delivery), {
    person: personOf(user),
    promised: [invoiceOf(invoiced, { occasion: { type: 'purchase' }, asking: String(updateId) })],
  });
  return invoiceComing(button);
}
