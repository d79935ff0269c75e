import { compareFractions, ZERO } from '../common/fraction';
import { compareDecimals, multiplyDecimal } from '../common/money';
import { cameClosed, isEnoughFor, isOfAnother } from './counts';
import { isReplaced } from './clock/hanging';
import { hasAmount, MONEY, type Exception, type Order, type Payment } from './payment';
import { ownPriceOf, provenBy, wasFinished } from './received';

/** Allows for the payer's rounding and fees. The provider applies its own tolerance before it reports `finished`. */
export const OVER_TOLERANCE_PERCENT = 1;

/** Returns true if `paid` exceeds `asked` by more than the tolerance: `100 × paid > 101 × asked`, exactly. */
function isAboveTolerance(paid: string, asked: string): boolean {
  const limit = multiplyDecimal(asked, 100 + OVER_TOLERANCE_PERCENT);
  return compareDecimals(asked, '0') > 0 && compareDecimals(multiplyDecimal(paid, 100), limit) > 0;
}

export interface Surroundings {
  readonly order: Order;
  readonly payments: readonly Payment[];
  readonly settling: readonly Payment[];
}

/** Why a deposit that belongs to another payment is odd. */
function exceptionOfChild(payment: Payment, payments: readonly Payment[]): Exception {
  const parent = payments.find(({ paymentId }) => paymentId === payment.parentPaymentId);
  const isOtherAsset = parent?.payCurrency != null && parent.payCurrency !== payment.payCurrency;
  return isOtherAsset ? 'wrong_asset' : 'repeated';
}

/** What was odd about a payment that settles its order. A gift has no price, so no amount of it is odd. */
export function exceptionOfSettling(payment: Payment, { order, payments }: Surroundings): Exception {
  if (isOfAnother(payment, order)) return 'other_payer';
  if (payment.parentPaymentId !== null) return exceptionOfChild(payment, payments);
  if (order.item.kind === 'donation') return 'none';
  if (compareFractions(provenBy(payment, order), ZERO) === 0 && ownPriceOf(payment, order) === undefined)
    return 'amount_mismatch';
  const { payAmount, actuallyPaid } = payment;
  if (payAmount !== null && actuallyPaid !== null && isAboveTolerance(actuallyPaid, payAmount)) return 'over';
  if (payment.seen.includes('expired')) return 'late';
  return wasFinished(payment) ? 'none' : 'partial';
}

/** What is odd about a payment that does not settle its order. */
export function exceptionOfUnsettling(
  payment: Payment,
  { order, payments, settling }: Surroundings,
): Exception {
  const isTaken = settling.length > 0;
  if (isOfAnother(payment, order)) return 'other_payer';
  if (!isTaken && cameClosed(payment, order)) return 'closed';
  if (payment.parentPaymentId !== null) return exceptionOfChild(payment, payments);
  const proven = provenBy(payment, order);
  if (compareFractions(proven, ZERO) > 0 && payment.paymentStatus !== 'refunded') {
    if (isTaken || isReplaced(payment, order)) return 'repeated';
    return isEnoughFor(proven, order) ? 'late' : 'partial';
  }
  if (wasFinished(payment)) return compareFractions(proven, ZERO) > 0 ? 'repeated' : 'amount_mismatch';
  const hasMoney = payment.paymentStatus === 'partially_paid' || hasAmount(payment);
  const { hasEnded } = MONEY[payment.paymentStatus];
  if (hasMoney && hasEnded && payment.paymentStatus !== 'refunded') return isTaken ? 'repeated' : 'partial';
  return 'none';
}
