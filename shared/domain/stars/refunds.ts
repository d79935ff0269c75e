import { RAIL_NAMES, railFacts, type RailName } from '../common/rails';

/** The rails by which a refund is ours to make. */
export const RAILS_WE_REFUND: readonly RailName[] = RAIL_NAMES.filter(
  (rail) => railFacts(rail).isRefundedByUs,
);

/** How far a refund is. `open`: nobody asked for it. `refused`: it may be asked for again. */
export type RefundState = 'open' | 'asked' | 'refused' | 'refunded';

/** Why a refund was not made. */
export type RefundRefusal =
  /** What came was withdrawn, or sent back to others. */
  | 'balance_too_low'
  /** The rail gave no answer for as long as we ask. It may have made the refund anyway. */
  | 'unanswered'
  | 'refused';

/** Stored in place of a rail's own words, because it gave none. */
export const UNANSWERED = 'not done in time';

/** Reads why a rail refused, from its own words. Telegram documents none, so an unknown text is a plain refusal. */
export function refusalIn(words: string): RefundRefusal {
  if (words === UNANSWERED) return 'unanswered';
  return /balance/i.test(words) ? 'balance_too_low' : 'refused';
}

export interface RefundProgress {
  readonly isAsked: boolean;
  readonly isRefunded: boolean;
  /** The rail's own words; `null` if it didn't refuse. */
  readonly refusedBecause: string | null;
}

export function refundStateOf({ isAsked, isRefunded, refusedBecause }: RefundProgress): RefundState {
  if (isRefunded) return 'refunded';
  if (isAsked) return 'asked';
  return refusedBecause === null ? 'open' : 'refused';
}
