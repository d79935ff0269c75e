import { SECOND_MS } from '../domain/common/time';
import type { StarCharge, StarRefund } from '../domain/stars/charge';
import type { RenewalReport } from '../domain/stars/renewal';
import type { Update } from './update';

type PaymentMessage = NonNullable<Update['message']>;

/** The payment of a message. Its chat is the payer's private one. https://core.telegram.org/bots/api#successfulpayment */
export function chargeOf({
  chat,
  from,
  date = 0,
  successful_payment,
}: PaymentMessage): StarCharge | undefined {
  if (successful_payment === undefined) return undefined;
  const { total_amount, invoice_payload, telegram_payment_charge_id, ...rest } = successful_payment;
  const until = rest.subscription_expiration_date;
  return {
    chargeId: telegram_payment_charge_id,
    userId: from?.id ?? chat.id,
    stars: total_amount,
    payload: invoice_payload,
    paidAt: date * SECOND_MS,
    providerChargeId: rest.provider_payment_charge_id ?? null,
    // Telegram leaves out what is false.
    isRecurring: rest.is_recurring === true,
    isFirstRecurring: rest.is_first_recurring === true,
    subscriptionUntil: until === undefined ? null : until * SECOND_MS,
  };
}

/** The refund of a message. Telegram writes it into the chat of the payer, in whatever name. */
export function refundOf({ chat, refunded_payment }: PaymentMessage): StarRefund | undefined {
  if (refunded_payment === undefined) return undefined;
  const { total_amount, invoice_payload, telegram_payment_charge_id } = refunded_payment;
  return {
    chargeId: telegram_payment_charge_id,
    userId: chat.id,
    stars: total_amount,
    payload: invoice_payload,
  };
}

export const renewalOf = ({
  user,
  invoice_payload,
  state,
}: NonNullable<Update['subscription']>): RenewalReport => ({
  userId: user.id,
  payload: invoice_payload,
  state,
});
