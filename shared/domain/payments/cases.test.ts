import {
  after,
  child,
  DONATION,
  orderOf,
  own,
  SUBSCRIPTION,
  waiting,
} from '../../../tests/support/payment-case';
import { decideCase, decidePayment } from '../decide-payment';
import type { Cents } from '../common/ids';
import type { CaseAnswer, OddPayment } from '../messages/cases';
import type { NewPayment } from './payment';
import type { PaymentCase } from './payment-case';
import { receivedCentsOf } from './received';
import { caseMessage } from './tell-payment';
import { worthEffect } from '../worth-effect';

const answersOn = (known: PaymentCase, paymentId = 2): readonly CaseAnswer[] =>
  (caseMessage(known, paymentId) as OddPayment | undefined)?.answers ?? [];

const standing = (known: PaymentCase, paymentId = 2) =>
  decidePayment(known, undefined).judgement.verdicts.get(paymentId)?.standing;

describe('rule 1: a deposit is worth what came', () => {
  const open = orderOf(SUBSCRIPTION, 4000);

  it.each([
    [
      'of known worth',
      '1.25',
      [{ decision: 'accept' }, { decision: 'credit', worthCents: 125, days: 0 }, { decision: 'refund' }],
    ],
    ['of unknown worth', '0', [{ decision: 'accept' }, { decision: 'type' }, { decision: 'refund' }]],
    ['worth less than a cent', '0.001', [{ decision: 'accept' }, { decision: 'refund' }]],
    ['worth the price', '40', [{ decision: 'accept' }, { decision: 'refund' }]],
    ['worth more than the price', '41', [{ decision: 'accept' }, { decision: 'refund' }]],
  ] as const)(
    'rule 13: offers each answer once about a child %s while the order is open',
    (_, fiat, answers) => {
      const { known } = after(open, waiting, child({ actuallyPaidAtFiat: fiat }));
      expect(answersOn(known)).toEqual(answers);
    },
  );

  it.each([
    ['of known worth', '1.25', [{ decision: 'credit', worthCents: 125, days: 0 }, { decision: 'refund' }]],
    ['that buys days', '10', [{ decision: 'credit', worthCents: 1000, days: 7 }, { decision: 'refund' }]],
    [
      'of unknown worth',
      '0',
      [{ decision: 'credit', worthCents: null, days: 0 }, { decision: 'type' }, { decision: 'refund' }],
    ],
  ] as const)('offers what a child %s buys beside a paid order', (_, fiat, answers) => {
    const { known } = after(open, own(), child({ actuallyPaidAtFiat: fiat }));
    expect(answersOn(known)).toEqual(answers);
  });

  it.each([
    ['then 0', ['12.98', '0']],
    ['then nothing', ['12.98', null]],
    ['after 0', ['0', '12.98']],
    ['then less', ['12.98', '3']],
  ])('counts the most that was ever reported: 12.98 %s', (_, reported) => {
    const ipns = reported.map((actuallyPaidAtFiat, at) =>
      child({ actuallyPaidAtFiat, paymentStatus: at === 0 ? 'partially_paid' : 'finished' }),
    );
    const { known } = after(open, waiting, ...ipns);
    expect(answersOn(known)).toContainEqual({ decision: 'credit', worthCents: 1298, days: 0 });
  });

  it('counts the worth of a child toward an open order', () => {
    const { known } = after(open, waiting, child({ actuallyPaidAtFiat: '1.25' }));
    expect(decideCase(known, { paymentId: 2, decision: 'credit', days: 0 })?.judgement).toMatchObject({
      state: 'open',
      receivedCents: 125,
    });
  });

  it('counts no income for coins of unknown worth that the owner accepts', () => {
    const { known } = after(open, waiting, child());
    const { judgement } = decideCase(known, { paymentId: 2, decision: 'accept' })!;
    expect(judgement).toMatchObject({ state: 'settled', incomeCents: 0 });
    expect(judgement.verdicts.get(2)?.exception).toBe('wrong_asset');
  });

  it.each([
    [1250, 'part', { state: 'open', receivedCents: 1250 }],
    [4000, 'order', { state: 'settled', incomeCents: 4000 }],
    [9000, 'order', { state: 'settled', incomeCents: 4000 }],
  ] as const)('shows what %d typed cents do to an open order, and does that', (cents, effect, result) => {
    const { known } = after(open, waiting, child());
    expect(worthEffect(known, 2, cents as Cents)).toEqual({ effect, days: 0 });
    const typed = { paymentId: 2, decision: 'credit', days: 0, typedCents: cents as Cents } as const;
    expect(decideCase(known, typed)?.judgement).toMatchObject(result);
  });

  it('buys the typed days beside a paid order, once confirmed with the same days', () => {
    const { known } = after(open, own(), child());
    expect(worthEffect(known, 2, 1000 as Cents)).toEqual({ effect: 'days', days: 7 });
    const typed = { paymentId: 2, decision: 'credit', typedCents: 1000 as Cents } as const;
    expect(decideCase(known, { ...typed, days: 8 })).toBeUndefined();
    expect(decideCase(known, { ...typed, days: 7 })?.access?.extensions.at(-1)?.days).toBe(7);
  });

  it('takes no typed worth where what came is known', () => {
    const { known } = after(open, own(), child({ actuallyPaidAtFiat: '1.25' }));
    expect(worthEffect(known, 2, 1000 as Cents)).toBeUndefined();
  });

  it('rule 16: values a second payment at a price of NOWPayments’ own at what came', () => {
    const price = { paymentId: 2, priceAmount: '10.003', payAmount: '10.003', actuallyPaid: '10.003' };
    const { known } = after(open, own(), own({ ...price, actuallyPaidAtFiat: '10.0029' }));
    expect(answersOn(known)).toEqual([
      { decision: 'credit', worthCents: 1000, days: 7 },
      { decision: 'refund' },
    ]);
  });
});

