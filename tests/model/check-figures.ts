import { centsIn } from '../support/cents-in';
import { sum } from './about-order';
import type { BuyerRun } from './buyer-run';
import { wholeCentsOf, wholeCentsOfAll, isOver, type Entry, type Ratio } from './ledger';
import type { BuyerState, OrderRow } from './observed';
import type { Writing } from './writing';

/** What came with a payment as far as anybody knows: by its price, by NOWPayments' valuation or as its owner said. */
const exactly = ({ typed, ledger }: Pick<BuyerRun, 'typed' | 'ledger'>, { paymentId, came }: Entry): Ratio =>
  // No figure in dollars counts Stars.
  ledger.charge(paymentId) !== undefined
    ? { of: 0n, by: 1n }
    : (came ?? { of: BigInt(typed.get(paymentId) ?? 0), by: 1n });
const cameIn = (run: Pick<BuyerRun, 'typed' | 'ledger'>, entry: Entry): number =>
  wholeCentsOf(exactly(run, entry));

/** What came with several payments. One without an end counts only if the owner accepted it. */
const cameFor = (run: BuyerRun, entries: readonly Entry[]): number =>
  wholeCentsOfAll(
    entries
      .filter((entry) => isOver(entry) || run.decisions.get(entry.paymentId)?.has('accept') === true)
      .map((entry) => exactly(run, entry)),
  );

/** Sentences that say how much money came, with the dollars that they name. The model must meet each. */
export const CLAIMS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['thanks', /(?:Thank you! (?:Another )?|donation to .* is now )\$([\d,.]+\d)/g],
  ['excess', /\$([\d,.]+\d) more than you planned/g],
  ['sale', /^(?:💝 (?=.* from )|💝 .* It's |Paid: )\$([\d,.]+\d)/gm],
  ['case', /^(?:Received|Counted): .*?\$([\d,.]+\d)/gm],
  ['button', /^(?:➕|✅) .*?\$([\d,.]+\d)/gm],
  ['page', /\$([\d,.]+\d) of \$[\d,.]+\d arrived/g],
  ['reminder', /\$([\d,.]+\d) already arrived/g],
];

export interface Claim {
  readonly what: string;
  readonly cents: number;
}

export function claimsIn({ text, buttons }: Writing): Claim[] {
  const all = [text, ...buttons.map((button) => button.text)].join('\n');
  return CLAIMS.flatMap(([what, pattern]) =>
    [...all.matchAll(pattern)].map(([, dollars = '']) => ({ what, cents: centsIn(dollars) })),
  );
}

/** What came with what a writing is about: one payment, one order, or else all of the buyer's money. */
function cameAbout(run: BuyerRun, { text, buttons }: Writing): number {
  const all = [text, ...buttons.map(({ opens }) => opens)].join('\n');
  const payment = run.ledger.get(Number(/^Payment: (\d+)$/m.exec(text)?.[1]));
  if (payment !== undefined) return cameIn(run, payment);
  const ofOrder = run.ledger.all().filter(({ reference }) => all.includes(reference));
  return cameFor(run, ofOrder.length > 0 ? ofOrder : run.ledger.all());
}

/** No message and no button names more dollars than came. */
function* checkWritings(run: BuyerRun): Generator<string> {
  for (const writing of run.written) {
    const claims = claimsIn(writing);
    const came = claims.length === 0 ? 0 : cameAbout(run, writing);
    for (const { what, cents } of claims)
      if (cents > came)
        yield `16: a ${what} names ${cents} cents and ${came} came: ${writing.text.replaceAll('\n', ' | ')}`;
  }
}

/** What a settled order counts in every figure. A subscription counts at most its price. */
function* checkIncome(run: BuyerRun, observed: BuyerState, order: OrderRow): Generator<string> {
  const settling = observed.payments.filter(
    ({ reference, settles }) => reference === order.reference && settles,
  );
  const entries = settling.flatMap(({ paymentId }) => run.ledger.get(paymentId) ?? []);
  const came = cameFor(run, entries);
  const income = order.incomeCents ?? 0;
  if (income > came) yield `16: ${order.reference} counts ${income} cents and ${came} came`;
  if (order.kind === 'subscription' && income > order.amountCents)
    yield `16: ${order.reference} counts ${income} cents, which is above its price`;
  if (order.state === 'settled' && order.incomeCents === null)
    yield `16: the settled order ${order.reference} counts nothing`;
}

/** What must be true about every figure at any time. */
export function* checkFigures(run: BuyerRun, observed: BuyerState): Generator<string> {
  yield* checkWritings(run);
  for (const order of observed.orders) yield* checkIncome(run, observed, order);
  for (const { paymentId, receivedCents, typedCents } of observed.payments) {
    const entry = run.ledger.get(paymentId);
    const came = entry && cameIn(run, entry);
    if ((receivedCents ?? 0) > (came ?? 0) || (typedCents ?? 0) > (run.typed.get(paymentId) ?? 0))
      yield `16: the payment ${paymentId} is stored as ${receivedCents} cents and ${came} came`;
  }
}

/** What an owner's books say about one buyer. */
export interface Books {
  /** `received_usd` by order, in cents, for settled and refunded orders. */
  readonly received: ReadonlyMap<string, number>;
  /** `credited_usd` by payment. */
  readonly credited: ReadonlyMap<number, number>;
  /** What the report and the digest count for all of the buyer's time, before refunds. */
  readonly reportCents: number;
  readonly digestCents: number;
}

/** The tables, the report and the digest name no more than came, and the same. */
export function* checkBooks(run: BuyerRun, books: Books): Generator<string> {
  for (const [reference, cents] of books.received) {
    const came = cameFor(run, run.ledger.of(reference));
    if (cents > came) yield `16: received_usd of ${reference} is ${cents} cents and ${came} came`;
  }
  for (const [paymentId, cents] of books.credited) {
    const entry = run.ledger.get(paymentId);
    const came = entry ? cameIn(run, entry) : 0;
    if (cents > came) yield `16: credited_usd of ${paymentId} is ${cents} cents and ${came} came`;
  }
  const came = cameFor(run, run.ledger.all());
  if (books.reportCents > came) yield `16: the report counts ${books.reportCents} cents and ${came} came`;
  const inTables = sum([...books.received.values(), ...books.credited.values()]);
  if (books.digestCents !== inTables)
    yield `16: the digest counts ${books.digestCents} cents and the tables ${inTables}`;
}
