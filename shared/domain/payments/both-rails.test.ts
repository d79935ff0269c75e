import fc from 'fast-check';
import { after, charge, DONATION, orderOf, own, SUBSCRIPTION } from '../../../tests/support/payment-case';
import { decideCase, decidePayment } from '../decide-payment';
import { answersTo } from './cases';
import type { NewPayment, OrderState } from './payment';
import type { PaymentCase } from './payment-case';

const ITEMS = [
  ['subscription', SUBSCRIPTION],
  ['donation', DONATION],
] as const;
const CHARGE = charge().paymentId;
const SOMEBODY = 43;

/** An order for $40 or 3,077 Stars. */
function orderIn(item: (typeof ITEMS)[number][1], state: OrderState = 'open'): PaymentCase {
  const known = orderOf(item, 4000);
  return { ...known, order: { ...known.order, state, priceStars: 3077 } };
}

const verdictsOf = ({ decision }: ReturnType<typeof after>) =>
  [...decision.judgement.verdicts]
    .map(
      ([paymentId, { standing, exception }]) =>
        `${paymentId === CHARGE ? 'stars' : 'coins'} ${standing} ${exception}`,
    )
    .sort();

it.each(ITEMS)('settles a %s by Stars, and counts them as Stars alone', (_, item) => {
  const { decision } = after(orderIn(item), charge());
  expect(decision.judgement).toMatchObject({ state: 'settled', incomeCents: 0, incomeStars: 3077 });
});

it.each(ITEMS)('counts no Stars of a %s that coins paid', (_, item) => {
  const { decision } = after(orderIn(item), own());
  expect(decision.judgement).toMatchObject({ state: 'settled', incomeCents: 4000, incomeStars: null });
});

it('asks for no rest in crypto of what came short in Stars', () => {
  const { decision } = after(
    orderIn(SUBSCRIPTION),
    charge({ paymentStatus: 'partially_paid', actuallyPaid: '1000' }),
  );
  expect(decision.judgement.state).toBe('open');
  expect(decision.judgement.receivedCents).toBeGreaterThan(0);
  expect(decision.promised.map(({ effect }) => effect.kind)).not.toContain('create_invoice');
  const told = decision.promised.flatMap(({ effect }) =>
    effect.kind === 'send_message' ? [effect.message.type] : [],
  );
  expect(told.sort()).toEqual(['odd_payment', 'payment_news']);
});

it('settles an order once that both rails pay, whichever comes first', () => {
  const start = orderIn(SUBSCRIPTION);
  const coins = after(start, own(), charge());
  expect(verdictsOf(coins)).toEqual(['coins settled none', 'stars parked repeated']);
  expect(coins.decision.judgement).toMatchObject({ incomeCents: 4000, incomeStars: null });
  const stars = after(start, charge(), own());
  expect(verdictsOf(stars)).toEqual(['coins parked repeated', 'stars settled none']);
  expect(stars.decision.judgement).toMatchObject({ incomeCents: 0, incomeStars: 3077 });
  for (const { known, decision } of [coins, stars]) {
    const second = known.payments.find(({ settles }) => !settles)!;
    expect(answersTo(second, known.order, decision.judgement).map((answer) => answer.decision)).toEqual([
      'credit',
      'refund',
    ]);
  }
});

const REPORTS = [
  own({ paymentStatus: 'waiting', actuallyPaid: '0' }),
  own({ paymentStatus: 'confirming' }),
  own({ paymentStatus: 'partially_paid', actuallyPaid: '15' }),
  own(),
];
const CHARGES = [
  charge(),
  charge({ paymentId: CHARGE + 1 }),
  charge({ payerUserId: SOMEBODY, paymentId: CHARGE + 2 }),
];

/** Reports in any order, each as often as it comes. */
const anyReports = (reports: readonly NewPayment[]) =>
  fc
    .subarray([...reports], { minLength: 1 })
    .chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray([...some, ...some], { minLength: 2 * some.length, maxLength: 2 * some.length }),
      ),
    );

it('settles alike for any order and repetition of what both rails report', () => {
  fc.assert(
    fc.property(anyReports([...REPORTS, ...CHARGES]), ([reports, shuffled]) => {
      const ends = [reports, shuffled].map(
        (given) => after(orderIn(SUBSCRIPTION), ...given).decision.judgement,
      );
      const [first, second] = ends.map(({ state, verdicts }) => ({
        state,
        settled: [...verdicts.values()].filter(({ standing }) => standing === 'settled').length,
        parked: [...verdicts.values()].filter(({ standing }) => standing === 'parked').length,
      }));
      expect(second).toEqual(first);
      expect(first!.settled).toBeLessThanOrEqual(1);
      for (const { state, incomeCents, incomeStars } of ends)
        expect([incomeCents, incomeStars]).toEqual(
          state !== 'settled' ? [null, null] : incomeStars === null ? [4000, null] : [0, 3077],
        );
    }),
    { numRuns: 500 },
  );
});

