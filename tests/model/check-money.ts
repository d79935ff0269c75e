import {
  aboutEach,
  isAcceptedByDefault,
  isOfStranger,
  isSentBack,
  sum,
  valueOf,
  worthOf,
  type About,
} from './about-order';
import type { BuyerRun } from './buyer-run';
import { hasMoney, isOver } from './ledger';
import type { BuyerState, ExtensionRow, OrderRow } from './observed';
import type { Decision } from '../../shared/domain/payments/payment';
import { areForEver } from '../../shared/domain/common/for-ever';
import { DAY_MS } from '../../shared/domain/common/time';

/** Cents by which two ways of rounding may differ, for each payment. */
const SLACK_CENTS = 1;

const enoughFor = ({ amountCents }: OrderRow, { story }: BuyerRun): number =>
  amountCents - Math.floor((amountCents * story.tolerancePercent) / 100);

/** Granted days are paid for by money that arrived and was not refunded, or by a payment that the owner accepted. */
function* checkDays(about: About): Generator<string> {
  const { run, order, entries, extensions } = about;
  const { days: orderedDays } = order;
  if (orderedDays === null) {
    if (extensions.length > 0) yield `1: the donation ${order.reference} has an extension`;
    return;
  }
  const granted = extensions.filter(({ isRevoked }) => !isRevoked);
  const own = granted.filter(({ paymentId }) => paymentId === null);
  if (order.state === 'settled' && own.length !== 1)
    yield `1: the settled order ${order.reference} has ${own.length} extensions of its own`;
  if (order.state !== 'settled' && own.length > 0)
    yield `1: the order ${order.reference} is ${order.state} and has an extension`;
  if (own.some(({ days }) => days !== orderedDays))
    yield `1: the order ${order.reference} is for ${orderedDays} days and extends by ${String(own[0]?.days)}`;
  for (const { paymentId, days } of granted.filter((each) => each.paymentId !== null)) {
    const entry = run.ledger.get(paymentId ?? 0);
    const worth = entry ? worthOf(about, entry) : 0;
    if (days > Math.floor((orderedDays * (worth + SLACK_CENTS)) / order.amountCents))
      yield `1: the payment ${String(paymentId)} is worth ${worth} cents and extends by ${days} days`;
    if (areForEver(orderedDays) && !areForEver(days))
      yield `1: the payment ${String(paymentId)} extends by ${days} days, a part of access for ever`;
    if (run.decisions.get(paymentId ?? 0)?.has('credit') !== true)
      yield `1: nobody has credited the payment ${String(paymentId)}`;
  }
  const cost = sum(granted.map(({ days }) => Math.floor((days * order.amountCents) / orderedDays)));
  const tolerated = own.length > 0 ? order.amountCents - enoughFor(order, run) : 0;
  const value = valueOf(about) + tolerated + SLACK_CENTS * entries.length;
  if (cost > value)
    yield `1: the order ${order.reference} granted days for ${cost} cents, but its payments are worth ${value} cents`;
}

/** A parked payment never settles an order. */
function* checkCases({ order, payments }: About): Generator<string> {
  for (const { paymentId, standing, settles } of payments) {
    if (order.state === 'settled' && settles && standing === 'parked')
      yield `3: the payment ${paymentId} is parked and settles ${order.reference}`;
    if (standing === 'settled' && order.state !== 'settled')
      yield `3: the payment ${paymentId} has settled ${order.reference}, which is ${order.state}`;
  }
  if (
    order.state === 'settled' &&
    !payments.some(({ standing }) => standing === 'settled' || standing === 'refunded')
  )
    yield `3: nothing settles ${order.reference}`;
}

/** Whether it counts as one more donation without a decision, because it came for a gift and its worth is known. */
const isFurtherGift = ({ order, run }: About, paymentId: number, decision: Decision): boolean =>
  order.kind === 'donation' && decision === 'credit' && run.ledger.get(paymentId)?.cameCents !== undefined;

/** Every stored decision was made by the owner, or is the default of a case that they didn't answer. */
function* checkDecisions(about: About): Generator<string> {
  for (const { paymentId, decision } of about.payments) {
    const isSaid = decision === null || about.run.decisions.get(paymentId)?.has(decision) === true;
    const isDefault = decision === 'accept' && isAcceptedByDefault(about, paymentId);
    if (!isSaid && !isDefault && !isFurtherGift(about, paymentId, decision))
      yield `1: the payment ${paymentId} counts as “${decision}”, which its owner never said`;
  }
}

/** The end of access, added up from its extensions by the test itself. */
function endOf(extensions: readonly ExtensionRow[]): number | null {
  let until: number | null = null;
  for (const { grantedAt, days, isRevoked } of [...extensions].sort((a, b) => a.grantedAt - b.grantedAt))
    if (!isRevoked) until = Math.max(until ?? 0, grantedAt) + days * DAY_MS;
  return until;
}

/** What must be true about a buyer's money and days at any time, also while work is due. */
export function* checkMoney(run: BuyerRun, observed: BuyerState): Generator<string> {
  for (const about of aboutEach(run, observed)) {
    yield* checkDays(about);
    yield* checkCases(about);
    yield* checkDecisions(about);
  }
  const until = endOf(observed.extensions);
  if (Math.abs((until ?? 0) - (observed.paidUntil ?? 0)) > 1)
    yield `2: access ends at ${String(observed.paidUntil)}, and by its extensions at ${String(until)}`;
}

const isRepriced = ({ story }: BuyerRun): boolean => story.actions.some(({ type }) => type === 'reprice');

/** What must be true once all work is done and NOWPayments was asked: no money is missed. */
export function* checkNothingLost(run: BuyerRun, observed: BuyerState): Generator<string> {
  for (const { chargeId } of run.unseen) yield `17: the charge ${chargeId} is lost`;
  for (const about of aboutEach(run, observed)) {
    const { order, payments } = about;
    if (order.state === 'settled' && !order.isOwnerTold)
      yield `5: the owner was not told about ${order.reference}`;
    for (const entry of about.entries.filter(isOver)) {
      // NOWPayments is no longer asked about a settled order, so a payment without an IPN stays unknown.
      const isTaken = order.state === 'settled' || order.state === 'refunded';
      const isKnown = entry.acknowledged.has(entry.status) || (!isTaken && order.isWatched);
      const payment = payments.find(({ paymentId }) => paymentId === entry.paymentId);
      const standing = payment?.standing ?? 'missing';
      if (isKnown && entry.worthCents > 0 && ['missing', 'pending', 'expired', 'failed'].includes(standing))
        yield `1: the payment ${entry.paymentId} is ${entry.status} and is stored as ${standing}`;
      // Late money is the owner's case if the offer has become dearer.
      const isTooLate = payment?.exception === 'late' && isRepriced(run);
      const isFull =
        !isTooLate &&
        entry.parentPaymentId === null &&
        entry.status === 'finished' &&
        entry.priceCents === order.amountCents;
      if (
        isKnown &&
        isFull &&
        hasMoney(entry) &&
        !isOfStranger(about, entry) &&
        payment?.exception !== 'closed' &&
        !isSentBack(about, entry, false) &&
        !['settled', 'refunded'].includes(order.state)
      )
        yield `1: the payment ${entry.paymentId} paid ${order.reference} in full, which is ${order.state}`;
    }
  }
}
