import fc from 'fast-check';
import { after, orderOf, SUBSCRIPTION } from '../../../tests/support/payment-case';
import type { Cents } from '../common/ids';
import { starReport, type RecordedCharge } from './report';

const PRICE = 3077;
const recorded = (change: Partial<RecordedCharge> = {}): RecordedCharge => ({
  paymentId: 8_000_000_000_000_000,
  reference: null,
  userId: 42,
  stars: PRICE,
  payload: 's1_an_invoice',
  priceCents: 4000 as Cents,
  priceStars: PRICE,
  isRefunded: false,
  periodBeganAt: null,
  ...change,
});
const order = () => {
  const known = orderOf(SUBSCRIPTION, 4000);
  return { ...known, order: { ...known.order, priceStars: PRICE } };
};

it.each([PRICE, PRICE + 1])(
  'settles an order by the %i Stars that its invoice asked for, or more',
  (stars) => {
    const { decision } = after(order(), starReport(recorded({ stars }), 'paid'));
    expect(decision.judgement.state).toBe('settled');
  },
);

it('counts fewer Stars than the invoice asked for as their share, which settles nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: PRICE - 1 }), (stars) => {
      const { decision } = after(order(), starReport(recorded({ stars }), 'paid'));
      const { state, receivedCents, verdicts } = decision.judgement;
      expect({ state, receivedCents }).toEqual({
        state: 'open',
        receivedCents: Math.floor((4000 * stars) / PRICE),
      });
      expect([...verdicts.values()]).toEqual([{ standing: 'parked', exception: 'partial', settles: false }]);
      expect(decision.access).toBeUndefined();
    }),
  );
});

it('says nothing of a part if nobody knows the price', () => {
  const { paymentStatus } = starReport(recorded({ stars: 1, priceStars: null, priceCents: null }), 'paid');
  expect(paymentStatus).toBe('finished');
});

it('calls what was sent back refunded, whatever had come', () => {
  for (const stars of [1, PRICE])
    expect(starReport(recorded({ stars }), 'refunded').paymentStatus).toBe('refunded');
});
