import { formatUsd, MAX_DONATION_CENTS } from '../../../domain/common/money';
import { displayOf } from '../../../domain/donations/keypad';
import type { AnswerOf } from '../../../domain/messages/answers';
import { wholeDollars } from '../words';

type Refused = AnswerOf<'amount_refused'>;

const REFUSED_AMOUNT: Readonly<Record<Refused['reason'], (refused: Refused) => string>> = {
  empty: () => 'Type an amount first.',
  too_small: ({ leastCents, isProven }) => {
    const least = formatUsd(leastCents);
    const limit = isProven
      ? `Crypto payments start at ${least} today.`
      : `Donations start at ${least} right now.`;
    return `${limit} Nothing was charged. Try ${wholeDollars(leastCents)}?`;
  },
  too_large: () => `The largest donation is ${formatUsd(MAX_DONATION_CENTS)}.`,
};

/** Answers to a donor's taps on a keypad. */
export const DONATION_ANSWERS = {
  keypad_not_in_use: 'This keypad is no longer in use. Press Donate again.',
  keypad_of_another: 'Only the person who opened this keypad can use it.',
  keypad_expired: 'This keypad has expired. Press Donate again.',
  donations_paused: 'The owner has paused this channel: it takes no donation at the moment.',
  amount_typed: ({ entry }: AnswerOf<'amount_typed'>) => `Amount: ${displayOf(entry)}`,
  amount_refused: (refused: Refused) => REFUSED_AMOUNT[refused.reason](refused),
};
