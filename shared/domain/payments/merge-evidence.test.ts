import {
  after,
  child,
  DONATION,
  orderOf,
  own,
  SUBSCRIPTION,
  waiting,
} from '../../../tests/support/payment-case';
import { decidePayment } from '../decide-payment';
import { provenCentsOf, receivedCentsOf } from './received';
import type { NewPayment } from './payment';

const part = (actuallyPaid: string) => own({ paymentStatus: 'partially_paid', actuallyPaid });
const refunded = own({ paymentStatus: 'refunded', actuallyPaid: '0' });

const CASES: readonly (readonly [string, readonly NewPayment[], number | null])[] = [
  ['a part, then finished with 0', [part('15'), own({ actuallyPaid: '0' })], 1500],
  ['a part, then finished without an amount', [part('15'), own({ actuallyPaid: null })], 1500],
  ['a part, then refunded with 0', [part('15'), refunded], 1500],
  ['finished by hand, then refunded with 0', [own({ actuallyPaid: '15' }), refunded], 1500],
  [
    'finished by hand, then refunded without a price',
    [own({ actuallyPaid: '15' }), { ...refunded, priceAmount: null, payAmount: null }],
    1500,
  ],
  ['more than the price, then refunded with 0', [own({ actuallyPaid: '60' }), refunded], 6000],
  ['a sandbox payment, then refunded', [own({ actuallyPaid: '0' }), refunded], 4000],
  ['a part without an amount, then refunded', [part('0'), refunded], null],
  ['a part without an amount, then finished with 0', [part('0'), own({ actuallyPaid: '0' })], 4000],
];

describe.each([
  ['subscription', SUBSCRIPTION],
  ['donation', DONATION],
])('rule 1: the most that was ever reported of a %s counts', (_, item) => {
  it.each(CASES)('after %s', (__, ipns, cents) => {
    for (const order of [ipns, [...ipns].reverse(), [...ipns, ...ipns]]) {
      const { known } = after(orderOf(item, 4000), waiting, ...order);
      expect(receivedCentsOf(known.payments[0]!, known.order)).toBe(cents);
    }
  });
});

it.each(['expired', 'failed'] as const)(
  'leaves an amount on its way out of a payment that is %s',
  (paymentStatus) => {
    const ipns = [own({ paymentStatus: 'confirming' }), own({ paymentStatus, actuallyPaid: '0' })];
    for (const order of [ipns, [...ipns].reverse()]) {
      const { known, decision } = after(orderOf(SUBSCRIPTION, 4000), ...order);
      expect(known.payments[0]!.actuallyPaid).toBe('0');
      expect(decision.judgement.verdicts.get(1)?.standing).toBe(paymentStatus);
    }
  },
);

it('rule 14: changes nothing that an earlier day counted when the money is sent back', () => {
  for (const paid of [part('15'), own({ actuallyPaid: '15' }), own()]) {
    const before = after(orderOf(DONATION, 4000), paid);
    const { decision } = after(before.known, refunded);
    expect(decision.judgement.incomeCents).toBe(before.decision.judgement.incomeCents);
  }
});

it('rule 7: counts what a payment proved before anything named its order', () => {
  const start = orderOf(SUBSCRIPTION, 4000);
  const orphan = { ...after(start, own()).known.payments[0]!, provenCents: 0, standing: 'orphan' as const };
  const { judgement, payments } = decidePayment(
    { ...start, payments: [orphan] },
    own({ paymentStatus: 'confirmed' }),
  );
  expect(judgement).toMatchObject({ state: 'settled', receivedCents: 4000 });
  expect(provenCentsOf(payments[0]!, start.order)).toBe(4000);
});

it('values a child at the most that was ever reported in dollars', () => {
  const ipns = [child({ actuallyPaidAtFiat: '12.98' }), child({ actuallyPaidAtFiat: '0' })];
  for (const order of [ipns, [...ipns].reverse()]) {
    const { known } = after(orderOf(SUBSCRIPTION, 4000), waiting, ...order);
    expect(
      receivedCentsOf(
        known.payments.find(({ paymentId }) => paymentId === 2)!,
        known.order,
      ),
    ).toBe(1298);
  }
});
