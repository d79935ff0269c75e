import { PAYOUT_COIN, roundTo, usdCents } from './coins';
import type { SimPayment } from './types';

const FEE_SHARE = 0.005;
const NETWORK_FEE = 0.9;
const PRECISION = 6;

const isComplete = ({ paymentStatus }: SimPayment) =>
  ['finished', 'partially_paid', 'refunded'].includes(paymentStatus);

const fullUsd = ({ worthUsd, priceAmount, priceCurrency }: SimPayment): number =>
  worthUsd ?? usdCents(priceAmount, priceCurrency) / 100;

/** The amount that was paid out. Before the payment is complete, an estimate for the full price. */
export function outcomeAmount(payment: SimPayment): number {
  const full = fullUsd(payment);
  const share = isComplete(payment) ? payment.actuallyPaid / payment.payAmount : 1;
  return roundTo(Math.max(0, full * share * (1 - FEE_SHARE) - NETWORK_FEE), PRECISION);
}

/** The deductions, as numbers. A finished token payment was captured with numeric strings. */
export function fee(payment: SimPayment): object {
  if (payment.actuallyPaid === 0) {
    return { currency: PAYOUT_COIN, depositFee: 0, serviceFee: 0, withdrawalFee: 0 };
  }
  const full = fullUsd(payment);
  const depositFee = roundTo(NETWORK_FEE, PRECISION);
  const serviceFee = roundTo(full * FEE_SHARE, PRECISION);
  const isTokenDone = payment.payCurrency === 'usdttrc20' && payment.paymentStatus === 'finished';
  return isTokenDone
    ? {
        currency: PAYOUT_COIN,
        depositFee: String(depositFee),
        serviceFee: String(serviceFee),
        withdrawalFee: '0',
      }
    : { currency: PAYOUT_COIN, depositFee, serviceFee, withdrawalFee: 0 };
}
