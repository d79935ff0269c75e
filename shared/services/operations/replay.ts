import { listIpns } from '../../database/common/inbox';
import { makeDue, makeFailedDue } from '../../database/operations/outbox-replay';
import { findOrderOfPayment, readPaymentCase } from '../../database/payments/payments';
import { savePaymentDecision } from '../../database/payments/save-decision';
import type { Database } from '../../database/connection/pool';
import { decidePayment } from '../../domain/decide-payment';
import type { OrderReference } from '../../domain/common/ids';
import { continueUnder, type Logger } from '../../logger';
import { ipnDeliveryId, isPayment, parseIpn } from '../../nowpayments/ipn';
import { deliveryOf } from '../common/delivery-of';
import { settlePayment } from '../payments/settle-payment';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';

/**
 * Judges again all that is stored of an order, and makes due again what was given up about it. Safe any number of times:
 * whatever was promised or granted before has its key, and is neither promised nor granted twice. Returns a plain
 * sentence; `undefined` when there is no such order.
 */
export async function replayOrder(
  database: Database,
  reference: OrderReference,
): Promise<string | undefined> {
  return retryOnConflict({ what: 'order' }, async () => {
    const { known, version, correlationId } = await readPaymentCase(database, reference);
    if (known === undefined) return undefined;
    continueUnder({ reference, correlationId });
    const decision = decidePayment(known, undefined);
    if (!(await savePaymentDecision(database, { known, version, decision }))) return CONFLICT;
    const again = await makeFailedDue(database, reference);
    const { state } = decision.judgement;
    const changed = state === known.order.state ? `is ${state}` : `was ${known.order.state}, is ${state} now`;
    return `Order ${reference} ${changed}. Promises made due again: ${again}.`;
  });
}

/** Takes in again every stored IPN about a payment, also one that could not be read when it came, and its order. */
export async function replayPayment(
  { database, log }: { database: Database; log: Logger },
  paymentId: number,
): Promise<string | undefined> {
  const bodies = await listIpns(database, paymentId);
  let taken = 0;
  for (const body of bodies) {
    const ipn = parseIpn(body);
    if (!isPayment(ipn)) continue;
    const delivery = deliveryOf('nowpayments', ipnDeliveryId(ipn), body);
    await settlePayment({ database, log }, delivery, ipn, { isReplay: true });
    taken += 1;
  }
  const reference = await findOrderOfPayment(database, paymentId);
  const order = reference && (await replayOrder(database, reference));
  if (order === undefined && bodies.length === 0) return undefined;
  return `Payment ${paymentId}: ${taken} of ${bodies.length} IPNs taken in again. ${order ?? 'Its order is not known.'}`;
}

/** Makes one promise due at once, also one that was given up. */
export async function replayOutbox(database: Database, outboxId: number): Promise<string | undefined> {
  const entry = await makeDue(database, outboxId);
  if (entry === undefined) return undefined;
  if (entry.state === 'delivered')
    return `${entry.kind} ${outboxId} was done at ${entry.deliveredAt?.toISOString() ?? 'some time'}; it is not done twice.`;
  const why = entry.lastError === null ? '' : ` Its last error was: ${entry.lastError}.`;
  return `${entry.kind} ${outboxId} is due now; the worker does it within a minute.${why}`;
}
