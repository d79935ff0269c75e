import { answersTo } from './payments/cases';
import { decideAccess, type AccessChange } from './access/decide-access';
import type { Promised } from './effects';
import { judgePayments, type Judgement } from './payments/judge-payments';
import { absorb, evidenceOf, type Decision, type NewPayment, type Payment } from './payments/payment';
import type { PaymentCase } from './payments/payment-case';
import { askForRest, tellAbout } from './payments/tell-payment';

export interface PaymentDecision {
  readonly judgement: Judgement;
  readonly payments: readonly Payment[];
  /** Set when the payer's access changes. */
  readonly access: AccessChange | undefined;
  readonly promised: readonly Promised[];
}

/** What follows from all that is known about an order. */
function decide(known: PaymentCase, payments: readonly Payment[]): PaymentDecision {
  const judgement = judgePayments(known.order, payments);
  const judged = payments.map((payment) => ({
    ...payment,
    settles: judgement.verdicts.get(payment.paymentId)?.settles ?? false,
  }));
  const access = decideAccess(known, judgement, judged);
  const paidUntil = access === undefined ? (known.access?.paidUntil ?? null) : access.paidUntil;
  const telling = { known, judgement, payments: judged, paidUntil };
  const promised = [
    ...judged.flatMap((payment) => tellAbout(telling, payment)),
    ...askForRest(telling),
    ...(access?.promised ?? []),
  ];
  return { judgement, payments: judged, access, promised };
}

/**
 * What an IPN changes, and who must hear of it. Everything follows from all that is known about the order, so any order
 * and any repetition of the same IPNs ends alike. Each thing to tell has a key of its own, so nobody hears it twice.
 * Without an IPN, what is known is judged again: what was promised before is not promised twice.
 */
export function decidePayment(known: PaymentCase, ipn: NewPayment | undefined): PaymentDecision {
  if (ipn === undefined) return decide(known, known.payments);
  const before = known.payments.find(({ paymentId }) => paymentId === ipn.paymentId);
  const absorbed = absorb(before, ipn, known.order);
  return decide(known, [...known.payments.filter((payment) => payment !== before), absorbed]);
}

/** An owner's word about a payment; of a credit, with the days that its button promised. */
export interface CaseWord {
  readonly paymentId: number;
  readonly decision: Decision;
  readonly days?: number;
}

/**
 * What an owner's word about an odd payment changes. `undefined` when there is nothing to decide about it any more: it
 * was decided, or the rest was paid.
 */
export function decideCase(
  known: PaymentCase,
  { paymentId, decision, days }: CaseWord,
): PaymentDecision | undefined {
  const payment = known.payments.find((each) => each.paymentId === paymentId);
  if (payment === undefined) return undefined;
  const answers = answersTo(payment, known.order, judgePayments(known.order, known.payments));
  const isOffered = answers.some(
    (answer) => answer.decision === decision && (answer.decision !== 'credit' || answer.days === days),
  );
  if (!isOffered) return undefined;
  return decide(
    known,
    known.payments.map((each) =>
      each === payment ? { ...each, decision, decidedOn: evidenceOf(each) } : each,
    ),
  );
}
