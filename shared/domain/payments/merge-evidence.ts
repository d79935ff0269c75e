import { compareDecimals } from '../common/money';
import {
  amountIn,
  priceIn,
  MONEY,
  RANK,
  type Evidence,
  type NewPayment,
  type Order,
  type Payment,
} from './payment';
import type { StoredPayment } from './payment-case';
import { provenCentsOf } from './received';

const UNDECIDED = {
  provenCents: 0,
  settles: false,
  decision: null,
  decidedOn: null,
  typedCents: null,
  isHanging: false,
  isWaitedFor: false,
} as const;

/** Negative if `a` proves less than `b`. A total order, so that the maximum of a set does not depend on arrival. */
function compareEvidence(a: Evidence, b: Evidence, order: Order): number {
  return (
    RANK[a.paymentStatus] - RANK[b.paymentStatus] ||
    (priceIn(a, order) ?? -1) - (priceIn(b, order) ?? -1) ||
    compareDecimals(amountIn(a), amountIn(b)) ||
    compareDecimals(a.actuallyPaidAtFiat ?? '0', b.actuallyPaidAtFiat ?? '0') ||
    textOf(a).localeCompare(textOf(b), 'en')
  );
}

const textOf = (e: Evidence): string =>
  [e.priceAmount, e.priceCurrency, e.payAmount, e.payCurrency, e.outcomeAmount, e.outcomeCurrency].join('|');

/** Adds one more report to a payment: the furthest evidence wins, and no status that was seen is forgotten. */
export function mergeEvidence(known: StoredPayment | undefined, report: NewPayment, order: Order): Payment {
  const first = { ...report, ...UNDECIDED, seen: [report.paymentStatus] };
  const provenCents = provenCentsOf(first, order);
  if (known === undefined) return { ...first, provenCents };
  const furthest = compareEvidence(report, known, order) > 0 ? report : known;
  // An orphan proved nothing, because nobody knew the price of its order.
  const provenBefore = known.standing === 'orphan' ? provenCentsOf(known, order) : known.provenCents;
  const seen = [...new Set([...known.seen, report.paymentStatus])].sort((a, b) => RANK[a] - RANK[b]);
  return {
    ...known,
    ...furthest,
    payerUserId: furthest.payerUserId ?? known.payerUserId ?? report.payerUserId,
    payAmount: furthest.payAmount ?? known.payAmount ?? report.payAmount,
    actuallyPaid:
      endedWithMoney(known) && endedWithMoney(report)
        ? mostOf(known.actuallyPaid, report.actuallyPaid)
        : furthest.actuallyPaid,
    actuallyPaidAtFiat: mostOf(known.actuallyPaidAtFiat, report.actuallyPaidAtFiat),
    parentPaymentId: known.parentPaymentId ?? report.parentPaymentId,
    seen,
    provenCents: Math.max(provenBefore, provenCents),
    ...(report.periodBeganAt != null && { periodBeganAt: report.periodBeganAt }),
  };
}

/** An amount of any other status may be of money that is still on its way, after an invoice that expired without any. */
const endedWithMoney = ({ paymentStatus }: Evidence): boolean =>
  MONEY[paymentStatus].isSeen && MONEY[paymentStatus].hasEnded;

/** A later status often says 0 where an earlier one knew the amount, so the most that was ever said counts. */
const mostOf = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b;
  return compareDecimals(a, b) >= 0 ? a : b;
};
