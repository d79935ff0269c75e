import type { Invoice, RefundedPayment, SuccessfulPayment } from 'grammy/types';

/** What a message has if it is about a payment: an invoice, or one of the two service messages. */
export interface PaymentMessage {
  invoice?: Invoice;
  successful_payment?: SuccessfulPayment;
  refunded_payment?: RefundedPayment;
}
