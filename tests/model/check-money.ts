import type { BuyerRun } from './buyer-run';
import { hasMoney, isKnownRefund, type Entry } from './ledger';
import type { BuyerState, ExtensionRow, OrderRow, PaymentRow } from './observed';
import { DAY_MS } from '../../shared/domain/common/time';

/** Cents by which two ways of rounding may differ, for each payment. */
const SLACK_CENTS = 1;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const enoughFor = ({ amountCents }: OrderRow, { story }: BuyerRun): number =>
  amountCents - Math.floor((amountCents * story.tolerancePercent) / 100);

interface About {
  readonly run: BuyerRun;
  readonly order: OrderRow;
  readonly entries: readonly Entry[];
  readonly payments: readonly PaymentRow[];
  readonly extensions: readonly ExtensionRow[];
}

const decisionOn = ({ payments }: About, { paymentId }: Entry) =>
  payments.find((payment) => payment.paymentId === paymentId)?.decision;

const isAccepted = (about: About, entry: Entry): boolean =>
  decisionOn(about, entry) === 'accept' && about.run.decisions.get(entry.paymentId)?.has('accept') === true;

/** Whether the owner refunded the payment in its present state. `isKnown`: only if our functions knew that state. */
function isSentBack(about: About, entry: Entry, isKnown: boolean): boolean {
  const said = decisionOn(about, entry) === 'refund' ? about.run.sentBack.get(entry.paymentId) : undefined;
  return said?.status === entry.status && (said.isKnown || !isKnown);
}

/** The value of an order after refunds that our functions can know. An accepted payment counts as the full price. */
function valueOf(about: About): number {
  const there = about.entries.filter((entry) => !isKnownRefund(entry) && !isSentBack(about, entry, true));
  return sum(
    there.map((entry) =>
      isAccepted(about, entry) ? Math.max(about.order.amountCents, entry.worthCents) : entry.worthCents,
    ),
  );
}

/** Granted days are paid for by money that arrived and was not refunded, or by a payment that the owner accepted. */
function* checkDays(about: About): Generator<string> {
  const { run, order, entries, extensions } = about;
  const granted = extensions.filter(({ isRevoked }) => !isRevoked);
  const own = granted.filter(({ paymentId }) => paymentId === null);
  if (order.state === 'settled' && own.length !== 1)
    yield `1: the settled order ${order.reference} has ${own.length} extensions of its own`;
  if (order.state !== 'settled' && own.length > 0)
    yield `1: the order ${order.reference} is ${order.state} and has an extension`;
  if (own.some(({ days }) => days !== order.days))
    yield `1: the order ${order.reference} is for ${order.days} days and extends by ${String(own[0]?.days)}`;
  for (const { paymentId, days } of granted.filter((each) => each.paymentId !== null)) {
    const worth = run.ledger.get(paymentId ?? 0)?.worthCents ?? 0;
    if (days > Math.floor((order.days * (worth + SLACK_CENTS)) / order.amountCents))
      yield `1: the payment ${String(paymentId)} is worth ${worth} cents and extends by ${days} days`;
    if (run.decisions.get(paymentId ?? 0)?.has('credit') !== true)
      yield `1: nobody has credited the payment ${String(paymentId)}`;
  }
  const cost = sum(granted.map(({ days }) => Math.floor((days * order.amountCents) / order.days)));
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

/** Every stored decision was made by the owner. */
function* checkDecisions({ run, payments }: About): Generator<string> {
  for (const { paymentId, decision } of payments)
    if (decision !== null && !run.decisions.get(paymentId)?.has(decision))
      yield `1: the payment ${paymentId} counts as “${decision}”, which its owner never said`;
}

const aboutEach = (run: BuyerRun, observed: BuyerState): About[] =>
  observed.orders.map((order) => ({
    run,
    order,
    entries: run.ledger.of(order.reference),
    payments: observed.payments.filter(({ reference }) => reference === order.reference),
    extensions: observed.extensions.filter(({ reference }) => reference === order.reference),
  }));

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

/** Whether NOWPayments will not change the status any further by itself. */
const isOver = ({ status }: Entry): boolean =>
  ['finished', 'partially_paid', 'failed', 'refunded'].includes(status);

/** What must be true once all work is done and NOWPayments was asked: no money is missed. */
export function* checkNothingLost(run: BuyerRun, observed: BuyerState): Generator<string> {
  for (const about of aboutEach(run, observed)) {
    const { order, payments } = about;
    if (order.state === 'settled' && !order.isOwnerTold)
      yield `5: the owner was not told about ${order.reference}`;
    for (const entry of about.entries.filter(isOver)) {
      // NOWPayments is no longer asked about a settled order, so a payment without an IPN stays unknown.
      const isTaken = order.state === 'settled' || order.state === 'refunded';
      const isKnown = entry.acknowledged.has(entry.status) || (!isTaken && order.isWatched);
      const standing = payments.find(({ paymentId }) => paymentId === entry.paymentId)?.standing ?? 'missing';
      if (isKnown && entry.worthCents > 0 && ['missing', 'pending', 'expired', 'failed'].includes(standing))
        yield `1: the payment ${entry.paymentId} is ${entry.status} and is stored as ${standing}`;
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
