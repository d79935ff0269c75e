import type { Cents } from '../../common/ids';
import type { Currency } from '../../common/rails';
import { DAY_SECONDS } from '../../common/time';
import { minimumAbove, type LeastPayable } from './minimums';

/** How a buyer may pay an order: in crypto, in Stars once, or in Stars again every 30 days. */
export const WAYS_TO_PAY = ['crypto', 'once', 'renew'] as const;
export type WayToPay = (typeof WAYS_TO_PAY)[number];

/** Telegram renews a payment after so many days, and after no other time. */
const RENEWED_DAYS = 30;
export const RENEWED_SECONDS = RENEWED_DAYS * DAY_SECONDS;
/** The most Stars that a payment which renews may ask for. */
const MOST_STARS_RENEWED = 10_000;

/** What decides how an order, or a tier before it is ordered, can be paid. */
interface Priced {
  readonly amountCents: Cents;
  readonly receivedCents: Cents;
  /** `null`: it has no price in Stars, or its owner doesn't take them now. */
  readonly priceStars: number | null;
  /** What it has to be paid in. Absent or `null`: whichever its buyer chooses. */
  readonly paidIn?: Currency | null | undefined;
  /** `null`: it grants no days. */
  readonly days: number | null;
}

/** What can be paid now, whatever the order. */
export interface PayableNow extends Pick<LeastPayable, 'leastCents'> {
  /** No coin is switched on. */
  readonly isUnpayable: boolean;
  /** The buyer pays for this offer in Stars every 30 days already. */
  readonly isRenewing: boolean;
}

function starWays({ receivedCents, priceStars, days }: Priced, { isRenewing }: PayableNow): WayToPay[] {
  // Stars never pay a part.
  if (priceStars === null || receivedCents > 0) return [];
  const mayRenew = days === RENEWED_DAYS && priceStars <= MOST_STARS_RENEWED && !isRenewing;
  return mayRenew ? ['once', 'renew'] : ['once'];
}

/** The ways to pay an order now. None if no coin can pay it and it can't be paid in Stars. */
export function waysToPay(order: Priced, now: PayableNow): readonly WayToPay[] {
  const stars = starWays(order, now);
  const isCoinPossible = !now.isUnpayable && minimumAbove(order.amountCents, now) === undefined;
  // A donation in Stars has no other price, and Stars that came have no rest in dollars.
  const mayBeCoins = (isCoinPossible || order.receivedCents > 0) && order.paidIn !== 'xtr';
  return [...(mayBeCoins ? (['crypto'] as const) : []), ...stars];
}

/** True if Stars can pay it. */
export const takesStarsFor = (order: Priced, now: PayableNow): boolean => starWays(order, now).length > 0;
