import fc from 'fast-check';
import { orderOf, SUBSCRIPTION } from '../../../../tests/support/payment-case';
import { decideHanging, decidePayment } from '../../decide-payment';
import { caseOf } from './case-clock';
import { CASE_STEPS, REMINDERS } from './case-steps';
import { hasMoneyUnderWay, wasSeen } from './hanging';
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

/** A clock that a decision starts: its payment, and the case that it is about. */
type Clock = readonly [paymentId: number, about: string];

/**
 * Plays IPNs. Returns the end, the keys of what each decision promised, and the clocks in the order in which they were
 * started, or stopped because a report named no money any longer.
 */
function play(given: readonly Came[]) {
  const promised: string[][] = [];
  const clocks: Clock[] = [];
  let known = start;
  let judgement = decidePayment(known, undefined).judgement;
  const follow = (decision: ReturnType<typeof decideHanging>) => {
    if (decision === undefined) return;
    promised.push(decision.promised.map(({ key }) => key.slice(start.order.reference.length + 1)));
    const steps = decision.promised.flatMap(({ effect }) => (effect.kind === 'case_step' ? [effect] : []));
    for (const clock of new Set(steps.map(({ paymentId, about }) => JSON.stringify([paymentId, about]))))
      clocks.push(JSON.parse(clock) as Clock);
    judgement = decision.judgement;
    const { state, paymentId, verdicts } = judgement;
    const payments = decision.payments.map((each) => ({ ...each, ...verdicts.get(each.paymentId) }));
    const seenBefore = known.payments.filter(wasSeen).map(({ paymentId: id }) => id);
    for (const each of payments)
      if (seenBefore.includes(each.paymentId) && !wasSeen(each)) clocks.push([each.paymentId, 'stopped']);
    known = { ...known, order: { ...known.order, state, paymentId }, payments };
  };
  for (const { paymentId, isChild, paymentStatus, paid, price, isWeekLater } of given) {
    if (isWeekLater) follow(decideHanging(known, paymentId));
    const ipn: NewPayment = {
      rail: 'nowpayments',
      payerUserId: null,
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
  return { known, judgement, promised, clocks, keys: promised.flat() };
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

it('starts no clock again while it runs', () => {
  fc.assert(
    fc.property(ipns, (given) => {
      const { promised, clocks } = play(given);
      for (const keys of promised) expect(keys).toEqual([...new Set(keys)]);
      for (const payment of [1, 2, 3]) {
        const abouts = clocks.filter(([paymentId]) => paymentId === payment).map(([, about]) => about);
        expect(abouts.filter((about, index) => about === abouts[index - 1])).toEqual([]);
      }
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
