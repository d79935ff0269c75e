import {
  after,
  child,
  DONATION,
  orderOf,
  own,
  SUBSCRIPTION,
  waiting,
} from '../../../tests/support/payment-case';
import { decideCase, decideHanging } from '../decide-payment';
import type { Cents } from '../common/ids';
import type { NewPayment } from './payment';
import type { PaymentCase } from './payment-case';

const messages = (promised: NonNullable<ReturnType<typeof decideCase>>['promised']) =>
  promised.flatMap(({ effect }) => (effect.kind === 'send_message' ? [effect.message] : []));

/** A gift of $40 that hung for a week, and that its owner then accepted. */
function acceptedHanging(change: Partial<NewPayment>) {
  const { known } = after(orderOf(DONATION, 4000), own({ paymentStatus: 'confirmed', ...change }));
  const hanging: PaymentCase = { ...known, payments: decideHanging(known, 1)!.payments };
  const accepted = decideCase(hanging, { paymentId: 1, decision: 'accept' })!;
  const { state, paymentId } = accepted.judgement;
  const later: PaymentCase = {
    ...hanging,
    order: { ...hanging.order, state, paymentId },
    payments: accepted.payments,
  };
  return { accepted, later };
}

it.each(['0', null])('thanks for a gift that hung once it comes, not before: %s', (actuallyPaid) => {
  const { accepted, later } = acceptedHanging({ actuallyPaid });
  expect(accepted.judgement).toMatchObject({ state: 'settled', incomeCents: 0 });
  expect(messages(accepted.promised)).toEqual([]);
  const { told } = after(later, own(), own());
  expect(told).toMatchObject([
    { type: 'thanks', receivedCents: 4000 },
    { type: 'donation_received', amountCents: 4000 },
  ]);
  expect(told.filter((each) => 'growth' in each)).toEqual([]);
});

it('thanks at once for what came of a gift that hangs', () => {
  const { accepted } = acceptedHanging({ actuallyPaid: '30' });
  expect(messages(accepted.promised)).toMatchObject([
    { type: 'thanks', receivedCents: 3000 },
    { type: 'donation_received', amountCents: 3000 },
  ]);
});

it('marks each gift that comes on top of a donation', () => {
  const { told } = after(orderOf(DONATION, 4000), own(), own({ paymentId: 2, actuallyPaid: '50' }));
  expect(told).toMatchObject([
    { type: 'thanks', receivedCents: 4000 },
    { type: 'donation_received' },
    { type: 'thanks', receivedCents: 5000, isFurther: true },
    { type: 'donation_received', amountCents: 5000 },
  ]);
  expect(told[0]).not.toHaveProperty('isFurther');
});

it('thanks for the first invoice of a donation whose amount was changed', () => {
  const donation = orderOf(DONATION, 6500);
  const changed = { ...donation, order: { ...donation.order, invoicedCents: [6000, 6500] } };
  const sixty = own({ priceAmount: '60', payAmount: '60', actuallyPaid: '60' });
  expect(after(changed, sixty).told).toMatchObject([
    { type: 'thanks', receivedCents: 6000 },
    { type: 'donation_received', amountCents: 6000 },
  ]);
});

it('rule 10: tells nobody of more money when the owner types what came long ago', () => {
  const { known } = after(orderOf(SUBSCRIPTION, 4000), waiting, child());
  const accepted = decideCase(known, { paymentId: 2, decision: 'accept' })!;
  const { state, paymentId } = accepted.judgement;
  const paid: PaymentCase = {
    ...known,
    order: { ...known.order, state, paymentId },
    payments: accepted.payments,
  };
  const typed = decideCase(paid, { paymentId: 2, decision: 'credit', days: 0, typedCents: 7000 as Cents })!;
  expect(typed.judgement).toMatchObject({ incomeCents: 4000, excessCents: 3000 });
  expect(messages(typed.promised).filter((each) => 'news' in each)).toEqual([]);
  const after80 = after(
    { ...paid, payments: typed.payments },
    own({ paymentStatus: 'expired', actuallyPaid: '0' }),
  );
  expect(after80.keys.filter((key) => key.includes(':over:'))).toEqual([]);
});
