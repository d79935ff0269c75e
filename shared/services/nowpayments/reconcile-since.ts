import { randomUUID } from 'node:crypto';
import { findOrphans } from '../../database/payments/orphans';
import type { Database } from '../../database/connection/pool';
import { orderIdIn, type OrderId } from '../../domain/payments/order-id';
import { WATCHED_FOR_SECONDS } from '../../domain/payments/reconciliation';
import { withLogContext, type Logger } from '../../logger';
import { ipnDeliveryId, type Ipn } from '../../nowpayments/ipn';
import type { DatedPayment, PaymentLists, PaymentsPage } from '../../nowpayments/list-payments';
import { deliveryOf } from '../common/delivery-of';
import { settlePayment } from '../payments/settle-payment';

/**
 * NOWPayments lists payments by when they were made, and an older payment can change later: it is paid within seven
 * days, or refunded or paid again after that. Orders are watched for the same time.
 */
const LOOK_BACK_MS = WATCHED_FOR_SECONDS * 1000;
/** NOWPayments retries a refused IPN for minutes, so the last ones before the instant may have come after it. */
const MARGIN_MS = 60 * 60_000;

export interface SinceDependencies {
  readonly database: Database;
  readonly log: Logger;
  readonly paymentsMadeSince: PaymentLists['madeSince'];
}

/** A payment whose order this database doesn't know. `named` is its order id, if it is one of ours. */
export interface Orphan {
  readonly ipn: Ipn;
  readonly named: OrderId | undefined;
}

/** The result of a reconciliation. It counts payments, except that `settled` counts orders. */
export interface ReconciliationResult {
  readonly madeSince: Date;
  readonly changedSince: Date;
  readonly lookedAt: number;
  readonly changed: number;
  /** Payments that this database didn't know, or knew less about. */
  readonly fresh: number;
  readonly settled: number;
  readonly unreadable: number;
  readonly orphans: readonly Orphan[];
}

export interface SinceOptions {
  readonly since: Date;
  readonly onPage?: (page: PaymentsPage) => void;
}

/**
 * Settles one payment as if reconciliation had recovered its IPN. Runs under a new correlation id until the order
 * brings its own.
 */
const settleListed = (deps: SinceDependencies, { ipn, body }: DatedPayment) =>
  withLogContext({ correlationId: randomUUID() }, async () => {
    const delivery = { ...deliveryOf('nowpayments', ipnDeliveryId(ipn), body), isRecovered: true };
    const settlement = await settlePayment(deps, delivery, ipn);
    const { outcome } = settlement;
    if (outcome !== 'repeat') deps.log.warn('ipn.recovered', { paymentId: ipn.paymentId, outcome });
    return settlement;
  });

/**
 * Settles every payment that was made or changed since an instant, as NOWPayments reports it, in the same way as an
 * IPN. Meant for a database that was restored to that instant. Safe to repeat, because a known payment changes nothing.
 * Throws a `NowpaymentsError` if NOWPayments can't be asked; payments that were settled before stay.
 */
export async function reconcileSince(
  deps: SinceDependencies,
  { since, onPage }: SinceOptions,
): Promise<ReconciliationResult> {
  const madeSince = new Date(since.getTime() - LOOK_BACK_MS);
  const changedSince = new Date(since.getTime() - MARGIN_MS);
  const counted = { lookedAt: 0, changed: 0, fresh: 0, settled: 0, unreadable: 0 };
  const orphans = new Map<number, Orphan>();
  for await (const page of deps.paymentsMadeSince(madeSince)) {
    // A payment without a time of change may have changed since.
    const changed = page.payments.filter(({ changedAt = since }) => changedAt >= changedSince);
    for (const listed of changed) {
      const { outcome, isSettling } = await settleListed(deps, listed);
      if (outcome !== 'repeat') counted.fresh += 1;
      if (isSettling) counted.settled += 1;
    }
    const orphanIds = new Set(
      await findOrphans(
        deps.database,
        changed.map(({ ipn }) => ipn.paymentId),
      ),
    );
    for (const { ipn } of changed)
      if (orphanIds.has(ipn.paymentId)) orphans.set(ipn.paymentId, { ipn, named: orderIdIn(ipn.orderId) });
    counted.lookedAt += page.payments.length + page.unreadable;
    counted.changed += changed.length;
    counted.unreadable += page.unreadable;
    onPage?.(page);
  }
  return { madeSince, changedSince, ...counted, orphans: [...orphans.values()] };
}
