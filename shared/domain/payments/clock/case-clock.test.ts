import fc from 'fast-check';
import { orderOf, SUBSCRIPTION } from '../../../../tests/support/payment-case';
import { decideHanging, decidePayment } from '../../decide-payment';
import { caseOf } from './case-clock';
import { CASE_STEPS, REMINDERS } from './case-steps';
import { hasMoneyUnderWay } from './hanging';
import { RANK, type NewPayment } from '../payment';
import type { PaymentCase } from '../payment-case';
import type { PaymentStatus } from '../payment-status';

const start: PaymentCase = { ...orderOf(SUBSCRIPTION, 3000, 1), access: null };

interface Came {
  readonly paymentId: number;
  readonly isChild: boolean;
  readonly paymentStatus: PaymentStatus;
  readonly paid: string;
  readonly price: string;
  /** A week passes before it comes. */
  readonly isWeekLater: boolean;
}

const ipns = fc.array(
  fc.record<Came>({
    paymentId: fc.constantFrom(1, 2, 3),
    isChild: fc.boolean(),
    paymentStatus: fc.constantFrom(...(Object.keys(RANK) as PaymentStatus[])),
    paid: fc.constantFrom('0', '0.01', '15', '29.1', '30', '60'),
    price: fc.constantFrom('30', '31'),
    isWeekLater: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Plays IPNs, and returns the end with the key of each promise. */
function play(given: readonly Came[]) {
  const keys: string[] = [];
  let known = start;
  let judgement = decidePayment(known, undefined).judgement;
  const follow = (decision: ReturnType<typeof decideHanging>) => {
    if (decision === undefined) return;
    keys.push(...decision.promised.map(({ key }) => key));
    judgement = decision.judgement;
    const { state, paymentId, verdicts } = judgement;
    const payments = decision.payments.map((each) => ({ ...each, ...verdicts.get(each.paymentId) }));
    known = { ...known, order: { ...known.order, state, paymentId }, payments };
  };
  for (const { paymentId, isChild, paymentStatus, paid, price, isWeekLater } of given) {
    if (isWeekLater) follow(decideHanging(known, paymentId));
    const ipn: NewPayment = {
      paymentId,
      parentPaymentId: isChild && paymentId > 1 ? 1 : null,
      paymentStatus,
      priceAmount: price,
      priceCurrency: 'usd',
      payAmount: price,
      actuallyPaid: paid,
      actuallyPaidAtFiat: null,
      payCurrency: 'usdttrc20',
      outcomeAmount: null,
      outcomeCurrency: null,
    };
    follow(decidePayment(known, ipn));
  }
  return { known, judgement, keys: keys.map((key) => key.slice(start.order.reference.length + 1)) };
}

it('promises a default for every open case, whatever came before', () => {
  fc.assert(
    fc.property(ipns, (given) => {
      const { known, judgement, keys } = play(given);
      for (const payment of known.payments) {
        const about = caseOf(judgement, payment);
        if (about !== undefined) expect(keys).toContain(`${payment.paymentId}:case:${about}:default`);
      }
    }),
  );
});

it('promises each step of a clock once', () => {
  fc.assert(
    fc.property(ipns, (given) => {
      const steps = play(given).keys.filter((key) => key.includes(':case:'));
      expect(steps).toEqual([...new Set(steps)]);
    }),
  );
});

it('lets no payment under way block its buyer for ever', () => {
  fc.assert(
    fc.property(ipns, (given) => {
      const { known, judgement, keys } = play(given);
      for (const payment of known.payments) {
        const isPending = judgement.verdicts.get(payment.paymentId)?.standing === 'pending';
        if (isPending && hasMoneyUnderWay(payment)) expect(keys).toContain(`${payment.paymentId}:case::hang`);
      }
    }),
  );
});

it('makes each payment under way a case after a week', () => {
  fc.assert(
    fc.property(ipns, (given) => {
      const { known, judgement } = play(given);
      for (const payment of known.payments) {
        const isPending = judgement.verdicts.get(payment.paymentId)?.standing === 'pending';
        const decision = decideHanging(known, payment.paymentId);
        expect(decision !== undefined).toBe(isPending && hasMoneyUnderWay(payment));
        const hung = decision?.payments.find(({ paymentId }) => paymentId === payment.paymentId);
        if (decision && hung) expect(caseOf(decision.judgement, hung)).toBe('hanging');
      }
    }),
  );
});

it('knows each reminder as a step', () => {
  expect(CASE_STEPS).toEqual(expect.arrayContaining(Object.keys(REMINDERS)));
});
