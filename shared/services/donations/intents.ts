import type { IntentRows } from '../common/intent-row';
import { chooseOnKeypad } from './choose-on-keypad';
import { giveStars } from './give-stars';
import { pressKeypad } from './press-keypad';
import { answerDonation } from './start-donation';

export const donationIntents = {
  open_keypad: answerDonation,
  donor_choice: chooseOnKeypad,
  give_stars: giveStars,
  tap: ({ database, delivery, updateId }, { user, key, button }) =>
    pressKeypad(database, delivery, { ...button, key, updateId, userId: user.id }),
} satisfies IntentRows;
