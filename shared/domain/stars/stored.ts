import type { PaymentReport } from '../payments/payment-report';
import type { StarCharge, StarRefund } from './charge';

/** What is kept of a delivery about a payment in Stars: what was said, and what every rail's deliveries begin with. */
export const starDelivery = (
  { paymentId, paymentStatus, actuallyPaid, payCurrency }: PaymentReport,
  said: StarCharge | StarRefund,
) => ({
  ...said,
  payment_id: paymentId,
  payment_status: paymentStatus,
  actually_paid: actuallyPaid,
  pay_currency: payCurrency,
});

type Stored = StarRefund & Pick<Partial<StarCharge>, 'paidAt'> & Readonly<Record<string, unknown>>;

const isRefundOrCharge = (stored: unknown): stored is Stored => {
  if (typeof stored !== 'object' || stored === null) return false;
  const { chargeId, userId, stars, payload } = stored as Partial<Stored>;
  return (
    typeof chargeId === 'string' &&
    typeof payload === 'string' &&
    [userId, stars].every((each) => typeof each === 'number')
  );
};

/** Reads the refund of a stored delivery. `undefined` if it isn't about one. */
export function storedRefund(stored: unknown): StarRefund | undefined {
  if (!isRefundOrCharge(stored) || stored['payment_status'] !== 'refunded') return undefined;
  const { chargeId, userId, stars, payload } = stored;
  return { chargeId, userId, stars, payload };
}

/** Reads the payment of a stored delivery, with what was said about its period. `undefined` if it isn't about one. */
export function storedCharge(stored: unknown): StarCharge | undefined {
  if (!isRefundOrCharge(stored) || stored['payment_status'] === 'refunded') return undefined;
  const { paidAt } = stored;
  return typeof paidAt === 'number' ? { ...stored, paidAt } : undefined;
}
