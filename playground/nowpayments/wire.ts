import { PAYOUT_COIN, findCoin } from './coins';
import { fee, outcomeAmount } from './outcome';
import type { SimInvoice, SimPayment } from './types';
import type { World } from './world';
import { DAY_MS, MINUTE_MS } from '../../shared/domain/common/time';

// The same field has different types in different answers, as in the real API.

const iso = (at: number) => new Date(at).toISOString();

/** The answer to `POST /v1/invoice`. Ids and the price are strings. */
export function invoiceAnswer(invoice: SimInvoice): object {
  return {
    id: invoice.id,
    token_id: String(Number(invoice.id) + 776_631_214),
    order_id: invoice.orderId,
    order_description: invoice.orderDescription,
    price_amount: String(invoice.priceAmount),
    price_currency: invoice.priceCurrency.toUpperCase(),
    pay_currency: invoice.payCurrency?.toUpperCase() ?? null,
    ipn_callback_url: invoice.ipnCallbackUrl,
    invoice_url: invoice.invoiceUrl,
    success_url: invoice.successUrl,
    cancel_url: invoice.cancelUrl,
    customer_email: null,
    partially_paid_url: invoice.partiallyPaidUrl,
    payout_currency: null,
    created_at: iso(invoice.createdAt),
    updated_at: iso(invoice.createdAt),
    is_fixed_rate: invoice.isFixedRate,
    is_fee_paid_by_user: invoice.isFeePaidByUser,
    source: null,
    collect_user_data: false,
  };
}

/** The answer to a POST that created a payment. Its ids are strings. */
export function paymentAnswer(payment: SimPayment): object {
  const lifeMs = payment.isFixedRate ? 20 * MINUTE_MS : 7 * DAY_MS;
  return {
    payment_id: String(payment.paymentId),
    payment_status: payment.paymentStatus,
    pay_address: payment.payAddress,
    price_amount: payment.priceAmount,
    price_currency: payment.priceCurrency,
    pay_amount: payment.payAmount,
    pay_currency: payment.payCurrency,
    amount_received: outcomeAmount(payment),
    order_id: payment.orderId,
    order_description: payment.orderDescription,
    payin_extra_id: payment.payinExtraId,
    ipn_callback_url: payment.ipnCallbackUrl,
    created_at: iso(payment.createdAt),
    updated_at: iso(payment.updatedAt),
    purchase_id: payment.purchaseId,
    smart_contract: null,
    network: findCoin(payment.payCurrency)?.network ?? null,
    network_precision: null,
    time_limit: null,
    burning_percent: null,
    expiration_estimate_date: iso(payment.createdAt + 20 * MINUTE_MS),
    is_fixed_rate: payment.isFixedRate,
    is_fee_paid_by_user: payment.isFeePaidByUser,
    valid_until: iso(payment.createdAt + lifeMs),
    type: 'crypto2crypto',
    redirectData: null,
  };
}

/** `GET /v1/payment/{id}` and the rows of the list. Ids are numbers, and there is no fee. */
export function paymentRead(world: World, payment: SimPayment): object {
  const children = [...world.payments.values()].filter((one) => one.parentPaymentId === payment.paymentId);
  const isPaid = payment.actuallyPaid > 0;
  return {
    payment_id: payment.paymentId,
    invoice_id: payment.invoiceId === null ? null : Number(payment.invoiceId),
    payment_status: payment.paymentStatus,
    pay_address: payment.payAddress,
    payin_extra_id: payment.payinExtraId,
    price_amount: payment.priceAmount,
    price_currency: payment.priceCurrency,
    pay_amount: payment.payAmount,
    actually_paid: payment.actuallyPaid,
    pay_currency: payment.payCurrency,
    order_id: payment.orderId,
    order_description: payment.orderDescription,
    purchase_id: Number(payment.purchaseId),
    outcome_amount: outcomeAmount(payment),
    outcome_currency: PAYOUT_COIN,
    payout_hash: payment.paymentStatus === 'finished' ? fakeHash(payment.paymentId + 1) : null,
    payin_hash: isPaid ? fakeHash(payment.paymentId) : null,
    created_at: iso(payment.createdAt),
    updated_at: iso(payment.updatedAt),
    burning_percent: 'null',
    type: 'crypto2crypto',
    payment_extra_ids: children.map((child) => child.paymentId),
    ...(payment.parentPaymentId === null
      ? {}
      : { parent_payment_id: payment.parentPaymentId, origin_type: 'REPEATED' }),
  };
}

const fakeHash = (seed: number) => seed.toString(16).padStart(64, '0');

/** The body of an IPN. payment_id and invoice_id are numbers, purchase_id is a string. */
export function ipnBody(payment: SimPayment): Record<string, unknown> {
  return {
    payment_id: payment.paymentId,
    parent_payment_id: payment.parentPaymentId,
    invoice_id: payment.invoiceId === null ? null : Number(payment.invoiceId),
    payment_status: payment.paymentStatus,
    pay_address: payment.payAddress,
    payin_extra_id: payment.payinExtraId,
    price_amount: payment.priceAmount,
    price_currency: payment.priceCurrency,
    pay_amount: payment.payAmount,
    actually_paid: payment.actuallyPaid,
    // Nearly always 0, even for a paid payment. The captured child had a real amount.
    actually_paid_at_fiat: payment.isWorthHidden ? 0 : (payment.worthUsd ?? 0),
    pay_currency: payment.payCurrency,
    order_id: payment.orderId,
    order_description: payment.orderDescription,
    purchase_id: payment.purchaseId,
    outcome_amount: outcomeAmount(payment),
    outcome_currency: PAYOUT_COIN,
    payment_extra_ids: null,
    fee: fee(payment),
    updated_at: payment.updatedAt,
  };
}
