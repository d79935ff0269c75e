import type { Database } from '../../../database/connection/pool';
import { readLeastPayable } from '../../../database/payments/minimums/minimums';
import type { LeastPayable } from '../../../domain/payments/invoices/minimums';
import type { OwnerQuestion } from '../../../domain/messages/owner';

/** The least price, for the question about a price. */
export const priceLimit = async (
  database: Database,
  question: OwnerQuestion,
): Promise<Pick<LeastPayable, 'leastCents'> | undefined> =>
  question === 'tier_price' ? { leastCents: (await readLeastPayable(database)).leastCents } : undefined;
