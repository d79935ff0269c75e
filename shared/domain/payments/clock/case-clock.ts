import { ACCESS_EXPIRES_SECONDS, type Promised } from '../../effects';
import {
  DEFAULT_AFTER_SECONDS,
  OVERDUE_SECONDS,
  REMINDERS,
  REMINDER_STEPS,
  type CaseStep,
} from './case-steps';
import { isCountedPart } from '../counts';
import { hangs, hasMoneyUnderWay } from './hanging';
import type { Judgement, Verdict } from '../judge-payments';
import type { Payment } from '../payment';
import type { PaymentCase, StoredPayment } from '../payment-case';
import { caseName, newsName } from './case-name';

/**
 * Names the case that a payment is. A payment can be several, one after the other: it hangs, it comes too late, it grows,
 * the owner counts it. Each has its own clock, and the steps of an earlier one do nothing. `undefined` if the owner has
 * nothing to decide.
 */
export function caseOf({ verdicts }: Pick<Judgement, 'verdicts'>, payment: Payment): string | undefined {
  const { standing, exception, settles } = verdicts.get(payment.paymentId) ?? {};
  if (standing !== 'parked') return undefined;
  // It has one clock while it hangs, because its status may move several times before it ends.
  if (hangs(payment)) return newsName(payment, 'hanging');
  if (settles === true) return caseName(payment, 'remainder');
  return caseName(payment, isCountedPart(payment) ? 'counted' : String(exception));
}

type Clocked = Pick<Payment, 'paymentId'> & { readonly reference: PaymentCase['order']['reference'] };

const promiseStep = (
  { reference, paymentId }: Clocked,
  { about, step, dueInSeconds }: { about: string; step: CaseStep; dueInSeconds: number },
): Promised => ({
  effect: { kind: 'case_step', reference, paymentId, about, step },
  key: `${reference}:${paymentId}:case:${about}:${step}`,
  dueInSeconds,
  expiresInSeconds: ACCESS_EXPIRES_SECONDS,
  reference,
});

/** The steps that are still ahead in a case that is `ageSeconds` old. */
function stepsAhead(of: Clocked, about: string, ageSeconds: number): Promised[] {
  const isOverdue = ageSeconds >= DEFAULT_AFTER_SECONDS;
  const reminders = REMINDER_STEPS.filter((step) => isOverdue === (step === 'owner_overdue')).flatMap(
    (step) => {
      const { afterSeconds, untilSeconds } = REMINDERS[step];
      if (!isOverdue && afterSeconds <= ageSeconds) return [];
      const dueInSeconds = Math.max(0, afterSeconds - ageSeconds);
      const promised = promiseStep(of, { about, step, dueInSeconds });
      return [{ ...promised, expiresInSeconds: dueInSeconds + untilSeconds - afterSeconds }];
    },
  );
  const dueInSeconds = isOverdue ? OVERDUE_SECONDS : DEFAULT_AFTER_SECONDS - ageSeconds;
  return [...reminders, promiseStep(of, { about, step: 'default', dueInSeconds })];
}

/**
 * Starts the clock of a payment that is a case, or of one under way, which is a case after a week. Each step has its own
 * key, so that judging again starts no second clock.
 */
export function caseClock(
  { known, judgement }: { readonly known: PaymentCase; readonly judgement: Judgement },
  payment: Payment,
  ageSeconds = 0,
): Promised[] {
  const of = { reference: known.order.reference, paymentId: payment.paymentId };
  const about = caseOf(judgement, payment);
  if (about !== undefined) {
    const watch = hangs(payment) ? [promiseStep(of, { about, step: 'watch_ended', dueInSeconds: 0 })] : [];
    return [...stepsAhead(of, about, ageSeconds), ...watch];
  }
  const isPending = judgement.verdicts.get(payment.paymentId)?.standing === 'pending';
  if (!isPending || !hasMoneyUnderWay(payment)) return [];
  const dueInSeconds = Math.max(0, DEFAULT_AFTER_SECONDS - ageSeconds);
  return [promiseStep(of, { about: '', step: 'hang', dueInSeconds })];
}

/** What the clock of a payment is about: its case, or, while it is under way, that it becomes one. */
const clockOf = (judgement: Pick<Judgement, 'verdicts'>, payment: Payment): string | undefined => {
  const isPending = judgement.verdicts.get(payment.paymentId)?.standing === 'pending';
  return isPending && hasMoneyUnderWay(payment) ? '' : caseOf(judgement, payment);
};

/** The verdict that is stored with a payment. `undefined` if it belonged to no order. */
const storedVerdict = (payment: StoredPayment): Verdict | undefined => {
  const { standing, exception = 'none', settles } = payment;
  return standing === undefined || standing === 'orphan' ? undefined : { standing, exception, settles };
};

/**
 * Starts the clock of a payment if a decision makes it another case than the stored one. An order may have hundreds of
 * payments, and the clocks of the others are promised already.
 */
export function startClock(
  of: { readonly known: PaymentCase; readonly judgement: Judgement },
  payment: Payment,
): Promised[] {
  const before = of.known.payments.find(({ paymentId }) => paymentId === payment.paymentId);
  const verdict = before && storedVerdict(before);
  const verdicts = new Map(verdict && [[payment.paymentId, verdict]]);
  const clockBefore = before && clockOf({ verdicts }, before);
  return clockOf(of.judgement, payment) === clockBefore ? [] : caseClock(of, payment);
}
