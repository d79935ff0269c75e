import { randomUUID } from 'node:crypto';
import { markReachable, markUnreachable, type Person } from '../database/chats';
import type { Delivery } from '../database/inbox';
import { openKeypad } from '../database/keypads';
import { cancelOrder, findOrderStatus } from '../database/orders';
import { isUniqueViolation, type Database } from '../database/pool';
import { promiseReply } from '../database/replies';
import { MONEY_EXPIRES_SECONDS, reply, REPLY_EXPIRES_SECONDS, type Promised } from '../domain/effects';
import type { OpenChannelId } from '../domain/ids';
import { KEYPAD_LIFETIME_MINUTES } from '../domain/keypad';
import type { Message } from '../domain/messages';
import { storableText } from '../domain/storable-text';
import { NO_REACTION, promised, react, type PromptEffect, type Reaction } from '../domain/prompt-effects';
import { assertNever } from '../errors';
import type { Intent } from '../telegram/route-update';
import type { TelegramUser } from '../telegram/update';
import { pressKeypad } from './press-keypad';

const personOf = ({ id, username, first_name }: TelegramUser): Person => ({
  userId: id,
  username: username === undefined ? null : storableText(username),
  firstName: first_name === undefined ? null : storableText(first_name),
});

interface Handled {
  readonly database: Database;
  readonly delivery: Delivery;
  readonly updateId: number;
}

async function say(
  { database, delivery, updateId }: Handled,
  user: TelegramUser,
  message: Message,
): Promise<Reaction> {
  await promiseReply(database, delivery, {
    person: personOf(user),
    promised: [reply(updateId, user.id, message)],
  });
  return promised();
}

/** A keypad that is about to be sent, and the end of its life. */
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
  handled: Handled,
  user: TelegramUser,
  openChannelId: OpenChannelId,
): Promise<Reaction> {
  const keypadId = randomUUID();
  const keypad = {
    keypadId,
    person: personOf(user),
    openChannelId,
    promised: keypadPromises(keypadId, user.id),
  };
  const open = () => openKeypad(handled.database, handled.delivery, keypad);
  // Two starts at once, from a command and a button: the one that lost replaces the other's keypad.
  const isKnown = await open().catch((error: unknown) => {
    if (isUniqueViolation(error)) return open();
    throw error;
  });
  return isKnown ? promised() : say(handled, user, { type: 'channel_unknown' });
}

async function showOrder(handled: Handled, { user, reference }: Extract<Intent, { type: 'show_order' }>) {
  const order = await findOrderStatus(handled.database, { reference, userId: user.id });
  return say(handled, user, order ? { type: 'order_status', ...order } : { type: 'link_not_understood' });
}

async function cancel(
  handled: Handled,
  intent: Extract<Intent, { type: 'cancel_order' }>,
): Promise<Reaction> {
  const { user, reference, queryId } = intent;
  const order = await cancelOrder(handled.database, handled.delivery, { reference, userId: user.id });
  const text = {
    cancelled: 'Cancelled. Nothing was charged.',
    settled: 'This donation has already been paid. Thank you!',
    refunded: 'This donation was refunded.',
    refused: 'No invoice could be made for this donation.',
    open: 'A payment is already on its way, so this can no longer be cancelled.',
  }[order?.state ?? 'refused'];
  const { chatId, messageId } = intent;
  const answer: PromptEffect = { type: 'answer_query', queryId, text };
  if (order?.state !== 'cancelled') return react({ ...answer, isAlert: true });
  return react({ type: 'replace_message', chatId, messageId, message: { type: 'keypad_cancelled' } }, answer);
}

const HELP_FOR_BUTTON = 'This button is not in use any more. Send /help to see what I can do.';

/**
 * Does what an update asks for: one decision, one write, and what remains to be shown. Throws `Unavailable` when nothing
 * could be written, so that Telegram delivers the update again.
 */
export async function answerUpdate(handled: Handled, intent: Intent): Promise<Reaction> {
  const { database, delivery, updateId } = handled;
  switch (intent.type) {
    case 'say':
      return say(handled, intent.user, intent.message);
    case 'open_keypad': {
      const { prompt, ...reaction } = await startDonation(handled, intent.user, intent.openChannelId);
      return {
        ...reaction,
        prompt: intent.queryId ? [...prompt, { type: 'answer_query', queryId: intent.queryId }] : prompt,
      };
    }
    case 'show_order':
      return showOrder(handled, intent);
    case 'tap':
      return pressKeypad(database, delivery, { ...intent, updateId, userId: intent.user.id });
    case 'point_to_bot':
      return react({
        type: 'answer_query',
        queryId: intent.queryId,
        startParameter: `donate_${intent.openChannelId}`,
      });
    case 'cancel_order':
      return cancel(handled, intent);
    case 'look':
      return react({ type: 'answer_query', queryId: intent.queryId });
    case 'unknown_button':
      return react({ type: 'answer_query', queryId: intent.queryId, text: HELP_FOR_BUTTON, isAlert: true });
    case 'reachability':
      await (intent.isReachable
        ? markReachable(database, intent.chatId)
        : markUnreachable(database, intent.chatId, 'the bot was blocked or removed'));
      return NO_REACTION;
    case 'ignore':
      return NO_REACTION;
    default:
      return assertNever(intent);
  }
}
