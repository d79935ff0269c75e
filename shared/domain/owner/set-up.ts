import type { Tier } from '../common/channel';
import type { Cents } from '../common/ids';
import type { PlaceKind } from '../places/place';

/** The pages of a set-up, in order. */
const WAY = [
  'private',
  'public',
  'title',
  'description',
  'tiers',
  'donation',
  'notifications',
  'grace',
  'tolerance',
  'review',
] as const;
/** The pages of one tier. They lead from the list of tiers back to it. */
const OF_A_TIER = ['name', 'price', 'starprice', 'days'] as const;

export const SET_UP_STEPS = [...WAY, ...OF_A_TIER] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];

export const isSetUpStep = (word: string): word is SetUpStep => SET_UP_STEPS.some((step) => step === word);

/** A channel or a group that the bot administers. */
export interface ChosenChat {
  readonly chatId: number;
  /** Absent in what an older version stored: a channel. */
  readonly kind?: PlaceKind | undefined;
  readonly title: string;
}

/** What is known so far about an offer that is being set up. */
export interface SetUpDraft {
  readonly privateChat: ChosenChat | null;
  /** `null` if nothing is posted. */
  readonly publicChat: ChosenChat | null;
  /** Empty until it was chosen. */
  readonly title: string;
  readonly description: string;
  readonly tiers: readonly Tier[];
  /** The tier that is being added. */
  readonly tier: {
    readonly name: string | null;
    readonly priceCents: Cents | null;
    /** Absent or `null`: it isn't sold for Stars. */
    readonly priceStars?: number | null | undefined;
  };
  readonly donationMessage: string;
  readonly isNotified: boolean;
  readonly graceHours: number;
  readonly tolerancePercent: number;
}

export const EMPTY_DRAFT: SetUpDraft = {
  privateChat: null,
  publicChat: null,
  title: '',
  description: '',
  tiers: [],
  tier: { name: null, priceCents: null },
  donationMessage: '',
  isNotified: true,
  graceHours: 24,
  tolerancePercent: 1,
};

/** The tiers whose names are suggested on buttons. The stored name is in the language of the owner. */
export const SUGGESTED_TIERS = ['basic', 'gold', 'vip'] as const;
export type SuggestedTier = (typeof SUGGESTED_TIERS)[number];

export const MAX_TIERS = 10;
export const MAX_DAYS = 3650;
/** On buttons, beside one for a tier that lasts for ever. */
export const OFFERED_DAYS_OF_TIER = [7, 30, 90, 365] as const;
export const MAX_GRACE_HOURS = 720;
export const MAX_TOLERANCE_PERCENT = 20;
/** A million dollars: far more than any coin can pay, and well inside the range of the column. */
export const MAX_PRICE_CENTS = 100_000_000 as Cents;

/** The step that « Back leads to; the first step leads to itself. */
export function stepBefore(step: SetUpStep): SetUpStep {
  if (step === 'name') return 'tiers';
  if (step === 'price') return 'name';
  if (step === 'starprice' || step === 'days') return 'price';
  return WAY[Math.max(0, WAY.indexOf(step) - 1)] ?? 'private';
}

export function stepAfter(step: SetUpStep): SetUpStep {
  if (step === 'name') return 'price';
  if (step === 'price' || step === 'starprice') return 'days';
  if (step === 'days') return 'tiers';
  return WAY[WAY.indexOf(step) + 1] ?? 'review';
}
