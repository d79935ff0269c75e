import { markAsked, type OrderToReconcile } from '../../database/payments/orders';
import type { Database } from '../../database/connection/pool';
import type { OrderReference } from '../../domain/common/ids';
import { CALLS_AT_ONCE, LOG_INS, MOST_CALLS, MOST_LISTS, paymentsToAsk } from '../../domain/payments/look';
import type { Logger } from '../../logger';
import type { NowpaymentsClient } from '../../nowpayments/client';
import { ipnDeliveryId, type ReportedPayment } from '../../nowpayments/ipn';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';
import { deliveryOf } from '../common/delivery-of';
import type { Look, RailFailure } from '../common/rail';
import { settlePayment } from '../payments/settle-payment';

/** A look begins no more calls after this long, because the lease of a promise ends after a minute. */
const BUDGET_MS = 20_000;

export interface LookDependencies {
  readonly database: Database;
  readonly log: Logger;
  readonly nowpayments: Pick<NowpaymentsClient, 'getPayment' | 'listPayments'>;
  readonly now?: () => number;
}

/** Too many calls, or a wrong key: the next call would fail as well. */
export const isForAll = ({ status }: RailFailure): boolean =>
  status === 429 || status === 401 || status === 403;

/** Treats an unknown payment as no news. */
const isUnknown = (error: unknown): boolean => error instanceof NowpaymentsError && error.status === 404;

/** The payments of an order that NOWPayments knows. */
export const paymentsHere = ({ payments }: Pick<OrderToReconcile, 'payments'>) =>
  payments.filter(({ rail }) => rail === 'nowpayments');

type Call = () => Promise<readonly ReportedPayment[]>;

/** What has become of the calls of a look so far. */
interface Progress {
  readonly listed: Set<number>;
  readonly deadline: number;
  failed: number;
  failure: NowpaymentsError | undefined;
  /** The first error of our own. It ends the look only after everything that was answered is taken in. */
  fault: Error | undefined;
  isStopped: boolean;
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error('a look failed', { cause: error });

/** Takes in an answer in the same way as an IPN, each payment on its own. */
async function takeIn(
  deps: LookDependencies,
  { reference, progress }: { reference: OrderReference; progress: Progress },
  payments: readonly ReportedPayment[],
): Promise<void> {
  for (const { ipn, body } of payments) {
    progress.listed.add(ipn.paymentId);
    const delivery = { ...deliveryOf('nowpayments', ipnDeliveryId(ipn), body), isRecovered: true };
    try {
      const { outcome } = await settlePayment(deps, delivery, ipn);
      if (outcome !== 'repeat')
        deps.log.warn('ipn.recovered', { reference, paymentId: ipn.paymentId, outcome });
    } catch (error) {
      progress.fault ??= asError(error);
    }
  }
}

function note(progress: Progress, error: unknown): void {
  if (isUnknown(error)) return;
  if (!(error instanceof NowpaymentsError)) {
    progress.fault ??= asError(error);
    return;
  }
  progress.failed += 1;
  progress.isStopped ||= isForAll(error);
  if (progress.failure === undefined || isForAll(error)) progress.failure = error;
}

/** Makes the calls, a few at a time, and returns how many were made before it had to stop. */
async function makeCalls(
  deps: LookDependencies,
  about: { readonly reference: OrderReference; readonly progress: Progress },
  calls: readonly Call[],
): Promise<number> {
  const { progress } = about;
  const now = deps.now ?? performance.now.bind(performance);
  let made = 0;
  while (made < calls.length && !progress.isStopped && now() < progress.deadline) {
    const few = calls.slice(made, made + CALLS_AT_ONCE);
    made += few.length;
    for (const answer of await Promise.allSettled(few.map((call) => call())))
      if (answer.status === 'fulfilled') await takeIn(deps, about, answer.value);
      else note(progress, answer.reason);
  }
  return made;
}

/**
 * Looks once at an order, with a bounded number of calls: asks NOWPayments about the payments that we know and, if it lets
 * us list payments, about those we missed. A repeated deposit, or one in another coin, belongs to no invoice, so a payment
 * that no list names is asked about separately. What was left out comes first in the next look.
 */
export async function lookAtOrder(deps: LookDependencies, order: OrderToReconcile): Promise<Look> {
  const { reference, invoiceIds } = order;
  const { getPayment, listPayments } = deps.nowpayments;
  const deadline = (deps.now ?? performance.now.bind(performance))() + BUDGET_MS;
  const progress: Progress = {
    listed: new Set(),
    deadline,
    failed: 0,
    failure: undefined,
    fault: undefined,
    isStopped: false,
  };
  const about = { reference, progress };
  const lists: Call[] =
    listPayments === undefined
      ? []
      : invoiceIds.slice(0, MOST_LISTS).map((invoiceId) => () => listPayments(invoiceId));
  await makeCalls(deps, about, lists);
  const others = paymentsToAsk(paymentsHere(order)).filter((paymentId) => !progress.listed.has(paymentId));
  // A list whose token ended early is asked for again.
  const room = MOST_CALLS - (lists.length === 0 ? 0 : 2 * lists.length + LOG_INS);
  const wanted = others.slice(0, room);
  const calls = wanted.map((id) => () => getPayment(id).then((payment) => [payment]));
  const asked = await makeCalls(deps, about, calls);
  const left = others.length - asked;
  if (left > 0) await markAsked(deps.database, wanted.slice(0, asked));
  if (progress.fault !== undefined) throw progress.fault;
  return { asked, left, failed: progress.failed, failure: progress.failure };
}
