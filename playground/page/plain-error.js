/** What Telegram's own errors mean to somebody holding a phone. */
const ERRORS = [
  [/INVITE_HASH_EXPIRED/, 'This link has expired or was used up.'],
  [/HIDE_REQUESTER_MISSING|USER_NOT_PARTICIPANT/, 'Somebody else was quicker.'],
  [/never answered/, 'The bot did not answer in time. Try again.'],
  [/blocked the bot/, 'You blocked the bot. Unblock it first.'],
  [/fetch/i, 'No connection.'],
];
export const plainError = (error) =>
  ERRORS.find(([pattern]) => pattern.test(error.message))?.[1] ?? error.message;