describe('rule 13: what a case says', () => {
  it('names what the invoice asked for, not what the child says of itself', () => {
    const { known } = after(orderOf(SUBSCRIPTION, 4000), waiting, child({ actuallyPaidAtFiat: '1.25' }));
    expect(caseMessage(known, 2)).toMatchObject({
      asked: { amountCrypto: '40', cryptoCurrency: 'usdttrc20' },
      expectedCrypto: null,
      worthCents: 125,
    });
  });

  it('mentions no rest where no invoice for it exists', () => {
    const satoshi = own({ paymentStatus: 'partially_paid', payAmount: '0.001', actuallyPaid: '0.00000001' });
    const { known, decision } = after(orderOf(SUBSCRIPTION, 4000), satoshi);
    expect(caseMessage(known, 1)).toMatchObject({ isRestInvoiced: false, worthCents: 0 });
    expect(decision.promised.map(({ effect }) => effect.kind)).not.toContain('create_invoice');
  });
});

describe('rule 2: a donation is worth what arrived', () => {
  const gift = orderOf(DONATION, 6000);
  const paid = (actuallyPaid: string, change: Partial<NewPayment> = {}) =>
    own({ priceAmount: '60', payAmount: '60', actuallyPaid, ...change });

  it.each([
    ['one satoshi’s worth', 'partially_paid', '0.0001', 0],
    ['half', 'partially_paid', '30', 3000],
    ['97 %', 'partially_paid', '58.2', 5820],
    ['exactly', 'finished', '60', 6000],
    ['exactly, by the sandbox', 'finished', '0', 6000],
    ['130 %', 'finished', '78', 7800],
    ['half, finished by hand', 'finished', '30', 3000],
  ] as const)('settles %s at what came, without a rest or a case', (_, paymentStatus, amount, cents) => {
    const { known, decision, told } = after(gift, paid(amount, { paymentStatus }));
    expect(decision.judgement).toMatchObject({ state: 'settled', incomeCents: cents, excessCents: 0 });
    expect(told).toMatchObject([
      { type: 'thanks', receivedCents: cents },
      { type: 'donation_received', amountCents: cents },
    ]);
    expect(caseMessage(known, 1)).toBeUndefined();
  });

  it('tells both once for each new amount of a payment that grows', () => {
    const part = (amount: string) => paid(amount, { paymentStatus: 'partially_paid' });
    const { decision, told } = after(gift, part('30'), part('30'), part('45'), part('45'), paid('60'));
    expect(decision.judgement.incomeCents).toBe(6000);
    expect(told.map((each) => ('receivedCents' in each ? each.receivedCents : each))).toMatchObject([
      3000,
      { type: 'donation_received', amountCents: 3000 },
      4500,
      { type: 'donation_received', amountCents: 4500, growth: true },
      6000,
      { type: 'donation_received', amountCents: 6000, growth: true },
    ]);
  });

  it('counts a further deposit of known worth as one more donation, by itself', () => {
    const more = child({ priceAmount: '60', actuallyPaidAtFiat: '1.25' });
    const { known, decision, told } = after(gift, paid('45', { paymentStatus: 'partially_paid' }), more);
    const payment = known.payments.find(({ paymentId }) => paymentId === 2)!;
    expect(standing(known)).toBe('credited');
    expect([payment.decision, receivedCentsOf(payment, known.order)]).toEqual(['credit', 125]);
    expect(decision.judgement.incomeCents).toBe(4500);
    expect(told.slice(2)).toMatchObject([
      { type: 'thanks', receivedCents: 125 },
      { type: 'donation_received', amountCents: 125 },
    ]);
    expect(answersOn(known)).toEqual([]);
  });

  it('settles by a deposit in another coin alone', () => {
    const { decision } = after(gift, waiting, child({ priceAmount: '60', actuallyPaidAtFiat: '1.25' }));
    expect(decision.judgement).toMatchObject({ state: 'settled', paymentId: 2, incomeCents: 125 });
  });

  it('counts 0 for a further deposit of unknown worth until it is typed', () => {
    const { known } = after(gift, paid('60'), child({ priceAmount: '60' }));
    expect(answersOn(known).map(({ decision }) => decision)).toEqual(['credit', 'type', 'refund']);
    const kept = decideCase(known, { paymentId: 2, decision: 'credit', days: 0 })!;
    const later: PaymentCase = { ...known, payments: kept.payments };
    expect(worthEffect(later, 2, 500 as Cents)).toEqual({ effect: 'figures', days: 0 });
    const typed = decideCase(later, { paymentId: 2, decision: 'credit', days: 0, typedCents: 500 as Cents });
    expect(typed?.payments.find(({ paymentId }) => paymentId === 2)).toMatchObject({
      typedCents: 500,
      decision: 'credit',
    });
  });

  it.each(['failed', 'expired'] as const)('keeps a %s payment with money in it a case', (paymentStatus) => {
    const { known } = after(gift, paid('30', { paymentStatus }));
    expect(known.order.state).toBe('open');
    expect(answersOn(known, 1)).toEqual([{ decision: 'accept' }, { decision: 'refund' }]);
  });

  it('counts the same sum in whatever order its payments arrive', () => {
    const parts = [
      paid('45', { paymentStatus: 'partially_paid' }),
      child({ priceAmount: '60', actuallyPaidAtFiat: '3.5' }),
    ];
    const total = (...ipns: readonly NewPayment[]) => {
      const { known } = after(gift, ...ipns);
      return known.payments.map((each) => receivedCentsOf(each, known.order)).sort();
    };
    expect(total(...parts)).toEqual(total(...[...parts].reverse()));
  });
});

