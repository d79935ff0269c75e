import { floorOf } from '../common/fraction';
import type { Cents } from '../common/ids';
import {
  BY_ITSELF,
  cameTogether,
  countsByItself,
  countTogether,
  decisionOn,
  incomeFrom,
  isAccepted,
  isCountedPart,
  isEnoughFor,
  isSentBack,
  isWholeGift,
  starsFrom,
} from './counts';
import {
  exceptionOfSettling,
  exceptionOfUnsettling,
  OVER_TOLERANCE_PERCENT,
  type Surroundings,
} from './exceptions';
import { hangs } from './clock/hanging';
import {
  hasAmount,
  type Exception,
  type Order,
  type OrderState,
  type Payment,
  type PaymentStanding,
} from './payment';
import { wasFinished } from './received';
import { settlingPayments } from './settling';

export interface Verdict {
  readonly standing: PaymentStanding;
  readonly exception: Exception;
  readonly settles: boolean;
}

export interface Judgement {
  readonly state: OrderState;
  readonly paymentId: number | null;
  /** The part of the price that was paid and counted so far. */
  readonly receivedCents: Cents;
  /** What came above the price of a subscription, if it is more than a rounding difference; 0 otherwise. */
  readonly excessCents: Cents;
  /** What a settled order counts in every figure: what came in dollars, for a subscription at most its price. Else `null`. */
  readonly incomeCents: Cents | null;
  /** The Stars that settled the order; `null` if none did. No figure adds them to dollars. */
  readonly incomeStars: number | null;
  readonly verdicts: ReadonlyMap<number, Verdict>;
}

function standingOfUnsettling(payment: Payment, isOdd: boolean): PaymentStanding {
  if (isSentBack(payment)) return 'refunded';
  if (decisionOn(payment) === 'credit') return 'credited';
  switch (payment.paymentStatus) {
    case 'finished':
    case 'partially_paid':
      return 'parked';
    case 'failed':
    case 'expired':
      // Money that came with a failure still belongs to someone, so the owner decides.
      return hasAmount(payment) ? 'parked' : payment.paymentStatus;
    default:
      return (isOdd && wasFinished(payment)) || hangs(payment) ? 'parked' : 'pending';
  }
}

/** `isCovered`: the settling payments that were not returned still pay for the order. */
function verdictOn(payment: Payment, isCovered: boolean, about: Surroundings): Verdict {
  if (!about.settling.includes(payment)) {
    if (about.settling.length === 0 && isCountedPart(payment))
      return { standing: 'parked', exception: 'partial', settles: false };
    const exception = exceptionOfUnsettling(payment, about);
    return { standing: standingOfUnsettling(payment, exception !== 'none'), exception, settles: false };
  }
  const exception = exceptionOfSettling(payment, about);
  if (isSentBack(payment)) return { standing: 'refunded', exception, settles: true };
  if (isCovered) return { standing: 'settled', exception, settles: true };
  // The remainder of an order that was partly refunded.
  const standing = decisionOn(payment) === 'credit' ? 'credited' : 'parked';
  return { standing, exception: 'partial', settles: true };
}

/** What came above the price. A payment that was finished by hand is worth what arrived, not its price. */
function excessOver({ item, amountCents }: Order, cameCents: Cents): Cents {
  const isOver = item.kind !== 'donation' && cameCents * 100 > amountCents * (100 + OVER_TOLERANCE_PERCENT);
  return (isOver ? cameCents - amountCents : 0) as Cents;
}

/**
 * Judges an order and each of its payments from everything that is known. Earlier results are never an input, except
 * which payments settled the order, because that was promised to the payer. A subscription is settled by money proven at
 * its own price, within the channel's tolerance, or by what the owner accepts; a donation by any payment that ended with
 * money of known worth. Everything odd is parked for the owner. A part that the owner counted stays parked until its
 * order is paid, because nobody may be able to pay the rest.
 */
export function judgePayments(order: Order, payments: readonly Payment[]): Judgement {
  const settling = settlingPayments(order, payments);
  const held = (settling.length > 0 ? settling : payments).filter((payment) => !isSentBack(payment));
  const counted = countTogether(held, order);
  const receivedCents = Math.min(floorOf(counted), order.amountCents) as Cents;
  const excessCents = settling.length > 0 ? excessOver(order, cameTogether(held, order)) : (0 as Cents);
  // Only a refund uncovers a settled order. An owner may change the terms of later sales, but not of this one.
  const isIntact = held.length === settling.length && held.some(({ settles }) => settles);
  const isGift = order.item.kind === 'donation' && held.length > 0;
  const isCovered = isGift || isIntact || held.some(isAccepted) || isEnoughFor(counted, order);
  const about = { order, payments, settling };
  const verdicts = new Map(
    payments.map((payment) => [payment.paymentId, verdictOn(payment, isCovered, about)]),
  );
  const completing = settling.at(-1);
  const judged = { receivedCents, excessCents, verdicts };
  if (completing === undefined)
    return { ...judged, state: order.state, paymentId: null, incomeCents: null, incomeStars: null };
  const paymentId = order.paymentId ?? completing.paymentId;
  const income = { incomeCents: incomeFrom(order, settling), incomeStars: starsFrom(settling) };
  return { ...judged, ...income, state: isCovered ? 'settled' : 'refunded', paymentId };
}

/**
 * Counts each further payment of a settled donation as one more donation, as if its owner had said so. A payment whose
 * worth nobody knows, or that the owner has decided about, stays as it is.
 */
export function countFurtherGifts(order: Order, payments: readonly Payment[]): readonly Payment[] {
  const { paymentId, verdicts } = judgePayments(order, payments);
  if (paymentId === null) return payments;
  return payments.map((payment) =>
    verdicts.get(payment.paymentId)?.standing === 'parked' &&
    payment.decision === null &&
    !payment.settles &&
    countsByItself(payment, order) &&
    isWholeGift(payment, order)
      ? { ...payment, decision: 'credit' as const, decidedOn: BY_ITSELF }
      : payment,
  );
}
