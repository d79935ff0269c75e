import { answersTo, typedWorth } from './payments/cases';
import type { Cents } from './common/ids';
import { railFacts } from './common/rails';
import { decideAccess, type AccessChange } from './access/decide-access';
import type { Promised } from './effects';
import { countFurtherGifts, judgePayments, type Judgement } from './payments/judge-payments';
import { startClock } from './payments/clock/case-clock';
import { hasMoneyUnderWay } from './payments/clock/hanging';
import { mergeEvidence } from './payments/merge-evidence';
import { evidenceOf, type CaseDecision, type NewPayment, type Payment } from './payments/payment';
import type { PaymentCase } from './payments/payment-case';
import { askForRest } from './payments/invoices/ask-for-rest';
import { tellAbout } from './payments/tell-payment';

export interface PaymentDecision {
  readonly judgement: Judgement;
  readonly payments: readonly Payment[];
  /** Defined if the buyer's access changes. */
  readonly access: AccessChange | undefined;
  readonly promised: readonly Promised[];
}

/** Decides from everything that is known about an order. */
function decide(known: PaymentCase, found: readonly Payment[]): PaymentDecision {
  const payments = countFurtherGifts(known.order, found);
  const judgement = judgePayments(known.order, payments);
  const judged = payments.map((payment) => ({
    ...payment,
    settles: judgement.verdicts.get(payment.paymentId)?.settles ?? false,
  }));
  const access = decideAccess(known, judgement, judged);
  const paidUntil = access === undefined ? (known.access?.paidUntil ?? null) : access.paidUntil;
  const before = judgePayments(known.order, known.payments);
  const telling = { known, judgement, payments: judged, paidUntil, before };
  const promised = [
    ...judged.flatMap((payment) => tellAbout(telling, payment)),
    ...askForRest(telling),
    ...judged.flatMap((payment) => startClock(telling, payment)),
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

/** True if a payment would be judged otherwise than it is stored, because the terms of its channel have changed since. */
export function isOutdated({ order, payments }: PaymentCase): boolean {
  const { state, verdicts } = judgePayments(order, countFurtherGifts(order, payments));
  return (
    state !== order.state ||
    payments.some(({ paymentId, standing, exception = 'none' }) => {
      const verdict = verdicts.get(paymentId);
      return verdict?.standing !== standing || verdict?.exception !== exception;
    })
  );
}

/**
 * The owner's decision about a payment. For a credit, `days` is the number that its button promised. `typedCents`: what
 * the owner says it was worth.
 */
export interface CaseRuling {
  readonly paymentId: number;
  readonly decision: CaseDecision;
  readonly days?: number;
  readonly typedCents?: Cents;
}

/**
 * The payment with the owner's decision. `undefined` if that is not, or no longer, among the answers. A refund that is ours to
 * make is asked for apart, and only its rail says that it was made.
 */
function ruled(
  { order, payments }: PaymentCase,
  payment: Payment,
  { decision, days, typedCents }: CaseRuling,
): Payment | undefined {
  const judgement = judgePayments(order, payments);
  if (decision === 'refund' && railFacts(payment.rail).isRefundedByUs) return undefined;
  if (typedCents !== undefined) {
    const typed = typedWorth(payment, order, judgement, typedCents);
    if (typed === undefined || typed.days !== days) return undefined;
    const decided = typed.decision && { decision: typed.decision, decidedOn: evidenceOf(payment) };
    return { ...payment, ...decided, typedCents };
  }
  const isOffered = answersTo(payment, order, judgement).some(
    (answer) => answer.decision === decision && (answer.decision !== 'credit' || answer.days === days),
  );
  if (!isOffered) return undefined;
  if (decision === 'wait') return { ...payment, isWaitedFor: true };
  return { ...payment, decision, decidedOn: evidenceOf(payment) };
}

/**
 * Decides what the owner's decision about an odd payment changes. `undefined` if there is nothing to decide: the
 * payment was decided already, or the rest was paid.
 */
export function decideCase(known: PaymentCase, ruling: CaseRuling): PaymentDecision | undefined {
  const payment = known.payments.find((each) => each.paymentId === ruling.paymentId);
  const decided = payment && ruled(known, payment, ruling);
  return decided && decide(known, [...known.payments.filter((each) => each !== payment), decided]);
}

/**
 * Decides what it means that a payment has been under way for a week: the owner decides about it. `undefined` if it
 * has ended meanwhile, or the owner decided already.
 */
export function decideHanging(known: PaymentCase, paymentId: number): PaymentDecision | undefined {
  const { verdicts } = judgePayments(known.order, known.payments);
  const payment = known.payments.find((each) => each.paymentId === paymentId);
  if (payment === undefined || verdicts.get(paymentId)?.standing !== 'pending') return undefined;
  if (!hasMoneyUnderWay(payment)) return undefined;
  return decide(
    known,
    known.payments.map((each) => (each === payment ? { ...each, isHanging: true } : each)),
  );
}
