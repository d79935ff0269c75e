import fc from 'fast-check';
import { paymentsToAsk, type AskablePayment } from './look';
import { RANK } from './payment';
import { PAYMENT_STATUSES } from './payment-status';

const payments = fc.uniqueArray(
  fc.record<AskablePayment>({
    paymentId: fc.integer({ min: 1, max: 1000 }),
    paymentStatus: fc.constantFrom(...PAYMENT_STATUSES),
    askedAt: fc.constantFrom(null, 1, 2),
  }),
  { selector: ({ paymentId }) => paymentId, maxLength: 40 },
);

it('asks about every payment but those that were sent back', () => {
  fc.assert(
    fc.property(payments, (given) => {
      const expected = given.filter(({ paymentStatus }) => paymentStatus !== 'refunded');
      expect([...paymentsToAsk(given)].sort()).toEqual(expected.map(({ paymentId }) => paymentId).sort());
    }),
  );
});

it('asks first about what was left out, then the furthest and newest', () => {
  fc.assert(
    fc.property(payments, (given) => {
      const order = paymentsToAsk(given).map((id) => given.find(({ paymentId }) => paymentId === id)!);
      for (const [index, after] of order.entries()) {
        const before = order[index - 1];
        if (before === undefined) continue;
        const key = ({ askedAt, paymentStatus, paymentId }: AskablePayment) => [
          -(askedAt ?? 0),
          RANK[paymentStatus],
          paymentId,
        ];
        const [a, b] = [key(before), key(after)];
        const differing = a.findIndex((value, place) => value !== b[place]);
        expect(a[differing]).toBeGreaterThan(Number(b[differing]));
      }
    }),
  );
});
