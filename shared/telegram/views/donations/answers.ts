import { MAX_DONATION_CENTS } from '../../../domain/common/money';
import type { AnswerOf } from '../../../domain/messages/answers';
import { wholeDollarsUp } from '../../../domain/payments/invoices/minimums';
import { says, type Wording } from '../wording';

type Refused = AnswerOf<'amount_refused'>;

const REFUSED_AMOUNT: Readonly<Record<Refused['reason'], (refused: Refused, wording: Wording) => string>> = {
  empty: (_refused, wording) => wording.text('donations-amount-empty'),
  too_small: ({ leastCents, isProven }, wording) =>
    wording.text(isProven ? 'donations-amount-below-crypto' : 'donations-amount-below-usual', {
      least: wording.usd(leastCents),
      suggested: wording.shortUsd(wholeDollarsUp(leastCents)),
    }),
  too_large: (_refused, wording) =>
    wording.text('donations-amount-too-large', { most: wording.usd(MAX_DONATION_CENTS) }),
};

/** Answers to a donor's taps on a keypad. */
export const DONATION_ANSWERS = {
  keypad_not_in_use: says('donations-keypad-not-in-use'),
  keypad_of_another: says('donations-keypad-of-another'),
  keypad_expired: says('donations-keypad-expired'),
  note_saved: says('donations-note-saved'),
  amounts_unclear: ({ most }: AnswerOf<'amounts_unclear'>, wording: Wording) =>
    wording.text('donations-amounts-unclear', { most, limit: wording.usd(MAX_DONATION_CENTS) }),
  donations_paused: says('donations-paused'),
  amount_typed: ({ entry }: AnswerOf<'amount_typed'>, wording: Wording) =>
    wording.text('donations-amount-typed', { amount: wording.amounts.typedDollars(entry) }),
  key_ignored: ({ reason }: AnswerOf<'key_ignored'>, wording: Wording) =>
    wording.text('donations-key-ignored', { reason, most: wording.usd(MAX_DONATION_CENTS) }),
  amount_refused: (refused: Refused, wording: Wording) => REFUSED_AMOUNT[refused.reason](refused, wording),
};
