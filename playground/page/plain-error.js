/** Telegram's error texts, in words for the person who holds the phone. */
const ERRORS = [
  [/INVITE_HASH_EXPIRED/, 'This link has expired or was used up.'],
  [/HIDE_REQUESTER_MISSING|USER_NOT_PARTICIPANT/, 'Someone else was faster.'],
  [/USERNAME_OCCUPIED/, 'This name is taken.'],
  [/USERNAME_INVALID/, 'Use 5 to 32 letters, digits and underscores. Start with a letter.'],
  [/CHAT_TITLE_EMPTY/, 'A title is missing.'],
  [/USER_CHANNELS_TOO_MUCH/, 'They are in as many channels and groups as Telegram allows.'],
  [/CHANNELS_TOO_MUCH/, 'You are in as many channels and groups as Telegram allows. Leave one first.'],
  [/USER_BANNED_IN_CHANNEL/, 'You were removed from here.'],
  [/CHAT_WRITE_FORBIDDEN/, 'You can’t write here.'],
  [/CHAT_ADMIN_REQUIRED|USER_ADMIN_INVALID/, 'You can’t do this here.'],
  [/RIGHT_FORBIDDEN/, 'You can only give rights that you have yourself.'],
  [/SLUG_INVALID/, 'This invoice link does not work.'],
  [/MESSAGE_ID_INVALID|no Pay button/, 'This invoice is gone.'],
  [/CHARGE_ALREADY_REFUNDED/, 'This payment was refunded already.'],
  [/CANCELED_BY_BOT/, 'The bot ended this subscription. You can’t enable it again.'],
  [/SUBSCRIPTION_/, 'This subscription has changed meanwhile.'],
  [/never answered/, 'The bot did not answer in time. Try again.'],
  [/blocked the bot/, 'You blocked the bot. Unblock it first.'],
  [/fetch/i, 'No connection.'],
];
export const plainError = (error) =>
  ERRORS.find(([pattern]) => pattern.test(error.message))?.[1] ?? error.message;