describe('rule 9: a subscription accepted short', () => {
  it('counts and tells what came of the price', () => {
    const { known } = after(
      orderOf(SUBSCRIPTION, 4000),
      own({ paymentStatus: 'partially_paid', actuallyPaid: '15' }),
    );
    const decided = decideCase(known, { paymentId: 1, decision: 'accept' })!;
    expect(decided.judgement.incomeCents).toBe(1500);
    const sale = decided.promised.find(({ key }) => key.endsWith('owner:settled'))?.effect;
    expect(sale).toMatchObject({ message: { amountCents: 4000, receivedCents: 1500 } });
  });

  it('counts what came of a payment that was finished by hand', () => {
    const { decision } = after(orderOf(SUBSCRIPTION, 4000), own({ actuallyPaid: '15' }));
    expect(decision.judgement).toMatchObject({ state: 'settled', incomeCents: 1500, excessCents: 0 });
  });
});

describe('rule 10: money beyond the price after settling', () => {
  const order = orderOf(SUBSCRIPTION, 4000);
  const over = (keys: readonly string[]) => keys.filter((key) => key.includes(':over:')).length;

  it('is told to both once for each new amount, and changes neither days nor income', () => {
    const paid = (actuallyPaid: string) => own({ actuallyPaid });
    const { keys, decision } = after(order, paid('40'), paid('60'), paid('60'), paid('80'));
    expect(over(keys)).toBe(4);
    expect(decision.judgement).toMatchObject({ state: 'settled', incomeCents: 4000, excessCents: 4000 });
    expect(keys.filter((key) => key.endsWith('owner:settled'))).toHaveLength(1);
  });

  it('is told to nobody if a part was only finished by hand', () => {
    const { keys } = after(
      order,
      own({ paymentStatus: 'partially_paid', actuallyPaid: '39.9' }),
      own({ actuallyPaid: '39.9' }),
    );
    expect(over(keys)).toBe(0);
  });
});

it('rule 15: settles $49.99 that came in two halves at a tolerance of 0', () => {
  const half = own({
    paymentStatus: 'partially_paid',
    priceAmount: '49.99',
    payAmount: '50',
    actuallyPaid: '25',
  });
  const { decision } = after(orderOf(SUBSCRIPTION, 4999), half, { ...half, paymentId: 2 });
  expect(decision.judgement).toMatchObject({ state: 'settled', receivedCents: 4999, incomeCents: 4999 });
});
