import { decisionOn } from '../counts';
import { evidenceOf, type Payment } from '../payment';

/** What is odd about a payment, for names that last. */
function kindOf({ parentPaymentId }: Payment, what: string): string {
  // A second deposit may be reported before the first one, which shows only later that its coin is different.
  const isSecond = what === 'repeated' || what === 'wrong_asset';
  return isSecond && parentPaymentId !== null ? 'second' : what;
}

/**
 * Names what is told about a payment, once for each name. A decision about a part says nothing about money that came after
 * it, so that has a name of its own.
 */
export const newsName = (payment: Payment, what: string): string => {
  const isAfterDecision = payment.decision !== null && decisionOn(payment) === null;
  return `${kindOf(payment, what)}${isAfterDecision ? `:${evidenceOf(payment)}` : ''}`;
};

/** Names a case. More money, or another end, makes it another case. */
export const caseName = (payment: Payment, what: string): string =>
  `${kindOf(payment, what)}:${evidenceOf(payment)}`;
