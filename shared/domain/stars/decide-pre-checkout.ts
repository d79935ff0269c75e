import type { OrderState } from '../payments/payment';

/** What a user is about to pay. */
export interface PreCheckout {
  readonly userId: number;
  readonly currency: string;
  /** In whole Stars, if the currency is `XTR`. */
  readonly amount: number;
  readonly payload: string;
}

/** An invoice in Stars, with what decides whether it may be paid now. */
export interface CheckedInvoice {
  readonly priceStars: number;
  /** It renews by itself and was paid before. */
  readonly isBought: boolean;
  /** It renews by itself, and something renews the same access already. */
  readonly isRenewing: boolean;
  /** The buyer has access for ever. */
  readonly hasForEver: boolean;
  readonly buyerId: number;
  readonly state: OrderState;
  /** What its order costs in Stars now; `null` if it is not sold for Stars. */
  readonly orderStars: number | null;
  /** A part of the price that came by another rail. */
  readonly receivedCents: number;
  /** Money of any rail was seen for the order, and does not hang. */
  readonly isHeld: boolean;
  readonly isBanned: boolean;
  readonly isPaused: boolean;
  /** Nobody can be let in. Always false for a donation. */
  readonly isStopped: boolean;
  /** The operator lets the channel take Stars. */
  readonly takesStars: boolean;
}

const STARS = 'XTR';

/** Why an invoice that exists may not be paid. The first that applies is said. */
const REFUSED_IF = {
  // Comes first, because nothing about an order is said to another user.
  other_payer: ({ buyerId }, { userId }) => buyerId !== userId,
  paid: ({ state }) => state === 'settled',
  closed: ({ state }) => state !== 'open',
  wrong_price: ({ priceStars, orderStars }, { currency, amount }) =>
    currency !== STARS || amount !== priceStars || orderStars !== priceStars,
  part_paid: ({ receivedCents }) => receivedCents > 0,
  under_way: ({ isHeld }) => isHeld,
  bought: ({ isBought }) => isBought,
  banned: ({ isBanned }) => isBanned,
  for_ever: ({ hasForEver }) => hasForEver,
  renewing: ({ isRenewing }) => isRenewing,
  paused: ({ isPaused }) => isPaused,
  stopped: ({ isStopped }) => isStopped,
  switched_off: ({ takesStars }) => !takesStars,
} as const satisfies Readonly<Record<string, (invoice: CheckedInvoice, query: PreCheckout) => boolean>>;

type Condition = keyof typeof REFUSED_IF;
const CONDITIONS = Object.keys(REFUSED_IF) as Condition[];

/** What else is said instead of yes. `unchecked`: the database did not answer in time. */
const WITHOUT_INVOICE = ['unknown', 'too_fast', 'unreadable', 'unchecked'] as const;

export type PreCheckoutRefusal = Condition | (typeof WITHOUT_INVOICE)[number];
export type PreCheckoutAnswer = 'yes' | PreCheckoutRefusal;

export const PRE_CHECKOUT_REFUSALS: readonly PreCheckoutRefusal[] = [...CONDITIONS, ...WITHOUT_INVOICE];

/** Every answer that is counted. */
export const PRE_CHECKOUT_ANSWERS: readonly PreCheckoutAnswer[] = ['yes', ...PRE_CHECKOUT_REFUSALS];

/** The counter of an answer, for all instances. */
export const preCheckoutCounter = (answer: PreCheckoutAnswer): string => `pre_checkout.${answer}`;

/** Decides if a user may pay an invoice; `undefined`: there is none with this payload. */
export function decidePreCheckout(
  query: PreCheckout,
  invoice: CheckedInvoice | undefined,
): PreCheckoutAnswer {
  if (invoice === undefined) return 'unknown';
  return CONDITIONS.find((refusal) => REFUSED_IF[refusal](invoice, query)) ?? 'yes';
}
