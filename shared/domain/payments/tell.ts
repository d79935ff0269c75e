import { payerForOwner } from '../common/anonymous-payer';
import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import type { Message } from '../messages/messages';
import type { Judgement } from './judge-payments';
import type { Payment } from './payment';
import type { PaymentCase } from './payment-case';

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
export const aboutOrder = ({ order, channel }: PaymentCase) => ({
  reference: order.reference,
  title: channel.title,
  item: order.item,
  amountCents: order.amountCents,
});

/** What the messages about a sale or a gift say about it. */
export const saleOf = ({ known }: Telling) => ({
  title: known.channel.title,
  openChannelId: known.channel.openChannelId,
  payer: payerForOwner(known),
  paidAt: known.now.toISOString(),
  timeZone: known.channel.timeZone,
});

/** A promise to tell about a payment. The key allows one message for each thing that can happen to it. */
export const tell = (
  { known: { order } }: Telling,
  payment: Payment,
  { chatId, message, what }: { chatId: number; message: Message; what: string },
): Promised => ({
  effect: { kind: 'send_message', chatId, message },
  key: `${order.reference}:${payment.paymentId}:${what}`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
  reference: order.reference,
});

/** Where the owner wants to read about each sale; `undefined` if they don't. */
export const salesChatOf = ({ channel }: PaymentCase): number | undefined =>
  channel.notificationsEnabled && channel.notifyEachSale
    ? (channel.notificationsChatId ?? channel.ownerUserId)
    : undefined;
