import fc from 'fast-check';
import { floorOf, fractionOf, sumOf, compareFractions, wholeFraction, ZERO } from '../common/fraction';
import type { Cents, OrderReference } from '../common/ids';
import type { Order, Payment } from './payment';
import type { PaymentStatus } from './payment-status';
import { provenBy, provenCentsOf, receivedCentsOf, receivedWith } from './received';

const order = (amountCents: number): Order => ({
  reference: 'A'.repeat(22) as OrderReference,
  state: 'open',
  item: { kind: 'subscription', tierName: 'Gold', days: 30 },
  userId: 42,
  amountCents: amountCents as Cents,
  priceStars: null,
  paymentId: null,
  restCents: [],
  tolerancePercent: 0,
  isStillOffered: true,
});

const payment = (rest: Partial<Payment> = {}): Payment => ({
  rail: 'nowpayments',
  payerUserId: null,
  paymentId: 1,
  parentPaymentId: null,
  paymentStatus: 'partially_paid',
  seen: [rest.paymentStatus ?? 'partially_paid'],
  priceAmount: '49.99',
  priceCurrency: 'usd',
  payAmount: '50',
  actuallyPaid: '25',
  actuallyPaidAtFiat: '0',
  payCurrency: 'usdttrc20',
  outcomeAmount: null,
  outcomeCurrency: null,
  provenCents: 0,
  settles: false,
  decision: null,
  decidedOn: null,
  typedCents: null,
  isHanging: false,
  isWaitedFor: false,
  ...rest,
});

const child = (rest: Partial<Payment> = {}) =>
  payment({
    paymentId: 2,
    parentPaymentId: 1,
    payCurrency: 'trx',
    payAmount: '4',
    actuallyPaid: '4',
    ...rest,
  });

const came = (each: Payment, amountCents = 4999) => {
  const { knownBy } = receivedWith(each, order(amountCents));
  return [knownBy, receivedCentsOf(each, order(amountCents))];
};

describe('rule 1: a deposit is worth what came', () => {
  it.each([
    ['half of an own payment', payment(), ['invoice', 2499]],
    ['more than an own payment asked for', payment({ actuallyPaid: '80' }), ['invoice', 7998]],
    ['a sandbox payment', payment({ paymentStatus: 'finished', actuallyPaid: '0' }), ['invoice', 4999]],
    [
      'a finished payment without an amount',
      payment({ paymentStatus: 'finished', actuallyPaid: null }),
      ['invoice', 4999],
    ],
    [
      'a finished payment short by a part of a cent',
      payment({ paymentStatus: 'finished', actuallyPaid: '49.9999' }),
      ['invoice', 4999],
    ],
    [
      'a payment that was finished by hand',
      payment({ paymentStatus: 'finished', actuallyPaid: '25' }),
      ['invoice', 2499],
    ],
    ['a payment short by a part of a cent', payment({ actuallyPaid: '49.9999' }), ['invoice', 4998]],
    ['one satoshi', payment({ payAmount: '0.001', actuallyPaid: '0.00000001' }), ['invoice', 0]],
    ['a part without an amount', payment({ actuallyPaid: null }), ['unknown', null]],
    ['a part of nobody knows what', payment({ payAmount: null }), ['unknown', null]],
    ['a child at the price of its parent', child({ actuallyPaidAtFiat: '1.25' }), ['fiat', 125]],
    ['a child without a valuation', child(), ['unknown', null]],
    ['a finished child without a valuation', child({ paymentStatus: 'finished' }), ['unknown', null]],
    ['a child whose worth was typed', child({ typedCents: 300 }), ['typed', 300]],
    ['a child in euros', child({ priceCurrency: 'eur', actuallyPaidAtFiat: '1.25' }), ['unknown', null]],
    ['another price', payment({ priceAmount: '10.003', actuallyPaidAtFiat: '10.0029' }), ['fiat', 1000]],
    ['another price without a valuation', payment({ priceAmount: '10.003' }), ['unknown', null]],
  ] as const)('values %s', (_, each, worth) => {
    expect(came(each)).toEqual(worth);
  });

  const coins = fc.bigInt({ min: 1n, max: 10n ** 12n });
  const decimals = (units: bigint) => `${units / 10n ** 8n}.${String(units % 10n ** 8n).padStart(8, '0')}`;

  it('never values a payment above what came', () => {
    const statuses = fc.constantFrom<PaymentStatus>(
      'waiting',
      'confirmed',
      'partially_paid',
      'failed',
      'expired',
    );
    fc.assert(
      fc.property(
        fc.bigInt({ min: 10n ** 6n, max: 10n ** 12n }),
        coins,
        fc.integer({ min: 1, max: 10 ** 8 }),
        statuses,
        (asked, paid, cents, paymentStatus) => {
          const priceAmount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
          const own = payment({
            paymentStatus,
            priceAmount,
            payAmount: decimals(asked),
            actuallyPaid: decimals(paid),
          });
          const worth = receivedCentsOf(own, order(cents));
          expect(worth).not.toBeNull();
          expect(BigInt(worth!) * asked <= BigInt(cents) * paid).toBe(true);
          expect((BigInt(worth!) + 1n) * asked > BigInt(cents) * paid).toBe(true);
          expect(
            compareFractions(provenBy(own, order(cents)), receivedWith(own, order(cents)).cents ?? ZERO),
          ).not.toBe(1);
        },
      ),
    );
  });

  it('never values a child above what NOWPayments says arrived', () => {
    fc.assert(
      fc.property(coins, coins, fc.boolean(), (paid, fiat, isFinished) => {
        const paymentStatus = isFinished ? 'finished' : 'partially_paid';
        const amount = decimals(paid);
        const each = child({
          paymentStatus,
          payAmount: amount,
          actuallyPaid: amount,
          actuallyPaidAtFiat: decimals(fiat),
        });
        const worth = receivedWith(each, order(4999)).cents!;
        expect(compareFractions(worth, fractionOf(decimals(fiat * 100n)))).toBe(0);
      }),
    );
  });
});

describe('rule 15: sums are rounded once, at the end', () => {
  const parts = fc
    .array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 })
    .chain((units) =>
      fc.tuple(
        fc.constant(units),
        fc.shuffledSubarray(units, { minLength: units.length }),
        fc.integer({ min: 1, max: 10 ** 8 }),
      ),
    );

  const proved = (each: Payment, cents: number): Payment => ({
    ...each,
    provenCents: provenCentsOf(each, order(cents)),
  });

  it('makes the price of exactly the parts that make it up, in any order', () => {
    fc.assert(
      fc.property(parts, ([units, shuffled, cents]) => {
        const asked = String(units.reduce((a, b) => a + b, 0n));
        const priceAmount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const total = (each: readonly bigint[]) =>
          sumOf(
            each.map((paid) =>
              provenBy(
                proved(payment({ priceAmount, payAmount: asked, actuallyPaid: String(paid) }), cents),
                order(cents),
              ),
            ),
          );
        expect(compareFractions(total(units), wholeFraction(cents))).toBe(0);
        expect(floorOf(total(shuffled))).toBe(cents);
      }),
    );
  });
});
