import type { BuyerRun } from './buyer-run';
import { hasMoney, isKnownRefund, type Entry } from './ledger';
import type { SeenExtension, SeenOrder, SeenPayment, Observed } from './observed';
import { DAY_MS } from '../../shared/domain/common/time';

/** Halves of cents that two ways of rounding may differ by, for each payment. */
const SLACK_CENTS = 1;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const enoughFor = ({ amountCents }: SeenOrder, { story }: BuyerRun): number =>
  amountCents - Math.floor((amountCents * story.tolerancePercent) / 100);

interface About {
  readonly lane: BuyerRun;
  readonly order: SeenOrder;
  readonly entries: readonly Entry[];
  readonly payments: readonly SeenPayment[];
  readonly extensions: readonly SeenExtension[];
}

const decisionOn = ({ payments }: About, { paymentId }: Entry) =>
  payments.find((payment) => payment.paymentId === paymentId)?.decision;

const isAccepted = (about: About, entry: Entry): boolean =>
  decisionOn(about, entry) === 'accept' && about.lane.said.get(entry.paymentId)?.has('accept') === true;

/** Whether the owner has sent a payment back as it is now. `isKnown`: and our functions knew it as it is. */
function isSentBack(about: About, entry: Entry, isKnown: boolean): boolean {
  const said = decisionOn(about, entry) === 'refund' ? about.lane.sentBack.get(entry.paymentId) : undefined;
  return said?.status === entry.status && (said.isKnown || !isKnown);
}

/** The money of an order that is still there, as far as our functions can know; what was accepted stands for the price. */
function valueOf(about: About): number {
  const there = about.entries.filter((entry) => !isKnownRefund(entry) && !isSentBack(about, entry, true));
  return sum(
    there.map((entry) =>
      isAccepted(about, entry) ? Math.max(about.order.amountCents, entry.worthCents) : entry.worthCents,
    ),
  );
}

/** Days were paid for, by money that arrived and is still there; or the owner has accepted what did. */
function* checkDays(about: About): Generator<string> {
  const { lane, order, entries, extensions } = about;
  const granted = extensions.filter(({ isRevoked }) => !isRevoked);
  const own = granted.filter(({ paymentId }) => paymentId === null);
  if (order.state === 'settled' && own.length !== 1)
    yield `1: the settled order ${order.reference} has ${own.length} extensions of its own`;
  if (order.state !== 'settled' && own.length > 0)
    yield `1: the order ${order.reference} is ${order.state} and has an extension`;
  if (own.some(({ days }) => days !== order.days))
    yield `1: the order ${order.reference} is for ${order.days} days and extends by ${String(own[0]?.days)}`;
  for (const { paymentId, days } of granted.filter((each) => each.paymentId !== null)) {
    const worth = lane.ledger.get(paymentId ?? 0)?.worthCents ?? 0;
    if (days > Math.floor((order.days * (worth + SLACK_CENTS)) / order.amountCents))
      yield `1: the payment ${String(paymentId)} is worth ${worth} cents and extends by ${days} days`;
    if (lane.said.get(paymentId ?? 0)?.has('credit') !== true)
      yield `1: nobody has credited the payment ${String(paymentId)}`;
  }
  const cost = sum(granted.map(({ days }) => Math.floor((days * order.amountCents) / order.days)));
  const tolerated = own.length > 0 ? order.amountCents - enoughFor(order, lane) : 0;
  const value = valueOf(about) + tolerated + SLACK_CENTS * entries.length;
  if (cost > value)
    yield `1: the order ${order.reference} granted days for ${cost} cents, and ${value} cents are there`;
}

/** What was parked is not what an order was settled by. */
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

/** A decision is the owner's, and no other. */
function* checkDecisions({ lane, payments }: About): Generator<string> {
  for (const { paymentId, decision } of payments)
    if (decision !== null && !lane.said.get(paymentId)?.has(decision))
      yield `1: the payment ${paymentId} counts as “${decision}”, which its owner never said`;
}

const aboutEach = (lane: BuyerRun, observed: Observed): About[] =>
  observed.orders.map((order) => ({
    lane,
    order,
    entries: lane.ledger.of(order.reference),
    payments: observed.payments.filter(({ reference }) => reference === order.reference),
    extensions: observed.extensions.filter(({ reference }) => reference === order.reference),
  }));

/** When access ends by what it consists of: the test's own fold. */
function endOf(extensions: readonly SeenExtension[]): number | null {
  let until: number | null = null;
  for (const { grantedAt, days, isRevoked } of [...extensions].sort((a, b) => a.grantedAt - b.grantedAt))
    if (!isRevoked) until = Math.max(until ?? 0, grantedAt) + days * DAY_MS;
  return until;
}

/** What must be true of one buyer's money and days at any moment, whatever is still to be done. */
export function* checkMoney(lane: BuyerRun, observed: Observed): Generator<string> {
  for (const about of aboutEach(lane, observed)) {
    yield* checkDays(about);
    yield* checkCases(about);
    yield* checkDecisions(about);
  }
  const until = endOf(observed.extensions);
  if (Math.abs((until ?? 0) - (observed.paidUntil ?? 0)) > 1)
    yield `2: access ends at ${String(observed.paidUntil)}, and by its extensions at ${String(until)}`;
}

/** The statuses at which NOWPayments stops. */
const isOver = ({ status }: Entry): boolean =>
  ['finished', 'partially_paid', 'failed', 'refunded'].includes(status);

/** What must be true once everything was done that could be, and NOWPayments was asked: no money is lost from sight. */
export function* checkNothingLost(lane: BuyerRun, observed: Observed): Generator<string> {
  for (const about of aboutEach(lane, observed)) {
    const { order, payments } = about;
    if (order.state === 'settled' && !order.isOwnerTold)
      yield `5: the owner was not told of ${order.reference}`;
    for (const entry of about.entries.filter(isOver)) {
      // Of a settled order nothing more is asked: then what was never told cannot be known.
      const isTaken = order.state === 'settled' || order.state === 'refunded';
      const isKnown = entry.told.has(entry.status) || (!isTaken && order.isWatched);
      const standing = payments.find(({ paymentId }) => paymentId === entry.paymentId)?.standing ?? 'missing';
      if (isKnown && entry.worthCents > 0 && ['missing', 'pending', 'expired', 'failed'].includes(standing))
        yield `1: the payment ${entry.paymentId} is ${entry.status}, and stands as ${standing}`;
      const isFull =
        entry.parentPaymentId === null &&
        entry.status === 'finished' &&
        entry.priceCents === order.amountCents;
      if (
        isKnown &&
        isFull &&
        hasMoney(entry) &&
        !isSentBack(about, entry, false) &&
        !['settled', 'refunded'].includes(order.state)
      )
        yield `1: the payment ${entry.paymentId} paid ${order.reference} in full, which is ${order.state}`;
    }
  }
}
