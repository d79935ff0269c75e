import { openKeypad } from '../../database/donations/open-keypad';
import { randomUUID } from 'node:crypto';
import { readBan } from '../../database/access/bans';
import { isUniqueViolation } from '../../database/connection/pool';
import { MONEY_EXPIRES_SECONDS, REPLY_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import type { OpenChannelId } from '../../domain/common/ids';
import { KEYPAD_LIFETIME_MINUTES } from '../../domain/donations/keypad';
import { promised, type Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import type { TelegramUser } from '../../telegram/update';
import { personOf, replyWith, type UpdateContext } from '../common/update-context';

/** The promises of a new keypad: to send it, and to end its life. */
const keypadPromises = (keypadId: string, chatId: number): Promised[] => [
  {
    effect: { kind: 'send_keypad', chatId, keypadId },
    key: `keypad:${keypadId}:send`,
    expiresInSeconds: REPLY_EXPIRES_SECONDS,
  },
  {
    effect: { kind: 'expire_keypad', keypadId },
    key: `keypad:${keypadId}:expire`,
    dueInSeconds: KEYPAD_LIFETIME_MINUTES * 60,
    expiresInSeconds: MONEY_EXPIRES_SECONDS,
  },
];

async function startDonation(
  context: UpdateContext,
  user: TelegramUser,
  openChannelId: OpenChannelId,
): Promise<Reaction> {
  const keypadId = randomUUID();
  const keypad = {
    keypadId,
    person: personOf(user),
    openChannelId,
    starsFor: context.starsFor,
    promised: keypadPromises(keypadId, user.id),
  };
  const open = () => openKeypad(context.database, context.delivery, keypad);
  // If a command and a button start at once, the one that lost replaces the other's keypad.
  const opened = await open().catch((error: unknown) => {
    if (isUniqueViolation(error)) return open();
    throw error;
  });
  switch (opened) {
    case 'opened':
      return promised();
    case 'banned': {
      const ban = await readBan(context.database, { openChannelId, userId: user.id });
      return replyWith(context, user, { type: 'not_sold_to_you', title: ban?.title ?? '' });
    }
    case 'paused':
      return replyWith(context, user, { type: 'channel_paused' });
    case 'unpayable':
      return replyWith(context, user, { type: 'payments_off' });
    case 'unknown':
      return replyWith(context, user, { type: 'channel_unknown' });
  }
}

/** Opens a keypad. Stops the spinner of the button, if one asked for it. */
export async function answerDonation(
  context: UpdateContext,
  { user, openChannelId, button }: IntentOf<'open_keypad'>,
): Promise<Reaction> {
  const { prompt, ...reaction } = await startDonation(context, user, openChannelId);
  const queryId = button?.queryId;
  return { ...reaction, prompt: queryId ? [...prompt, { type: 'answer_query', queryId }] : prompt };
}
