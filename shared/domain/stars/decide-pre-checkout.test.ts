import fc from 'fast-check';
import {
  decidePreCheckout,
  PRE_CHECKOUT_ANSWERS,
  type CheckedInvoice,
  type PreCheckout,
} from './decide-pre-checkout';

const GOOD: CheckedInvoice = {
  priceStars: 250,
  orderStars: 250,
  buyerId: 42,
  state: 'open',
  receivedCents: 0,
  isHeld: false,
  isBought: false,
  isRenewing: false,
  hasForEver: false,
  isBanned: false,
  isPaused: false,
  isStopped: false,
  takesStars: true,
};
const ASKED: PreCheckout = { userId: 42, currency: 'XTR', amount: 250, payload: 's1_x' };

it('lets the buyer of an open order pay its price', () => {
  expect(decidePreCheckout(ASKED, GOOD)).toBe('yes');
});

it.each([
  ['other_payer', {}, { userId: 43 }],
  ['paid', { state: 'settled' }, {}],
  ['closed', { state: 'cancelled' }, {}],
  ['closed', { state: 'refused' }, {}],
  ['closed', { state: 'refunded' }, {}],
  ['wrong_price', {}, { amount: 249 }],
  ['wrong_price', {}, { amount: 251 }],
  ['wrong_price', {}, { currency: 'USD' }],
  ['wrong_price', { orderStars: 300 }, {}],
  ['wrong_price', { orderStars: null }, {}],
  ['part_paid', { receivedCents: 1, isHeld: true }, {}],
  ['under_way', { isHeld: true }, {}],
  ['bought', { isBought: true }, {}],
  ['banned', { isBanned: true }, {}],
  ['for_ever', { hasForEver: true, isRenewing: true }, {}],
  ['renewing', { isRenewing: true }, {}],
  ['paused', { isPaused: true }, {}],
  ['stopped', { isStopped: true }, {}],
  ['switched_off', { takesStars: false }, {}],
] as const satisfies readonly (readonly [string, Partial<CheckedInvoice>, Partial<PreCheckout>])[])(
  'says %s if the invoice has %j and the user asks for %j',
  (answer, invoice, asked) => {
    expect(decidePreCheckout({ ...ASKED, ...asked }, { ...GOOD, ...invoice })).toBe(answer);
  },
);

it('knows no invoice without a row', () => {
  expect(decidePreCheckout(ASKED, undefined)).toBe('unknown');
});

it('tells another user nothing about an order', () => {
  const bad = { ...GOOD, state: 'settled', isBanned: true, isPaused: true } as const;
  expect(decidePreCheckout({ ...ASKED, userId: 43, amount: 1 }, bad)).toBe('other_payer');
});

/** Mostly the first, so that a random order is good often enough. */
const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof(
    { arbitrary: fc.constant(usual), weight: 12 },
    { arbitrary: fc.constantFrom(usual, ...others), weight: 1 },
  );

const invoices = fc.record<CheckedInvoice>({
  priceStars: mostly(250, 1, 2_500),
  orderStars: mostly<number | null>(250, 1, 2_500, null),
  buyerId: mostly(42, 43),
  state: mostly<CheckedInvoice['state']>('open', 'cancelled', 'refused', 'settled', 'refunded'),
  receivedCents: mostly(0, 1, 499),
  isHeld: mostly(false, true),
  isBought: mostly(false, true),
  isRenewing: mostly(false, true),
  hasForEver: mostly(false, true),
  isBanned: mostly(false, true),
  isPaused: mostly(false, true),
  isStopped: mostly(false, true),
  takesStars: mostly(true, false),
});
const queries = fc.record<PreCheckout>({
  userId: mostly(42, 43),
  currency: mostly('XTR', 'USD', 'xtr', ''),
  amount: mostly(250, 249, 1, 0, -250, 2_500),
  payload: fc.constant('s1_x'),
});

it('says yes exactly if the order is this buyer’s, this price, open, unpaid, not had already and on sale', () => {
  let yes = 0;
  const isRight = fc.property(queries, invoices, (asked, invoice) => {
    const isTheirs = asked.userId === invoice.buyerId;
    const isThisPrice =
      asked.currency === 'XTR' &&
      asked.amount === invoice.priceStars &&
      invoice.priceStars === invoice.orderStars;
    const isUnpaid =
      invoice.state === 'open' && invoice.receivedCents === 0 && !invoice.isHeld && !invoice.isBought;
    const isMore = !invoice.hasForEver && !invoice.isRenewing;
    const isOnSale = !invoice.isPaused && !invoice.isStopped && !invoice.isBanned && invoice.takesStars;
    const answer = decidePreCheckout(asked, invoice);
    yes += +(answer === 'yes');
    expect(answer === 'yes').toBe(isTheirs && isThisPrice && isUnpaid && isMore && isOnSale);
    expect(PRE_CHECKOUT_ANSWERS).toContain(answer);
  });
  fc.assert(isRight, { numRuns: 3_000 });
  // Otherwise, it would have shown nothing about a yes.
  expect(yes).toBeGreaterThan(300);
});
