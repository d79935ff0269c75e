import { isForEver } from '../common/for-ever';
import type { RenewalState } from './renewal';

/** A subscription in Stars that paid for an access and that we didn't end, as one of several. */
export interface RenewalOfAccess {
  readonly payload: string;
  /** Its first payment. */
  readonly chargeId: string;
  /** What Telegram says about its invoice is about this one. `false`: a second one that the same invoice began. */
  readonly isKnownOne: boolean;
  readonly state: RenewalState;
  /** When it was first paid, in epoch milliseconds. */
  readonly beganAt: number;
}

/** Whose access it is. */
interface RenewedAccess {
  readonly isBanned: boolean;
  readonly paidUntil: number | null;
}

/** A renewal that is paid comes before one that may be paid again. */
const RANKS = { active: 0, failed: 1, canceled: 2 } as const satisfies Record<RenewalState, number>;

/**
 * Decides which renewal of an access goes on: the one that was bought last. None for a banned buyer, or if nothing is left to
 * renew. All others have to end. It is the same whichever of them is looked at, and in whatever sequence they became known.
 */
export function keptRenewal(
  renewals: readonly RenewalOfAccess[],
  { isBanned, paidUntil }: RenewedAccess,
): RenewalOfAccess | undefined {
  if (isBanned || isForEver(paidUntil)) return undefined;
  const [kept] = renewals
    .filter(({ isKnownOne }) => isKnownOne)
    .sort(
      (a, b) =>
        RANKS[a.state] - RANKS[b.state] || b.beganAt - a.beganAt || (a.chargeId < b.chargeId ? 1 : -1),
    );
  return kept;
}
