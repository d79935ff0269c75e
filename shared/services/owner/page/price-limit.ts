import type { Database } from '../../../database/connection/pool';
import { readLeastPayable } from '../../../database/payments/minimums/minimums';
import type { LeastPayable } from '../../../domain/payments/invoices/minimums';
import type { OwnerQuestion } from '../../../domain/messages/owner';
import type { SetUpStep } from '../../../domain/owner/set-up';

const PRICE_QUESTIONS: readonly (OwnerQuestion | SetUpStep)[] = ['tier_price', 'price'];

/** The least price, for the question about a price. */
export const priceLimit = async (
  database: Database,
  question: OwnerQuestion | SetUpStep,
): Promise<Pick<LeastPayable, 'leastCents'> | undefined> =>
  PRICE_QUESTIONS.includes(question)
    ? { leastCents: (await readLeastPayable(database)).leastCents }
    : undefined;
