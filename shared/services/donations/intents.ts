import type { IntentRows } from '../common/intent-row';
import { pressKeypad } from './press-keypad';
import { answerDonation } from './start-donation';

export const donationIntents = {
  open_keypad: answerDonation,
  tap: ({ database, delivery, updateId }, { user, key, button }) =>
    pressKeypad(database, delivery, { ...button, key, updateId, userId: user.id }),
} satisfies IntentRows;
