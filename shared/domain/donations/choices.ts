import type { Cents } from '../common/ids';
import { HOUR_SECONDS } from '../common/time';

/** What a keypad shows beside the amount that is typed. */
export interface KeypadChoices {
  /** Amounts to give with one tap, in the order of their buttons. */
  readonly presets: readonly Cents[];
  /** What the donor gave to the channel last; `null` if nothing that can be given again with one tap. */
  readonly lastCents: Cents | null;
  readonly isAnonymous: boolean;
  /** What the donor wrote to the owner. */
  readonly note: string | null;
  /** Stars can be given instead. Absent: they can't. */
  readonly mayBeStars?: boolean;
}

/** What a donor can give in Stars. */
export interface StarChoices {
  /** What the owner offers, in whole Stars. `null`: only crypto can be given. */
  readonly starPresets: readonly number[] | null;
  /** `null`: the donor hasn't chosen yet. */
  readonly inStars: boolean | null;
}

/** What a donor is asked on a keypad: how to give, how many Stars, or, as it has no Stars, how many dollars. */
export const stepOfKeypad = ({ starPresets, inStars }: StarChoices): 'way' | 'star_amount' | 'amount' => {
  if (starPresets === null || inStars === false) return 'amount';
  return inStars === null ? 'way' : 'star_amount';
};

/** Far more buttons than an owner can have. */
export const MOST_STAR_PLACES = 20;

/**
 * The price in cents that a donation in Stars is stored with: at what Telegram pays developers for a Star, rounded up. Earlier
 * releases need one, and nothing shows it.
 */
export const centsOfStars = (stars: number): Cents => Math.ceil((stars * 13) / 10) as Cents;

/** Chosen by a button of the keypad. `named` undoes `anonymous`. */
export const DONOR_CHOICES = [
  'anonymous',
  'named',
  'write_note',
  'drop_note',
  'in_crypto',
  'in_stars',
] as const;
export type DonorChoice = (typeof DONOR_CHOICES)[number];

/** The name of the dialog in which a donor types a note. */
export const NOTE_QUESTION = 'donor_note';
/** After this, what the donor types is no longer taken as a note. */
export const NOTE_QUESTION_SECONDS = HOUR_SECONDS;
/** In characters as people count them: code points. */
export const MAX_NOTE_CHARACTERS = 200;
