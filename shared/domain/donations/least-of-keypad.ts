import type { Cents } from '../common/ids';
import { ASSUMED_LEAST_CENTS } from '../payments/invoices/minimums';

/** What a keypad knows of the least amount: when it was last decided, and now. */
export interface KeypadMinimum {
  readonly leastCents: Cents | null;
  readonly leastNowCents: Cents | null;
  readonly order: object | null;
}

/**
 * The least amount that a keypad accepts. It is what the donor was shown, or more if the minimum has risen since. It
 * never falls, because a confirm that was refused would then count later, and it is fixed once an amount was accepted,
 * because late taps must not undo that for another reason than their own.
 */
export function leastOfKeypad({ leastCents, leastNowCents, order }: KeypadMinimum): Cents {
  const shownCents = leastCents ?? ASSUMED_LEAST_CENTS;
  return order !== null || leastNowCents === null
    ? shownCents
    : (Math.max(shownCents, leastNowCents) as Cents);
}
