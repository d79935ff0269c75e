import type { Cents } from '../../common/ids';

/** What is assumed to be payable before any coin's minimum is known. */
export const ASSUMED_LEAST_CENTS = 499 as Cents;

/**
 * What is known of the least amount that can be paid. A minimum is proven only if every coin that is switched on has
 * answered within a day, because a coin that has not answered may accept less.
 */
export interface LeastPayable {
  /** The least amount that some coin can pay. `null` if it isn't proven, so no amount may be refused. */
  readonly leastCents: Cents | null;
  /** The lowest minimum that any coin ever had. */
  readonly leastEverCents: Cents;
}

/** Returns the minimum that refuses an amount. `undefined` if the amount can be paid, or may be payable. */
export const minimumAbove = (
  amountCents: Cents,
  { leastCents }: Pick<LeastPayable, 'leastCents'>,
): Cents | undefined => (leastCents !== null && amountCents < leastCents ? leastCents : undefined);

/**
 * Returns whether the missing rest of a payment can be asked for by an invoice. A rest that no coin could ever carry
 * is the owner's to decide at once, even if no minimum is proven now.
 */
export const isRestPayable = (restCents: Cents, least: LeastPayable): boolean =>
  restCents >= least.leastEverCents && minimumAbove(restCents, least) === undefined;

/** The next whole dollar, which is what people are offered. */
export const wholeDollarsUp = (cents: Cents): Cents => (Math.ceil(cents / 100) * 100) as Cents;
