import { arrivedAfterAll, type Delivery } from '../../database/common/inbox';
import { readCaseNamed, type PaymentReading } from '../../database/payments/payments';
import { saveOrphan } from '../../database/payments/orphans';
import { becameKnown } from '../../database/payments/match-orphans';
import { outcomeOf } from '../../database/payments/decided-payment';
import { savePaymentDecision } from '../../database/payments/save-decision';
import type { Database } from '../../database/connection/pool';
import { decidePayment, type PaymentDecision } from '../../domain/decide-payment';
import { orderIdIn, type OrderId } from '../../domain/payments/order-id';
import type { PaymentCase } from '../../domain/payments/payment-case';
import type { PaymentReport } from '../../domain/payments/payment-report';
import { continueUnder, type Logger } from '../../logger';
import { underCurrentId } from '../common/delivery-of';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';

/** The result of a report. `isPromised`: something is due now. `isSettling`: this report settled its order. */
export interface Settlement {
  readonly outcome: string;
  readonly isPromised: boolean;
  readonly isSettling?: boolean;
  /** True if the report names an order of ours, and another user, channel or invoice than that order has. */
  readonly isContradictory?: boolean;
}

/** What the ids of a report say otherwise than the order that they name. */
function contradictionsIn(
  named: OrderId | undefined,
  known: PaymentCase,
  { isOtherInvoice }: PaymentReading,
): string[] {
  if (named?.reference !== known.order.reference) return [];
  return [
    ...(named.userId === known.payer.userId ? [] : ['user']),
    ...(named.openChannelId === known.channel.openChannelId ? [] : ['channel']),
    ...(isOtherInvoice ? ['invoice'] : []),
  ];
}

/** True if a payment of the order came before the payment by which it belongs to it, and was not judged yet. */
const hasOrphan = ({ known }: PaymentReading): boolean =>
  known?.payments.some(({ standing }) => standing === 'orphan') === true;

interface JudgedReport {
  readonly report: PaymentReport;
  readonly named: OrderId | undefined;
  readonly known: PaymentCase;
  readonly reading: PaymentReading;
  readonly decision: PaymentDecision;
}

/** Logs what a report led to, and returns it. */
function logDecision(log: Logger, { report, named, known, reading, decision }: JudgedReport): Settlement {
  const { paymentId, rawStatus } = report;
  const { reference, state } = known.order;
  const outcome = outcomeOf(decision, paymentId);
  const contradictions = contradictionsIn(named, known, reading);
  const isContradictory = contradictions.length > 0;
  if (isContradictory) log.error('ipn.contradictory', { paymentId, reference, contradictions });
  if ((report.reference ?? named?.reference) !== reference) log.warn('ipn.matched', { paymentId, reference });
  if (outcome.endsWith(':amount_mismatch')) log.error('payment.mismatch', { paymentId, reference });
  log.info('payment.judged', { paymentId, paymentStatus: rawStatus, reference, outcome });
  const isSettling = state !== 'settled' && decision.judgement.state === 'settled';
  const isPromised = decision.promised.some(({ dueInSeconds = 0 }) => dueInSeconds === 0);
  return { outcome, isPromised, isSettling, isContradictory };
}

/**
 * Handles one authentic report of any rail. One statement records it, judges it with everything known about its order, and promises
 * everything that follows. A repeat changes nothing; a replay changes only what was wrong. Once the order is read,
 * everything runs under its correlation id. Throws `Unavailable` if nothing could be written, so that
 * the provider sends it again.
 */
export async function settlePayment(
  { database, log }: { database: Database; log: Logger },
  delivery: Delivery,
  report: PaymentReport,
  { isReplay = false } = {},
): Promise<Settlement> {
  const named = orderIdIn(report.orderId);
  const reference = report.reference ?? named?.reference;
  const { paymentId, parentPaymentId, rawStatus } = report;
  if (report.paymentStatus === 'unknown') log.error('ipn.unknown_status', { paymentId, rawStatus });
  let wasOrphan = false;
  return retryOnConflict({ what: 'order' }, async () => {
    const reading = await readCaseNamed(database, { ...report, reference }, delivery);
    const { isHandled, isRecovered, known, version, correlationId } = reading;
    if (known !== undefined) continueUnder({ reference: known.order.reference, correlationId });
    const hasArrived = isRecovered && delivery.isRecovered !== true && !isReplay;
    // What was found before it arrived may have been found without the period that it pays for.
    const saysMore = hasArrived && known !== undefined && report.periodBeganAt != null;
    if (isHandled && !isReplay && !wasOrphan && !saysMore && !hasOrphan(reading)) {
      if (hasArrived) await arrivedAfterAll(database, delivery);
      return { outcome: 'repeat', isPromised: false };
    }
    if (known === undefined) {
      if (!(await saveOrphan(database, delivery, { ids: report, payment: report }))) return CONFLICT;
      wasOrphan = true;
      if (parentPaymentId !== null && (await becameKnown(database, parentPaymentId))) return CONFLICT;
      log.error('ipn.orphaned', { paymentId, orderId: report.orderId });
      return { outcome: 'orphan', isPromised: false };
    }
    const decision = decidePayment(known, report);
    const decided = { known, version, ids: report, decision };
    const unhandled = isHandled ? undefined : underCurrentId(delivery);
    if (!(await savePaymentDecision(database, decided, unhandled))) return CONFLICT;
    if (hasArrived) await arrivedAfterAll(database, delivery);
    return logDecision(log, { report, named, known, reading, decision });
  });
}
