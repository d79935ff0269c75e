import type { BuyerRun } from './buyer-run';
import { isOver } from './ledger';
import type { BuyerState, OrderRow, PaymentRow } from './observed';
import type { Writing } from './writing';
import { DAY_MS, HOUR_MS } from '../../shared/domain/common/time';

/** A payment without an end is a case after a week, and the worker may be a day late in the model. */
const LONGEST_PENDING_MS = 7 * DAY_MS + 25 * HOUR_MS;

/** Whether the owner has to decide about a payment. A refund by the owner covers only what had come until then. */
const isOpenCase = ({ standing }: PaymentRow): boolean => standing === 'parked';

/** What its owner has to decide about, by the names of clocks: a payment can be several cases, one after the other. */
function casesOf({ hangs, settles, exception }: PaymentRow): readonly string[] {
  if (hangs) return ['hanging'];
  if (settles) return ['remainder'];
  if (exception === 'partial') return ['partial', 'counted'];
  return exception === 'repeated' || exception === 'wrong_asset' ? ['second', exception] : [exception];
}

/** Every open case has a clock of its own, whose last step is due or behind it. The clock of an earlier case does not count. */
export function* checkClocks(observed: BuyerState): Generator<string> {
  for (const payment of observed.payments)
    if (
      isOpenCase(payment) &&
      !payment.clocks.some((about) => casesOf(payment).includes(about.split(':')[0] ?? ''))
    )
      yield `5: nothing reminds anybody of the case ${payment.paymentId} (${payment.exception})`;
}

/**
 * A payment with money that never ends becomes a case, and stops blocking its buyer. Its money may be known late, or never
 * if every report of it was lost and the worker was away until nobody asks any more.
 */
export function* checkHanging(run: BuyerRun, observed: BuyerState): Generator<string> {
  for (const { paymentId, standing, changedAt, isMoneySeen } of observed.payments) {
    const entry = run.ledger.get(paymentId);
    const isHanging = isMoneySeen && entry !== undefined && entry.hasArrived && !isOver(entry);
    if (isHanging && standing === 'pending' && observed.now - changedAt > LONGEST_PENDING_MS)
      yield `5: the payment ${paymentId} hangs for ${Math.floor((observed.now - changedAt) / DAY_MS)} days`;
  }
}

/** What came for a donation counts without a decision, unless nobody knows what it is worth or whether it came. */
export function* checkDonations(run: BuyerRun, observed: BuyerState): Generator<string> {
  for (const order of observed.orders.filter(({ kind }) => kind === 'donation'))
    for (const payment of observed.payments.filter(({ reference }) => reference === order.reference)) {
      const entry = run.ledger.get(payment.paymentId);
      if (entry?.cameCents === undefined || !['finished', 'partially_paid'].includes(entry.status)) continue;
      if (!entry.acknowledged.has(entry.status) || !entry.hasArrived) continue;
      // What comes after a refund that the owner reported is another case.
      if (run.decisions.get(entry.paymentId)?.has('refund') === true) continue;
      // Stars of somebody else, or for a closed order, wait for the owner.
      if (payment.exception === 'other_payer' || payment.exception === 'closed') continue;
      if (
        payment.standing !== 'settled' &&
        payment.standing !== 'credited' &&
        payment.standing !== 'refunded'
      )
        yield `5: ${entry.cameCents} cents of the donation ${order.reference} came and are ${payment.standing}`;
    }
}

/** Whatever anybody orders in the model, some coin can pay it. */
const REFUSED =
  /(?:payments|donations) start at \$|payments are off|too little to send in crypto right now. Nothing was charged/i;

/** Nobody is refused for an amount that some coin can pay, however few questions about coins were answered. */
export function* checkRefusals(texts: readonly string[]): Generator<string> {
  for (const text of texts)
    if (REFUSED.test(text)) yield `5: refused without a reason: ${text.replaceAll('\n', ' | ')}`;
}

/** Unpaid orders with money in them, or on its way to them. */
export const heldOrders = ({ orders, payments }: BuyerState): readonly OrderRow[] =>
  orders.filter(
    ({ reference, state, receivedCents }) =>
      ['open', 'cancelled', 'refused'].includes(state) &&
      (receivedCents > 0 ||
        payments.some((payment) => payment.reference === reference && isOpenCase(payment))),
  );

/** Whether a page names an order, so that its buyer gets on from there. */
const names = ({ text, buttons }: Writing, { reference, invoiceIds }: OrderRow): boolean =>
  text.includes(reference) ||
  buttons.some(({ opens }) => opens.includes(reference) || invoiceIds.some((id) => opens.includes(id)));

/** Each order that holds money is named by what its buyer's next tap shows. `written` is what the tap showed. */
export function* checkReach(held: readonly OrderRow[], written: readonly Writing[]): Generator<string> {
  for (const order of held)
    if (!written.some((page) => names(page, order)))
      yield `5: the ${order.kind} ${order.reference} holds ${order.receivedCents} cents, and no tap leads there`;
}
