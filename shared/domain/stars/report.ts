import { priceAmount } from '../common/money';
import type { Cents, OrderReference } from '../common/ids';
import type { PaymentReport } from '../payments/payment-report';

/** A payment in Stars as it is stored, with the price of its invoice. What is `null` is unknown. */
export interface RecordedCharge {
  readonly paymentId: number;
  readonly reference: OrderReference | null;
  readonly userId: number;
  readonly stars: number;
  readonly payload: string;
  /** What its invoice stands for. */
  readonly priceCents: Cents | null;
  readonly priceStars: number | null;
  readonly isRefunded: boolean;
  /** Of a renewal: when the period that it pays for began, in epoch milliseconds. */
  readonly periodBeganAt: number | null;
}

/**
 * What a payment in Stars proves. Telegram charges the price of an invoice or nothing; should less be reported anyway, it is a
 * part.
 */
export function starReport(charge: RecordedCharge, is: 'paid' | 'refunded'): PaymentReport {
  const { paymentId, reference, userId, stars, priceCents, priceStars, periodBeganAt } = charge;
  const isPart = priceStars !== null && stars < priceStars;
  const paymentStatus = is === 'refunded' ? is : isPart ? 'partially_paid' : 'finished';
  return {
    rail: 'stars',
    paymentId,
    parentPaymentId: null,
    invoiceId: null,
    orderId: null,
    reference: reference ?? undefined,
    payerUserId: userId,
    rawStatus: paymentStatus,
    paymentStatus,
    priceAmount: priceCents === null ? null : String(priceAmount(priceCents)),
    priceCurrency: priceCents === null ? null : 'usd',
    payAmount: priceStars === null ? null : String(priceStars),
    payCurrency: 'xtr',
    actuallyPaid: String(stars),
    actuallyPaidAtFiat: null,
    outcomeAmount: null,
    outcomeCurrency: null,
    periodBeganAt,
  };
}
