/** @project unit */
import {
  checkClocks,
  checkDonations,
  checkHanging,
  checkReach,
  checkRefusals,
  heldOrders,
} from './check-cases';
import { checkBooks, checkFigures, type Books } from './check-figures';
import { checkMoney } from './check-money';
import type { BuyerRun, Story } from './buyer-run';
import { Ledger, type Ipn } from './ledger';
import type { BuyerState, ExtensionRow, OrderRow, PaymentRow } from './observed';
import type { Writing } from './writing';
import { DAY_MS } from '../../shared/domain/common/time';

const NOW = 100 * DAY_MS;
const CHAT = 1;

/** Everything that the rules look at, for one buyer. */
interface Situation {
  ipns: Ipn[];
  orders: OrderRow[];
  payments: PaymentRow[];
  extensions: ExtensionRow[];
  decisions: [number, 'accept' | 'credit' | 'refund'][];
  typed: [number, number][];
  written: Writing[];
  toasts: string[];
  books: Books;
  afterTap: Writing[];
}

const ipn = (reference: string, change: Partial<Ipn>): Ipn => ({
  payment_id: 1,
  parent_payment_id: null,
  payment_status: 'finished',
  price_amount: 40,
  pay_amount: 40,
  actually_paid: 40,
  actually_paid_at_fiat: 0,
  order_id: `PGP-1|-1|${reference}`,
  ...change,
});

const orderRow = (reference: string, change: Partial<OrderRow>): OrderRow => ({
  reference,
  kind: 'donation',
  state: 'settled',
  amountCents: 4000,
  receivedCents: 4000,
  incomeCents: 4000,
  incomeStars: null,
  days: null,
  invoiceIds: [`of-${reference}`],
  isWatched: true,
  isOwnerTold: true,
  ...change,
});

const paymentRow = (paymentId: number, reference: string, change: Partial<PaymentRow>): PaymentRow => ({
  paymentId,
  reference,
  standing: 'settled',
  exception: 'none',
  settles: true,
  decision: null,
  receivedCents: 4000,
  typedCents: null,
  seenAt: NOW - DAY_MS,
  changedAt: NOW - DAY_MS,
  hangs: false,
  isMoneySeen: true,
  clocks: [],
  ...change,
});

const writing = (text: string, ...buttons: [text: string, opens: string][]): Writing => ({
  chatId: CHAT,
  text,
  buttons: buttons.map(([label, opens]) => ({ text: label, opens })),
});

/**
 * A donation of which half came, with a deposit of unknown worth that the owner has to decide; and half of a
 * subscription, with a payment that was seen a day ago.
 */
const healthy = (): Situation => ({
  ipns: [
    ipn('gift', { payment_status: 'partially_paid', actually_paid: 20 }),
    ipn('gift', {
      payment_id: 2,
      parent_payment_id: 1,
      payment_status: 'finished',
      pay_amount: 4,
      actually_paid: 4,
    }),
    ipn('month', { payment_id: 3, payment_status: 'partially_paid', actually_paid: 20 }),
    ipn('month', { payment_id: 4, payment_status: 'confirming' }),
  ],
  orders: [
    orderRow('gift', { incomeCents: 2000, receivedCents: 2000 }),
    orderRow('month', {
      kind: 'subscription',
      state: 'open',
      incomeCents: null,
      receivedCents: 2000,
      days: 30,
    }),
  ],
  payments: [
    paymentRow(1, 'gift', { receivedCents: 2000 }),
    paymentRow(2, 'gift', {
      standing: 'parked',
      settles: false,
      exception: 'wrong_asset',
      receivedCents: null,
      clocks: ['second'],
    }),
    paymentRow(3, 'month', {
      standing: 'parked',
      settles: false,
      exception: 'partial',
      receivedCents: 2000,
      clocks: ['hanging', 'partial:$20'],
    }),
    paymentRow(4, 'month', { standing: 'pending', settles: false, receivedCents: 4000 }),
  ],
  extensions: [],
  decisions: [],
  typed: [],
  written: [writing('💝 Thank you! $20.00 to Alpha has arrived.\nOrder gift')],
  toasts: ['Cancelled. Nothing was charged.'],
  books: { received: new Map([['gift', 2000]]), credited: new Map(), reportCents: 2000, digestCents: 2000 },
  afterTap: [writing('$20.00 of $40.00 arrived:', ['💳 Pay the rest: $20.00', 'pay_order_month'])],
});

function violations(situation: Situation): string[] {
  const ledger = new Ledger();
  for (const each of situation.ipns) {
    ledger.record(each);
    ledger.acknowledge(each);
  }
  const decisions = new Map(situation.decisions.map(([id, decision]) => [id, new Set([decision])]));
  const story: Partial<Story> = { tolerancePercent: 0, actions: [] };
  const told = { ledger, decisions, sentBack: new Map(), typed: new Map(situation.typed), story };
  const run = { ...told, written: situation.written } as unknown as BuyerRun;
  const { orders, payments, extensions } = situation;
  const rest = { paidUntil: null, graceHours: 24, invoices: [], links: [] };
  const observed: BuyerState = { now: NOW, orders, payments, extensions, ...rest };
  return [
    ...checkMoney(run, observed),
    ...checkFigures(run, observed),
    ...checkBooks(run, situation.books),
    ...checkClocks(observed),
    ...checkHanging(run, observed),
    ...checkDonations(run, observed),
    ...checkRefusals([...situation.toasts, ...situation.written.map(({ text }) => text)]),
    ...checkReach(heldOrders(observed), situation.afterTap),
  ];
}