it('judges alike for any order if only one payment may count', () => {
  const others = [
    charge({ payerUserId: SOMEBODY }),
    charge({ payerUserId: SOMEBODY, paymentStatus: 'refunded' }),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...ITEMS),
      anyReports([...REPORTS, ...others]),
      ([, item], [reports, shuffled]) => {
        const judge = (given: readonly NewPayment[]) => {
          const { decision, known } = after(orderIn(item), ...given);
          const byId = (a: { paymentId: number }, b: { paymentId: number }) => a.paymentId - b.paymentId;
          return {
            ...decision.judgement,
            verdicts: [...decision.judgement.verdicts].sort(([a], [b]) => a - b),
            payments: [...known.payments].sort(byId),
          };
        };
        expect(judge(shuffled)).toEqual(judge(reports));
      },
    ),
    { numRuns: 500 },
  );
});

describe.each(ITEMS)('a %s that another user paid', (_, item) => {
  const other = charge({ payerUserId: SOMEBODY });

  it('counts nothing by itself', () => {
    const { decision } = after(orderIn(item), other);
    expect(decision.judgement).toMatchObject({ state: 'open', receivedCents: 0, incomeCents: null });
    expect(decision.judgement.verdicts.get(CHARGE)).toMatchObject({
      standing: 'parked',
      exception: 'other_payer',
    });
    expect(after(orderIn(item), own(), other).decision.judgement.verdicts.get(CHARGE)).toMatchObject({
      standing: 'parked',
      exception: 'other_payer',
    });
  });

  it('is told to the buyer, the payer and the owner', () => {
    const { decision } = after(orderIn(item), other);
    const told = decision.promised.flatMap(({ effect }) =>
      effect.kind === 'send_message' ? [[effect.chatId, effect.message.type]] : [],
    );
    expect(told).toEqual([
      [42, 'payment_news'],
      [SOMEBODY, 'payment_news'],
      [7, 'odd_payment'],
    ]);
  });

  it('counts if the owner lets it', () => {
    const { known } = after(orderIn(item), other);
    const decided = decideCase(known, { paymentId: CHARGE, decision: 'accept' });
    expect(decided?.judgement).toMatchObject({ state: 'settled', incomeCents: 0, incomeStars: 3077 });
    expect(decided?.judgement.verdicts.get(CHARGE)).toMatchObject({
      standing: 'settled',
      exception: 'other_payer',
    });
    const again = {
      ...known,
      order: { ...known.order, state: 'settled' as const },
      payments: decided!.payments,
    };
    expect(decidePayment(again, other).judgement).toEqual(decided?.judgement);
  });
});

describe.each(ITEMS)('Stars for a closed %s', (_, item) => {
  it.each(['cancelled', 'refused'] as const)('count nothing by themselves while it is %s', (state) => {
    const { decision } = after(orderIn(item, state), charge());
    expect(decision.judgement).toMatchObject({ state, receivedCents: 0, incomeStars: null });
    expect(decision.judgement.verdicts.get(CHARGE)).toMatchObject({
      standing: 'parked',
      exception: 'closed',
    });
    const byOwner = decideCase(
      { ...orderIn(item, state), payments: decision.payments },
      { paymentId: CHARGE, decision: 'accept' },
    );
    expect(byOwner?.judgement).toMatchObject({ state: 'settled', incomeStars: 3077 });
  });

  it('count once it is opened again', () => {
    const { decision } = after(orderIn(item, 'cancelled'), charge());
    const reopened = { ...orderIn(item), payments: decision.payments };
    expect(decidePayment(reopened, undefined).judgement).toMatchObject({
      state: 'settled',
      incomeStars: 3077,
    });
  });

  it('leave it to coins, which count', () => {
    const { decision } = after(orderIn(item, 'cancelled'), charge(), own());
    expect(decision.judgement).toMatchObject({ state: 'settled', incomeCents: 4000, incomeStars: null });
  });

  it('stay what they were if it was paid before', () => {
    const { known } = after(orderIn(item), charge());
    expect(decidePayment(known, charge({ paymentStatus: 'refunded' })).judgement).toMatchObject({
      state: 'refunded',
      incomeCents: 0,
      incomeStars: 3077,
    });
  });
});

it('counts a second gift in Stars as one more, told in Stars', () => {
  const { told } = after(orderIn(DONATION), charge(), charge({ paymentId: CHARGE + 1 }));
  expect(told.filter(({ type }) => type === 'donation_received')).toEqual([
    expect.objectContaining({ amountCents: 0, amountCrypto: '3077', cryptoCurrency: 'xtr' }),
    expect.objectContaining({ amountCents: 0, amountCrypto: '3077', cryptoCurrency: 'xtr' }),
  ]);
});
