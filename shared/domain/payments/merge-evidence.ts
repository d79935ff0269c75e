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

/** Adds one more IPN to a payment: the furthest evidence wins, and no status that was seen is forgotten. */
export function mergeEvidence(known: StoredPayment | undefined, ipn: NewPayment, order: Order): Payment {
  const first = { ...ipn, ...UNDECIDED, seen: [ipn.paymentStatus] };
  const provenCents = provenCentsOf(first, order);
  if (known === undefined) return { ...first, provenCents };
  const furthest = compareEvidence(ipn, known, order) > 0 ? ipn : known;
  // An orphan proved nothing, because nobody knew the price of its order.
  const provenBefore = known.standing === 'orphan' ? provenCentsOf(known, order) : known.provenCents;
  const seen = [...new Set([...known.seen, ipn.paymentStatus])].sort((a, b) => RANK[a] - RANK[b]);
  return {
    ...known,
    ...furthest,
    payAmount: furthest.payAmount ?? known.payAmount ?? ipn.payAmount,
    actuallyPaid:
      endedWithMoney(known) && endedWithMoney(ipn)
        ? mostOf(known.actuallyPaid, ipn.actuallyPaid)
        : furthest.actuallyPaid,
    actuallyPaidAtFiat: mostOf(known.actuallyPaidAtFiat, ipn.actuallyPaidAtFiat),
    parentPaymentId: known.parentPaymentId ?? ipn.parentPaymentId,
    seen,
    provenCents: Math.max(provenBefore, provenCents),
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