const changed = <Row extends object>(rows: Row[], at: number, change: Partial<Row>): Row[] =>
  rows.map((row, index) => (index === at ? { ...row, ...change } : row));

type Breakage = readonly [how: string, breakIt: (situation: Situation) => Partial<Situation>, caught: RegExp];

const BREAKAGES: readonly Breakage[] = [
  [
    'half a donation is thanked for as whole',
    () => ({ written: [writing('💝 Thank you! $40.00 to Alpha has arrived.\nOrder gift')] }),
    /^16: a thanks names 4000 cents and 2000 came/,
  ],
  [
    'the owner reads the typed amount of a donation',
    () => ({ written: [writing('💝 $40.01 (20 USDT (TRC20)) for Alpha from @dana.')] }),
    /^16: a sale names 4001 cents and 4000 came/,
  ],
  [
    'a button names dollars for coins of unknown worth',
    () => ({
      written: [writing('An order was paid twice\nPayment: 2', ['➕ Count $19.99', 'case_credit_2_0'])],
    }),
    /^16: a button names 1999 cents and 0 came/,
  ],
  [
    'a page names more than is in the order',
    () => ({ written: [writing('$30.00 of $40.00 arrived:\nOrder month'), ...healthy().afterTap] }),
    /^16: a page names 3000 cents/,
  ],
  [
    'a donation counts what was typed',
    ({ orders }) => ({ orders: changed(orders, 0, { incomeCents: 4000 }) }),
    /^16: gift counts 4000 cents and 2000 came/,
  ],
  [
    'a settled order counts nothing',
    ({ orders }) => ({ orders: changed(orders, 0, { incomeCents: null }) }),
    /^16: the settled order gift counts nothing/,
  ],
  [
    'a child is stored at the price of its parent',
    ({ payments }) => ({ payments: changed(payments, 1, { receivedCents: 4000 }) }),
    /^16: the payment 2 is stored as 4000 cents/,
  ],
  [
    'a worth is stored that nobody typed',
    ({ payments }) => ({ payments: changed(payments, 1, { typedCents: 1 }) }),
    /^16: the payment 2 is stored/,
  ],
  [
    'a CSV cell names more than came',
    ({ books }) => ({ books: { ...books, received: new Map([['gift', 4000]]), digestCents: 4000 } }),
    /^16: received_usd of gift is 4000 cents and 2000 came/,
  ],
  [
    'a credited payment is worth more than came in the table',
    ({ books }) => ({ books: { ...books, credited: new Map([[2, 1]]), digestCents: 2001 } }),
    /^16: credited_usd of 2 is 1 cents and 0 came/,
  ],
  [
    'the report counts more than came',
    ({ books }) => ({ books: { ...books, reportCents: 8001 } }),
    /^16: the report counts 8001 cents/,
  ],
  [
    'the digest counts something else than the tables',
    ({ books }) => ({ books: { ...books, digestCents: 1999 } }),
    /^16: the digest counts 1999 cents and the tables 2000/,
  ],
  [
    'an open case has no clock',
    ({ payments }) => ({ payments: changed(payments, 2, { clocks: [] }) }),
    /^5: nothing reminds anybody of the case 3/,
  ],
  [
    'an open case has only the clock of an earlier case',
    ({ payments }) => ({ payments: changed(payments, 2, { clocks: ['hanging'] }) }),
    /^5: nothing reminds anybody of the case 3/,
  ],
  [
    'a payment hangs for nine days',
    ({ payments }) => ({ payments: changed(payments, 3, { changedAt: NOW - 9 * DAY_MS }) }),
    /^5: the payment 4 hangs for 9 days/,
  ],
  [
    'a part of a donation waits for a decision',
    ({ payments }) => ({
      payments: changed(payments, 0, { standing: 'parked', settles: false, clocks: ['none'] }),
    }),
    /^5: 2000 cents of the donation gift came and are parked/,
  ],
  [
    'a payable amount is refused in an alert',
    () => ({ toasts: ['Crypto payments start at $14.00 today. Nothing was charged. Try $14?'] }),
    /^5: refused without a reason/,
  ],
  [
    'an order with money in it is not on the next page',
    () => ({ afterTap: [writing('💎 Month', ['💳 Pay now', 'https://nowpayments.io/payment/?iid=other'])] }),
    /^5: the subscription month holds 2000 cents, and no tap leads there/,
  ],
  [
    'a case is accepted by default although a coin can pay the rest',
    ({ payments }) => ({ payments: changed(payments, 2, { decision: 'accept', seenAt: NOW - 9 * DAY_MS }) }),
    /^1: the payment 3 counts as “accept”/,
  ],
  [
    'a donation extends access',
    () => ({
      extensions: [
        { reference: 'gift', paymentId: null, days: 30, grantedAt: NOW - 90 * DAY_MS, isRevoked: false },
      ],
    }),
    /^1: the donation gift has an extension/,
  ],
];

it('finds nothing wrong in a situation that keeps every rule', () => {
  expect(violations(healthy())).toEqual([]);
});

it.each(BREAKAGES)('catches it if %s', (_, breakIt, caught) => {
  const situation = healthy();
  expect(violations({ ...situation, ...breakIt(situation) })).toContainEqual(expect.stringMatching(caught));
});
