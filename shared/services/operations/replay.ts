import { findOrderOfPayment, listPaymentDeliveries } from '../../database/operations/payment-deliveries';
import { makeDue, makeFailedDue, type PromiseState } from '../../database/operations/outbox-replay';
import { readPaymentCase } from '../../database/payments/payments';
import { savePaymentDecision } from '../../database/payments/save-decision';
import type { Database } from '../../database/connection/pool';
import { decidePayment } from '../../domain/decide-payment';
import type { OrderReference } from '../../domain/common/ids';
import type { OrderState } from '../../domain/payments/payment';
import { continueUnder, type Logger } from '../../logger';
import { RAILS } from '../rails';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';

export interface ReplayedOrder {
  readonly reference: OrderReference;
  readonly before: OrderState;
  readonly state: OrderState;
  /** How many promises were made due again. */
  readonly dueAgain: number;
}

export interface ReplayedPayment {
  readonly paymentId: number;
  /** How many of the stored deliveries could be read. */
  readonly taken: number;
  readonly stored: number;
  /** `undefined` if the order is unknown. */
  readonly order: ReplayedOrder | undefined;
}

export interface ReplayedEntry extends PromiseState {
  readonly outboxId: number;
}

/**
 * Judges everything that is stored about an order again, and makes its failed promises due again. Safe to repeat: each
 * promise and grant has a key, so nothing is promised or granted twice. Returns `undefined` if there is no such order.
 */
export async function replayOrder(
  database: Database,
  reference: OrderReference,
): Promise<ReplayedOrder | undefined> {
  return retryOnConflict({ what: 'order' }, async () => {
    const { known, version, correlationId } = await readPaymentCase(database, reference);
    if (known === undefined) return undefined;
    continueUnder({ reference, correlationId });
    const decision = decidePayment(known, undefined);
    if (!(await savePaymentDecision(database, { known, version, decision }))) return CONFLICT;
    const dueAgain = await makeFailedDue(database, reference);
    return { reference, before: known.order.state, state: decision.judgement.state, dueAgain };
  });
}

/**
 * Settles every stored delivery of a payment again, even one that was unreadable when it came, and then replays its order.
 * Returns `undefined` if nothing is known of the payment.
 */
export async function replayPayment(
  { database, log }: { database: Database; log: Logger },
  paymentId: number,
): Promise<ReplayedPayment | undefined> {
  const deliveries = await listPaymentDeliveries(database, paymentId);
  let taken = 0;
  for (const { source, payload } of deliveries) {
    if (await RAILS[source].settleStored({ database, log }, payload)) taken += 1;
  }
  const reference = await findOrderOfPayment(database, paymentId);
  const order = reference && (await replayOrder(database, reference));
  if (order === undefined && deliveries.length === 0) return undefined;
  return { paymentId, taken, stored: deliveries.length, order };
}

/** Makes one promise due now, even one that was given up. Returns `undefined` if there is no such entry. */
export async function replayOutbox(database: Database, outboxId: number): Promise<ReplayedEntry | undefined> {
  const entry = await makeDue(database, outboxId);
  return entry && { outboxId, ...entry };
}
