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
 * NOWPayments lists by when a payment was made, and one that was made before can have changed since: it is paid within seven
 * days, paid back or paid again later. So far back an order is watched, too.
 */
const LOOK_BACK_MS = WATCHED_FOR_SECONDS * 1000;
/** An IPN that was refused comes again for minutes, so the last ones before the instant may have come after it. */
const MARGIN_MS = 60 * 60_000;

export interface SinceDependencies {
  readonly database: Database;
  readonly log: Logger;
  readonly paymentsMadeSince: PaymentLists['madeSince'];
}

/** A payment whose order this database does not know, and whom its order id names, where it is one of ours. */
export interface Orphan {
  readonly ipn: Ipn;
  readonly named: OrderId | undefined;
}

/** What a reconciliation found, counted in payments but for `settled`, which counts orders. */
export interface Reconciled {
  readonly madeSince: Date;
  readonly changedSince: Date;
  readonly lookedAt: number;
  readonly changed: number;
  /** Of which this database had not heard, or not so much. */
  readonly fresh: number;
  readonly settled: number;
  readonly unreadable: number;
  readonly orphans: readonly Orphan[];
}

export interface SinceOptions {
  readonly since: Date;
  readonly onPage?: (page: PaymentsPage) => void;
}

/** One payment, as if its IPN had been recovered by asking, under an id of its own until its order brings another. */
const takeIn = (deps: SinceDependencies, { ipn, body }: DatedPayment) =>
  withLogContext({ correlationId: randomUUID() }, async () => {
    const delivery = { ...deliveryOf('nowpayments', ipnDeliveryId(ipn), body), isRecovered: true };
    const settlement = await settlePayment(deps, delivery, ipn);
    const { outcome } = settlement;
    if (outcome !== 'repeat') deps.log.warn('ipn.recovered', { paymentId: ipn.paymentId, outcome });
    return settlement;
  });

/**
 * Takes in every payment that was made or has changed since an instant, as NOWPayments knows them, by the same door as an
 * IPN: for a database that was restored to that instant. Any number of times: what is known already changes nothing.
 * Throws a NowpaymentsError where it cannot be asked; what was taken in until then stays.
 */
export async function reconcileSince(
  deps: SinceDependencies,
  { since, onPage }: SinceOptions,
): Promise<Reconciled> {
  const madeSince = new Date(since.getTime() - LOOK_BACK_MS);
  const changedSince = new Date(since.getTime() - MARGIN_MS);
  const counted = { lookedAt: 0, changed: 0, fresh: 0, settled: 0, unreadable: 0 };
  const orphans = new Map<number, Orphan>();
  for await (const page of deps.paymentsMadeSince(madeSince)) {
    // One that does not say when it changed may have changed since.
    const changed = page.payments.filter(({ changedAt = since }) => changedAt >= changedSince);
    for (const listed of changed) {
      const { outcome, isSettling } = await takeIn(deps, listed);
      if (outcome !== 'repeat') counted.fresh += 1;
      if (isSettling) counted.settled += 1;
    }
    const lost = new Set(
      await findOrphans(
        deps.database,
        changed.map(({ ipn }) => ipn.paymentId),
      ),
    );
    for (const { ipn } of changed)
      if (lost.has(ipn.paymentId)) orphans.set(ipn.paymentId, { ipn, named: orderIdIn(ipn.orderId) });
    counted.lookedAt += page.payments.length + page.unreadable;
    counted.changed += changed.length;
    counted.unreadable += page.unreadable;
    onPage?.(page);
  }
  return { madeSince, changedSince, ...counted, orphans: [...orphans.values()] };
}
