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

/** A payment that NOWPayments does not know is no news; whatever else goes wrong is a reason to ask again later. */
const orNothing = (error: unknown): ReportedPayment[] => {
  if (error instanceof NowpaymentsError && error.status === 404) return [];
  throw error;
};

/**
 * What NOWPayments says of the payments we know, and of those we may never have heard of where it lets us list them. A
 * deposit that was repeated or came in another coin belongs to no invoice, so what no list names is asked about by itself.
 */
async function ask(
  { nowpayments }: InvoiceDependencies,
  { paymentIds, invoiceIds }: ProviderIds,
): Promise<ReportedPayment[]> {
  const { listPayments = () => Promise.resolve([]) } = nowpayments;
  const lists = await Promise.all(invoiceIds.map((invoiceId) => listPayments(invoiceId).catch(orNothing)));
  const listed = lists.flat();
  const others = paymentIds.filter((id) => !listed.some(({ ipn }) => ipn.paymentId === id));
  const payments = await Promise.all(
    others.map((id) => nowpayments.getPayment(id).then((payment) => [payment], orNothing)),
  );
  return [...listed, ...payments.flat()];
}

/**
 * Asks NOWPayments about an order that is not settled, and takes what it says in by the same door as an IPN, as if it had
 * arrived. Asks again in growing steps for a month; an answer that does not come changes nothing.
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
    for (const { ipn, body } of await ask(deps, order)) {
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
