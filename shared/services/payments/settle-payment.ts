import { arrivedAfterAll, type Delivery } from '../../database/common/inbox';
import { readPaymentCase } from '../../database/payments/payments';
import { saveOrphan } from '../../database/payments/orphans';
import { outcomeOf, savePaymentDecision } from '../../database/payments/save-decision';
import type { Database } from '../../database/connection/pool';
import { decidePayment } from '../../domain/decide-payment';
import { orderIdIn } from '../../domain/payments/order-id';
import { continueUnder, type Logger } from '../../logger';
import type { Ipn } from '../../nowpayments/ipn';
import { underCurrentId } from '../common/delivery-of';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';

/** The result of an IPN. `isPromised`: something is due now. `isSettling`: this IPN settled its order. */
export interface Settlement {
  readonly outcome: string;
  readonly isPromised: boolean;
  readonly isSettling?: boolean;
}

/**
 * Handles one authentic IPN. One statement records it, judges it with everything known about its order, and promises
 * everything that follows. A repeat changes nothing; a replay changes only what was wrong. Once the order is read,
 * everything runs under its correlation id. Throws `Unavailable` if nothing could be written, so that NOWPayments sends
 * the IPN again.
 */
export async function settlePayment(
  { database, log }: { database: Database; log: Logger },
  delivery: Delivery,
  ipn: Ipn,
  { isReplay = false } = {},
): Promise<Settlement> {
  const reference = orderIdIn(ipn.orderId)?.reference;
  const { paymentId, rawStatus } = ipn;
  if (ipn.paymentStatus === 'unknown') log.error('ipn.unknown_status', { paymentId, rawStatus });
  return retryOnConflict({ what: 'order' }, async () => {
    const reading = await readPaymentCase(database, reference, delivery);
    const { isHandled, isRecovered, known, version, correlationId } = reading;
    if (known !== undefined) continueUnder({ reference: known.order.reference, correlationId });
    if (isHandled && !isReplay) {
      if (isRecovered && !delivery.isRecovered) await arrivedAfterAll(database, delivery);
      return { outcome: 'repeat', isPromised: false };
    }
    if (known === undefined) {
      await saveOrphan(database, delivery, { ids: ipn, payment: ipn });
      log.error('ipn.orphaned', { paymentId, orderId: ipn.orderId });
      return { outcome: 'orphan', isPromised: false };
    }
    const decision = decidePayment(known, ipn);
    const decided = { known, version, ids: ipn, decision };
    if (!(await savePaymentDecision(database, decided, underCurrentId(delivery)))) return CONFLICT;
    const outcome = outcomeOf(decision, paymentId);
    if (outcome.endsWith(':amount_mismatch')) log.error('payment.mismatch', { paymentId, reference });
    log.info('payment.judged', { paymentId, paymentStatus: rawStatus, reference, outcome });
    const isSettling = known.order.state !== 'settled' && decision.judgement.state === 'settled';
    return { outcome, isPromised: decision.promised.length > 0, isSettling };
  });
}
