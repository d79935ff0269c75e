import fc from 'fast-check';
import { after, child, orderOf, SUBSCRIPTION, waiting } from '../../../tests/support/payment-case';
import { decideCaseDefault } from '../decide-case-step';
import { decideCase, decidePayment } from '../decide-payment';
import type { Cents } from '../common/ids';
import { answersTo } from './cases';
import { caseOf } from './clock/case-clock';
import type { PaymentCase } from './payment-case';

/** A $40 order with a child in another coin, which the owner has counted for what it is worth. */
function counted(fiat: string) {
  const { known } = after(orderOf(SUBSCRIPTION, 4000), waiting, child({ actuallyPaidAtFiat: fiat }));
  const decision = decideCase(known, { paymentId: 2, decision: 'credit', days: 0 })!;
  const later: PaymentCase = { ...known, payments: decision.payments };
  return { known: later, decision, payment: later.payments.find(({ paymentId }) => paymentId === 2)! };
}

const step = (known: PaymentCase, about: string) =>
  ({ paymentId: 2, about, reference: known.order.reference }) as const;

it('rule 5: leaves a counted part a case with a clock while its order is unpaid', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3999 }), fc.constantFrom('open', 'cancelled'), (cents, state) => {
      const { known, payment, decision } = counted((cents / 100).toFixed(2));
      const judged = decidePayment({ ...known, order: { ...known.order, state } }, undefined);
      const about = caseOf(judged.judgement, payment);
      expect(judged.judgement.receivedCents).toBe(cents);
      expect(decision.promised.map(({ key }) => key)).toContain(
        `${known.order.reference}:2:case:${about}:default`,
      );
      expect(answersTo(payment, known.order, judged.judgement)).toEqual([
        { decision: 'accept' },
        { decision: 'refund' },
      ]);
    }),
  );
});

it('rule 5: starts another clock than the one that the owner answered', () => {
  const { known } = after(orderOf(SUBSCRIPTION, 4000), waiting, child({ actuallyPaidAtFiat: '20' }));
  const before = caseOf(decidePayment(known, undefined).judgement, known.payments[1]!);
  const later = counted('20');
  expect(caseOf(later.decision.judgement, later.payment)).not.toBe(before);
});

it.each([
  ['accepts', '38.80', 'settled', 3880],
  ['leaves open', '20', 'open', null],
])('rule 5: %s a counted part of $%s by default', (_, fiat, state, incomeCents) => {
  const { known, decision, payment } = counted(fiat);
  const about = caseOf(decision.judgement, payment)!;
  const ended = decideCaseDefault(known, step(known, about), 499 as Cents);
  const { judgement } = ended?.type === 'accepted' ? ended.decision : decision;
  expect(judgement).toMatchObject({ state, incomeCents });
});

it('tells the payer that a part was counted, its owner nothing', () => {
  const { decision } = counted('20');
  const told = decision.promised.filter(({ effect }) => effect.kind === 'send_message');
  expect(told).toHaveLength(1);
  expect(told[0]?.effect).toMatchObject({ chatId: 42, message: { news: 'credited' } });
});

it('counts a part toward the order once its rest is paid', () => {
  const { known } = counted('20');
  const rest = { ...known, order: { ...known.order, restCents: [2000] } };
  const { decision } = after(rest, {
    ...waiting,
    paymentId: 3,
    paymentStatus: 'finished',
    priceAmount: '20',
    payAmount: '20',
    actuallyPaid: '20',
  });
  expect(decision.judgement).toMatchObject({ state: 'settled', incomeCents: 4000 });
  expect(decision.judgement.verdicts.get(2)?.standing).toBe('settled');
});
