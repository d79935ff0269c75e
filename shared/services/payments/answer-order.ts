import { cancelOrder, findOrderStatus } from '../../database/payments/buyer-orders';
import { react, type PromptEffect, type Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import { replyWith, type UpdateContext } from '../common/update-context';

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
  const name = CANCEL_ANSWERS[order?.state ?? 'refused'];
  const answer: PromptEffect = { type: 'answer_query', queryId, answer: { answer: name } };
  if (order?.state !== 'cancelled') return react({ ...answer, isAlert: true });
  return react({ type: 'replace_message', chatId, messageId, message: { type: 'order_cancelled' } }, answer);
}
