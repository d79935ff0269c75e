import { cancelOrder, findOrderStatus } from '../../database/payments/buyer-orders';
import { promised, react, type PromptEffect, type Reaction } from '../../domain/prompt-effects';
import type { Button, IntentOf } from '../../telegram/route-update';
import { replyWith, type UpdateContext } from '../common/update-context';

/** Tells the buyer the state of their order. */
export async function showOrder(context: UpdateContext, { user, reference }: IntentOf<'show_order'>) {
  const { database, starsFor } = context;
  const order = await findOrderStatus(database, { reference, userId: user.id, starsFor });
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
  // The worker shows it in place of an invoice.
  if (button.isOnInvoice) return promised(answer);
  const message = { type: 'order_cancelled', isUnconfirmed, reference } as const;
  return promised({ type: 'replace_message', chatId, messageId, message }, answer);
}

/** Answers a button whose invoice follows as a separate message. */
export const invoiceComing = ({ queryId }: Button): Reaction =>
  promised({ type: 'answer_query', queryId, answer: { answer: 'invoice_coming' } });
