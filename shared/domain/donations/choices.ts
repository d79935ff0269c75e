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
}

/** Chosen by a button of the keypad. `named` undoes `anonymous`. */
export const DONOR_CHOICES = ['anonymous', 'named', 'write_note', 'drop_note'] as const;
export type DonorChoice = (typeof DONOR_CHOICES)[number];

/** The name of the dialog in which a donor types a note. */
export const NOTE_QUESTION = 'donor_note';
/** After this, what the donor types is no longer taken as a note. */
export const NOTE_QUESTION_SECONDS = HOUR_SECONDS;
/** In characters as people count them: code points. */
export const MAX_NOTE_CHARACTERS = 200;
