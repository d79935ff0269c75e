import { answersTo } from './payments/cases';
import { decideAccess, type AccessChange } from './access/decide-access';
import type { Promised } from './effects';
import { judgePayments, type Judgement } from './payments/judge-payments';
import { mergeEvidence, evidenceOf, type Decision, type NewPayment, type Payment } from './payments/payment';
import type { PaymentCase } from './payments/payment-case';
import { askForRest, tellAbout } from './payments/tell-payment';

export interface PaymentDecision {
  readonly judgement: Judgement;
  readonly payments: readonly Payment[];
  /** Defined if the buyer's access changes. */
  readonly access: AccessChange | undefined;
  readonly promised: readonly Promised[];
}

/** Decides from everything that is known about an order. */
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
 * Decides what an IPN changes, and who has to be told. The decision follows from everything known about the order, so
 * any order and any repetition of the same IPNs has the same result. Each thing to tell has its own key, so it is told
 * once. Without an IPN, judges again what is known; promises made before are not made twice.
 */
export function decidePayment(known: PaymentCase, ipn: NewPayment | undefined): PaymentDecision {
  if (ipn === undefined) return decide(known, known.payments);
  const before = known.payments.find(({ paymentId }) => paymentId === ipn.paymentId);
  const updated = mergeEvidence(before, ipn, known.order);
  return decide(known, [...known.payments.filter((payment) => payment !== before), updated]);
}

/** The owner's decision about a payment. For a credit, `days` is the number that its button promised. */
export interface CaseRuling {
  readonly paymentId: number;
  readonly decision: Decision;
  readonly days?: number;
}

/**
 * Decides what the owner's decision about an odd payment changes. `undefined` if there is nothing to decide: the
 * payment was decided already, or the rest was paid.
 */
export function decideCase(
  known: PaymentCase,
  { paymentId, decision, days }: CaseRuling,
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
