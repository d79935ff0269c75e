import { readCountedPayments } from '../../database/operations/counted-payments';
import type { Database } from '../../database/connection/pool';
import { differencesOf, type CountedPayment, type Difference } from '../../domain/operations/audit-payment';
import type { NowpaymentsClient } from '../../nowpayments/client';
import { NowpaymentsError } from '../../nowpayments/nowpayments-error';
import { retryUntilAnswered, type Pause } from '../../nowpayments/retry-until-answered';

export interface AuditDependencies {
  readonly database: Database;
  readonly nowpayments: Pick<NowpaymentsClient, 'getPayment'>;
  readonly pause?: Pause;
}

/** A payment that counts here although NOWPayments doesn't know it, or knows it otherwise. */
export interface Doubtful {
  readonly payment: CountedPayment;
  readonly differences: readonly Difference[] | 'unknown';
}

export interface Audit {
  readonly checked: number;
  readonly doubtful: readonly Doubtful[];
}

type Differences = Doubtful['differences'];

async function compare(
  { nowpayments, pause }: AuditDependencies,
  payment: CountedPayment,
): Promise<Differences> {
  try {
    const { ipn } = await retryUntilAnswered(() => nowpayments.getPayment(payment.paymentId), pause);
    return differencesOf(payment, ipn);
  } catch (error) {
    if (error instanceof NowpaymentsError && error.status === 404) return 'unknown';
    throw error;
  }
}

/**
 * Asks NOWPayments about each payment that counts here and changed since `since`, to find those that came in with a forged
 * IPN. Changes nothing. Throws NOWPayments' error if it doesn't answer after several attempts.
 */
export async function auditPayments(
  deps: AuditDependencies,
  { since, onChecked }: { since: Date; onChecked?: (checked: number) => void },
): Promise<Audit> {
  const doubtful: Doubtful[] = [];
  let [checked, after] = [0, 0];
  for (;;) {
    const page = await readCountedPayments(deps.database, { rail: 'nowpayments', since, after });
    if (page.length === 0) return { checked, doubtful };
    for (const payment of page) {
      const differences = await compare(deps, payment);
      if (differences.length > 0) doubtful.push({ payment, differences });
      [checked, after] = [checked + 1, payment.paymentId];
      onChecked?.(checked);
    }
  }
}
