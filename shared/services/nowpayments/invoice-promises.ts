import type { OrderToInvoice } from '../../domain/payments/invoices/order-to-invoice';
import {
  MONEY_EXPIRES_SECONDS,
  REMINDER_EXPIRES_SECONDS,
  type EffectOf,
  type Promised,
} from '../../domain/effects';
import { orderTopic } from '../../domain/common/living-message';
import type { Message } from '../../domain/messages/messages';
import type { Occasion } from '../../domain/messages/parts';
import { FIRST_ASKED_AFTER_SECONDS, WATCHED_FOR_SECONDS } from '../../domain/payments/reconciliation';

/** An order, and the promise to invoice it. */
export interface InvoiceAttempt {
  readonly order: OrderToInvoice;
  readonly effect: EffectOf<'create_invoice'>;
  /** The key of the promise, so that each request is answered once, however often it is attempted. */
  readonly key: string;
}

/** What the messages about an order say about it. */
export const aboutInvoiced = ({ reference, title, item, amountCents }: OrderToInvoice) => ({
  reference,
  title,
  item,
  amountCents,
});

/** True if the invoice takes the place of what the order's message showed. */
const isInPlace = (occasion: Occasion): boolean =>
  occasion.type === 'purchase' && (occasion.isOfKeypad ?? occasion.isChosen ?? false);

/** Promises a message to the payer, once for each request for an invoice. They see it appear, so each is a new one. */
export const tellPayer = (
  { order, effect, key }: InvoiceAttempt,
  message: Message,
  what: string,
): Promised => ({
  effect: {
    kind: 'send_message',
    chatId: order.userId,
    message,
    living: {
      topic: orderTopic(order.reference),
      as: isInPlace(effect.occasion) ? 'edit' : 'new',
    },
  },
  key: `${key}:${what}`,
  expiresInSeconds: effect.occasion.type === 'reminder' ? REMINDER_EXPIRES_SECONDS : MONEY_EXPIRES_SECONDS,
  reference: order.reference,
});

/** Promises the message with the invoice. */
export const payNow = (invoicing: InvoiceAttempt, invoiceUrl: string): Promised => {
  const { order, effect } = invoicing;
  const { occasion, amountCents: dueCents } = effect;
  return tellPayer(
    invoicing,
    { type: 'pay_now', ...aboutInvoiced(order), dueCents, invoiceUrl, occasion },
    'pay_now',
  );
};

/** Promises to ask NOWPayments about the order after each invoice that is sent, because an IPN can be lost. */
export const askLater = ({ order: { reference } }: InvoiceAttempt): Promised => ({
  effect: { kind: 'reconcile_order', reference },
  key: `${reference}:reconcile`,
  dueInSeconds: FIRST_ASKED_AFTER_SECONDS,
  expiresInSeconds: 2 * WATCHED_FOR_SECONDS,
  reference,
});
