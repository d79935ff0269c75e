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
import { continueUnder, type Logger } from '../../logger';
import type { Ipn } from '../../nowpayments/ipn';
import { underCurrentId } from '../common/delivery-of';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';

/** The result of an IPN. `isPromised`: something is due now. `isSettling`: this IPN settled its order. */
export interface Settlement {
  readonly outcome: string;
  readonly isPromised: boolean;
  readonly isSettling?: boolean;
  /** True if the IPN names an order of ours, and another user, channel or invoice than that order has. */
  readonly isContradictory?: boolean;
}

/** What the ids of an IPN say otherwise than the order that they name. */
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

interface JudgedIpn {
  readonly ipn: Ipn;
  readonly named: OrderId | undefined;
  readonly known: PaymentCase;
  readonly reading: PaymentReading;
  readonly decision: PaymentDecision;
}

/** Logs what an IPN led to, and returns it. */
function logDecision(log: Logger, { ipn, named, known, reading, decision }: JudgedIpn): Settlement {
  const { paymentId, rawStatus } = ipn;
  const { reference, state } = known.order;
  const outcome = outcomeOf(decision, paymentId);
  const contradictions = contradictionsIn(named, known, reading);
  const isContradictory = contradictions.length > 0;
  if (isContradictory) log.error('ipn.contradictory', { paymentId, reference, contradictions });
  if (named?.reference !== reference) log.warn('ipn.matched', { paymentId, reference });
  if (outcome.endsWith(':amount_mismatch')) log.error('payment.mismatch', { paymentId, reference });
  log.info('payment.judged', { paymentId, paymentStatus: rawStatus, reference, outcome });
  const isSettling = state !== 'settled' && decision.judgement.state === 'settled';
  const isPromised = decision.promised.some(({ dueInSeconds = 0 }) => dueInSeconds === 0);
  return { outcome, isPromised, isSettling, isContradictory };
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
  const named = orderIdIn(ipn.orderId);
  const { paymentId, parentPaymentId, rawStatus } = ipn;
  if (ipn.paymentStatus === 'unknown') log.error('ipn.unknown_status', { paymentId, rawStatus });
  let wasOrphan = false;
  return retryOnConflict({ what: 'order' }, async () => {
    const reading = await readCaseNamed(database, { ...ipn, reference: named?.reference }, delivery);
    const { isHandled, isRecovered, known, version, correlationId } = reading;
    if (known !== undefined) continueUnder({ reference: known.order.reference, correlationId });
    if (isHandled && !isReplay && !wasOrphan && !hasOrphan(reading)) {
      if (isRecovered && !delivery.isRecovered) await arrivedAfterAll(database, delivery);
      return { outcome: 'repeat', isPromised: false };
    }
    if (known === undefined) {
      if (!(await saveOrphan(database, delivery, { ids: ipn, payment: ipn }))) return CONFLICT;
      wasOrphan = true;
      if (parentPaymentId !== null && (await becameKnown(database, parentPaymentId))) return CONFLICT;
      log.error('ipn.orphaned', { paymentId, orderId: ipn.orderId });
      return { outcome: 'orphan', isPromised: false };
    }
    const decision = decidePayment(known, ipn);
    const decided = { known, version, ids: ipn, decision };
    const unhandled = isHandled ? undefined : underCurrentId(delivery);
    if (!(await savePaymentDecision(database, decided, unhandled))) return CONFLICT;
    return logDecision(log, { ipn, named, known, reading, decision });
  });
}
