import { payerForOwner } from '../common/anonymous-payer';
import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import { orderTopic, type Living } from '../common/living-message';
import type { Message } from '../messages/messages';
import type { AboutOrder } from '../messages/parts';
import type { Judgement } from './judge-payments';
import type { Payment } from './payment';
import type { PaymentCase } from './payment-case';
import { starPriceOf } from './invoices/star-price';

/** What a decision is told from. */
export interface Telling {
  readonly known: PaymentCase;
  readonly judgement: Judgement;
  readonly payments: readonly Payment[];
  /** The new end of the payer's access, if it changes. */
  readonly paidUntil: number | null;
  /** How the order was judged before this decision. */
  readonly before: Judgement;
}

/** What every message about an order says about it. */
export const aboutOrder = ({ order, channel }: PaymentCase, judgement: Judgement): AboutOrder => ({
  reference: order.reference,
  title: channel.title,
  item: order.item,
  amountCents: order.amountCents,
  ...starPriceOf(order, judgement),
});

/** What the messages about a sale or a gift say about it. */
export const saleOf = ({ known }: Telling) => ({
  title: known.channel.title,
  openChannelId: known.channel.openChannelId,
  payer: payerForOwner(known),
  paidAt: known.now.toISOString(),
  timeZone: known.channel.timeZone,
});

/** What is told, the chat that reads it, and the name of the thing that happened. */
interface Told {
  readonly chatId: number;
  readonly message: Message;
  readonly what: string;
}

/** A promise to tell about a payment. The key allows one message for each thing that can happen to it. */
export const tell = (
  { known: { order } }: Telling,
  payment: Payment,
  { chatId, message, what, living }: Told & { readonly living?: Living | undefined },
): Promised => ({
  effect: { kind: 'send_message', chatId, message, ...(living && { living }) },
  key: `${order.reference}:${payment.paymentId}:${what}`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
  reference: order.reference,
});

/** Like `tell`, in the payer's one message about the order; without `as`, in a message beside it. */
export const tellInPlace = (
  telling: Telling,
  payment: Payment,
  { as, ...told }: Omit<Told, 'chatId'> & { readonly as: Living['as'] | undefined },
): Promised => {
  const { payer, order } = telling.known;
  const living = as && { topic: orderTopic(order.reference), as };
  return tell(telling, payment, { ...told, chatId: payer.userId, living });
};

/** Where the owner wants to read about each sale; `undefined` if they don't. */
export const salesChatOf = ({ channel }: PaymentCase): number | undefined =>
  channel.notificationsEnabled && channel.notifyEachSale
    ? (channel.notificationsChatId ?? channel.ownerUserId)
    : undefined;
