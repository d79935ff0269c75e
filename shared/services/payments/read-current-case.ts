import { readPaymentCase, type PaymentReading } from '../../database/payments/payments';
import { savePaymentDecision } from '../../database/payments/save-decision';
import type { Delivery } from '../../database/common/inbox';
import type { Database } from '../../database/connection/pool';
import type { OrderReference } from '../../domain/common/ids';
import { decidePayment, isOutdated } from '../../domain/decide-payment';
import { CONFLICT, retryOnConflict } from '../common/retry-on-conflict';

/** What is known about an order, judged by its terms of now. `isJudgedAgain`: something is due now. */
export interface CurrentCase extends PaymentReading {
  readonly isJudgedAgain: boolean;
}

/**
 * Reads everything that is known about an order. The owner may have raised the tolerance or offered a tier again since it
 * was judged, and an earlier release may have judged it: then it is judged again first, so that nobody decides about
 * what the new terms settle.
 */
export async function readCurrentCase(
  database: Database,
  reference: OrderReference,
  delivery?: Delivery,
): Promise<CurrentCase> {
  let isJudgedAgain = false;
  return retryOnConflict({ what: 'order' }, async () => {
    const reading = await readPaymentCase(database, reference, delivery);
    const { known, version } = reading;
    if (known === undefined || isJudgedAgain || !isOutdated(known)) return { ...reading, isJudgedAgain };
    const decision = decidePayment(known, undefined);
    isJudgedAgain = await savePaymentDecision(database, { known, version, decision });
    return CONFLICT;
  });
}
