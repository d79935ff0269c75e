import { dollarsOf } from '../../domain/payments/received';
import type { PaymentCase } from '../../domain/payments/payment-case';
import type { PaymentDecision } from '../../domain/decide-payment';
import type { CaseDecision } from '../../domain/payments/payment';
import type { IpnIds } from './ipn-ids';

/** A decision about an order, and what led to it. An IPN whose delivery was stored before comes without it. */
export interface DecidedPayment {
  readonly known: PaymentCase;
  readonly version: number;
  readonly decision: PaymentDecision;
  /** From the IPN; absent if known payments were judged again. */
  readonly ids?: IpnIds;
  /** The manager who decided, while their role allows it; `null` is the bot, after nobody decided. */
  readonly decidedBy?: {
    readonly userId: number | null;
    readonly paymentId: number;
    readonly decision: CaseDecision;
  };
}

/**
 * The rows to write: the payment of the IPN, and those that differ from what is stored. Figures find a payment that was
 * credited separately by its last change, and count it from when its order settles.
 */
export function changedRows({ known, decision, ids }: DecidedPayment) {
  const { judgement, payments } = decision;
  const stored = new Map(known.payments.map((payment) => [payment.paymentId, payment]));
  const hasMoved = judgement.state !== known.order.state;
  return payments.flatMap((payment) => {
    const row = {
      ...payment,
      ...judgement.verdicts.get(payment.paymentId),
      receivedCents: dollarsOf(payment, known.order),
    };
    if (payment.paymentId === ids?.paymentId)
      return [{ ...row, invoiceId: ids.invoiceId, orderId: ids.orderId }];
    const isSame = isSameRow(row, { ...stored.get(payment.paymentId) });
    return isSame && !(hasMoved && payment.decision === 'credit') ? [] : [row];
  });
}

const isSameRow = (row: object, stored: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(row).every(
    ([name, value]) => value === stored[name] || JSON.stringify(value) === JSON.stringify(stored[name]),
  );

/** Describes the result of an IPN in a few words, for the inbox row and the logs. */
export function outcomeOf({ judgement }: PaymentDecision, paymentId: number): string {
  const { standing = 'unknown', exception = 'none' } = judgement.verdicts.get(paymentId) ?? {};
  return exception === 'none' ? standing : `${standing}:${exception}`;
}
