import { findOrderToReconcile } from '../../database/payments/orders';
import type { EffectOf } from '../../domain/effects';
import { nextAskSeconds } from '../../domain/payments/reconciliation';
import { ipnDeliveryId, type ReportedPayment } from '../../nowpayments/ipn';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';
import type { InvoiceDependencies } from './create-invoice';
import { deliveryOf } from '../common/delivery-of';
import { DONE, later, notYet, type Outcome } from '../common/outcome';
import { settlePayment } from './settle-payment';

interface ProviderIds {
  readonly paymentIds: readonly number[];
  readonly invoiceIds: readonly string[];
}

/** Treats an unknown payment as no news. Any other error is a reason to ask again later. */
const emptyIfUnknown = (error: unknown): ReportedPayment[] => {
  if (error instanceof NowpaymentsError && error.status === 404) return [];
  throw error;
};

/**
 * Asks NOWPayments about the payments we know and, if it lets us list payments, about those we missed. A repeated
 * deposit, or one in another coin, belongs to no invoice, so a payment that no list names is asked about separately.
 */
async function fetchPayments(
  { nowpayments }: InvoiceDependencies,
  { paymentIds, invoiceIds }: ProviderIds,
): Promise<ReportedPayment[]> {
  const { listPayments = () => Promise.resolve([]) } = nowpayments;
  const lists = await Promise.all(
    invoiceIds.map((invoiceId) => listPayments(invoiceId).catch(emptyIfUnknown)),
  );
  const listed = lists.flat();
  const others = paymentIds.filter((id) => !listed.some(({ ipn }) => ipn.paymentId === id));
  const payments = await Promise.all(
    others.map((id) => nowpayments.getPayment(id).then((payment) => [payment], emptyIfUnknown)),
  );
  return [...listed, ...payments.flat()];
}

/**
 * Asks NOWPayments about an order that isn't settled, and settles what it reports in the same way as an IPN. Asks again
 * at growing intervals for a month. A missing answer changes nothing.
 */
export async function reconcileOrder(
  deps: InvoiceDependencies,
  { reference }: EffectOf<'reconcile_order'>,
): Promise<Outcome> {
  const order = await findOrderToReconcile(deps.database, reference);
  if (order === undefined || order.state === 'settled' || order.state === 'refunded') return DONE;
  const next = nextAskSeconds(order.ageSeconds);
  if (next === undefined) return DONE;
  try {
    for (const { ipn, body } of await fetchPayments(deps, order)) {
      const delivery = { ...deliveryOf('nowpayments', ipnDeliveryId(ipn), body), isRecovered: true };
      const { outcome } = await settlePayment(deps, delivery, ipn);
      if (outcome !== 'repeat')
        deps.log.warn('ipn.recovered', { reference, paymentId: ipn.paymentId, outcome });
    }
    return notYet(next);
  } catch (error) {
    if (!(error instanceof NowpaymentsError)) throw error;
    return later(error.message, Math.max(error.retryAfterSeconds ?? 0, next));
  }
}
