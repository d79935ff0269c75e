import type { BuyerRun } from './buyer-run';
import { isKnownRefund, type Entry } from './ledger';
import type { BuyerState, ExtensionRow, OrderRow, PaymentRow } from './observed';
import { LEAST_PAYABLE_CENTS } from './terms';
import { DAY_MS } from '../../shared/domain/common/time';

const DEFAULT_AFTER_MS = 7 * DAY_MS;

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** One order, with what NOWPayments knows about it and what the database has. */
export interface About {
  readonly run: BuyerRun;
  readonly order: OrderRow;
  readonly entries: readonly Entry[];
  readonly payments: readonly PaymentRow[];
  readonly extensions: readonly ExtensionRow[];
  readonly now: number;
}

const decisionOn = ({ payments }: About, { paymentId }: Entry) =>
  payments.find((payment) => payment.paymentId === paymentId)?.decision;

/** Whether nobody answered for a week about a part that is so little short that no coin can pay the rest. */
export function isAcceptedByDefault({ order, entries, payments, now }: About, paymentId: number): boolean {
  const seenAt = payments.find((payment) => payment.paymentId === paymentId)?.seenAt ?? now;
  const missing = order.amountCents - sum(entries.map(({ worthCents }) => worthCents));
  return order.kind === 'subscription' && now - seenAt >= DEFAULT_AFTER_MS && missing < LEAST_PAYABLE_CENTS;
}

const isAccepted = (about: About, entry: Entry): boolean =>
  decisionOn(about, entry) === 'accept' &&
  (about.run.decisions.get(entry.paymentId)?.has('accept') === true ||
    isAcceptedByDefault(about, entry.paymentId));

/** Whether the owner refunded the payment in its present state. `isKnown`: only if our functions knew that state. */
export function isSentBack(about: About, entry: Entry, isKnown: boolean): boolean {
  const said = decisionOn(about, entry) === 'refund' ? about.run.sentBack.get(entry.paymentId) : undefined;
  return said?.status === entry.status && (said.isKnown || !isKnown);
}

/** What a payment is worth toward an order: what it proved, or what its owner said if nothing else says it. */
export const worthOf = ({ run }: About, { paymentId, cameCents, worthCents }: Entry): number =>
  cameCents === undefined ? (run.typed.get(paymentId) ?? 0) : worthCents;

/** Whether somebody else paid, and the owner did not let that count. */
export const isOfStranger = (about: About, { paymentId }: Entry): boolean => {
  const charge = about.run.ledger.charge(paymentId);
  const said = about.run.decisions.get(paymentId);
  return (
    charge !== undefined &&
    charge.payerUserId !== about.run.buyer.id &&
    said?.has('accept') !== true &&
    said?.has('credit') !== true
  );
};

/** The value of an order after refunds that our functions can know. An accepted payment counts as the full price. */
export function valueOf(about: About): number {
  const there = about.entries.filter(
    (entry) => !isKnownRefund(entry) && !isSentBack(about, entry, true) && !isOfStranger(about, entry),
  );
  return sum(
    there.map((entry) => {
      const worth = worthOf(about, entry);
      return isAccepted(about, entry) ? Math.max(about.order.amountCents, worth) : worth;
    }),
  );
}

export const aboutEach = (run: BuyerRun, observed: BuyerState): About[] =>
  observed.orders.map((order) => ({
    run,
    order,
    entries: run.ledger.of(order.reference),
    payments: observed.payments.filter(({ reference }) => reference === order.reference),
    extensions: observed.extensions.filter(({ reference }) => reference === order.reference),
    now: observed.now,
  }));
