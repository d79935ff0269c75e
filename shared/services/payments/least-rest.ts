import type { Cents } from '../../domain/common/ids';

/** Below this no coin could be paid while the product was made. */
const LEAST_BEFORE_ANY_ANSWER = 499 as Cents;

/** The least rest that an invoice can ask for: the least minimum of a coin that was ever known. */
export const leastRestCents = (): Promise<Cents> => Promise.resolve(LEAST_BEFORE_ANY_ANSWER);
