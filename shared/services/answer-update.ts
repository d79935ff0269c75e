import { randomUUID } from 'node:crypto';
import { readBan } from '../database/access/bans';
import { markReachable, markUnreachable } from '../database/common/chats';
import { openKeypad } from '../database/donations/open-keypad';
import { cancelOrder, findOrderStatus } from '../database/payments/buyer-orders';
import { retryFailedNow } from '../database/common/outbox';
import { isUniqueViolation } from '../database/connection/pool';
import { MONEY_EXPIRES_SECONDS, REPLY_EXPIRES_SECONDS, type Promised } from '../domain/effects';
import type { OpenChannelId } from '../domain/common/ids';
import { KEYPAD_LIFETIME_MINUTES } from '../domain/donations/keypad';
import { NO_REACTION, promised, react, type PromptEffect, type Reaction } from '../domain/prompt-effects';
import { assertNever } from '../errors';
import type { Intent } from '../telegram/route-update';
import type { TelegramUser } from '../telegram/update';
import { answerJoinRequest, noteMember } from './access/answer-join-request';
import {
  buyTier,
  enterChannel,
  showChannel,
  showChannels,
  showMySubscriptions,
  showStory,
} from './payments/answer-offer';
import { decideOddPayment, ruleMembers } from './payments/decide-odd-payment';
import { personOf, replyWith, type UpdateContext } from './common/update-context';
import { answerOwn, chooseChannel } from './owner/answer-own';
import { acceptInvitation } from './owner/team/invitations';
import { answerTyped } from './owner/answer-typed';
import { noteBotChat, noteChatAdministrator } from './owner/set-up/offer-set-up';
import { beginSetUp, endSetUp, pressSetUp } from './owner/set-up/set-up';
import { pressKeypad } from './donations/press-keypad';

type Of<Type extends Intent['type']> = Extract<Intent, { type: Type }>;

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
  handled: UpdateContext,
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
  const opened = await open().catch((error: unknown) => {
    if (isUniqueViolation(error)) return open();
    throw error;
  });
  switch (opened) {
    case 'opened':
      return promised();
    case 'banned': {
      const ban = await readBan(handled.database, { openChannelId, userId: user.id });
      return replyWith(handled, user, { type: 'not_sold_to_you', title: ban?.title ?? '' });
    }
    case 'paused':
      return replyWith(handled, user, { type: 'channel_paused' });
    case 'unknown':
      return replyWith(handled, user, { type: 'channel_unknown' });
  }
}

async function showOrder(handled: UpdateContext, { user, reference }: Of<'show_order'>) {
  const order = await findOrderStatus(handled.database, { reference, userId: user.id });
  return replyWith(
    handled,
    user,
    order ? { type: 'order_status', ...order } : { type: 'link_not_understood' },
  );
}

async function cancel({ database, delivery }: UpdateContext, intent: Of<'cancel_order'>): Promise<Reaction> {
  const { user, reference, button } = intent;
  const { queryId, chatId, messageId } = button;
  const order = await cancelOrder(database, delivery, { reference, userId: user.id });
  const text = {
    cancelled: 'Cancelled. Nothing was charged.',
    settled: 'This has already been paid. Thank you!',
    refunded: 'This was refunded.',
    refused: 'There is nothing to cancel.',
    open: 'A payment is already on its way, so this can no longer be cancelled.',
  }[order?.state ?? 'refused'];
  const answer: PromptEffect = { type: 'answer_query', queryId, text };
  if (order?.state !== 'cancelled') return react({ ...answer, isAlert: true });
  return react({ type: 'replace_message', chatId, messageId, message: { type: 'order_cancelled' } }, answer);
}

const HELP_FOR_BUTTON = 'This button is not in use any more. Send /help to see what I can do.';

async function answerJoin(
  { database, delivery, botId }: UpdateContext,
  intent: Of<'join_request'>,
): Promise<Reaction> {
  const { requester, closedChannelId, linkCreatorId } = intent;
  const isPromised = await answerJoinRequest(database, delivery, {
    closedChannelId,
    userId: requester.id,
    person: personOf(requester),
    isOurLink: linkCreatorId === botId,
  });
  return { prompt: [], isPromised };
}

/**
 * Does what an update asks for: one decision, one write, and what remains to be shown. Throws `Unavailable` when nothing
 * could be written, so that Telegram delivers the update again.
 */
export async function answerUpdate(handled: UpdateContext, intent: Intent): Promise<Reaction> {
  const { database, delivery, updateId } = handled;
  switch (intent.type) {
    case 'say':
      return replyWith(handled, intent.user, intent.message);
    case 'open_keypad': {
      const { prompt, ...reaction } = await startDonation(handled, intent.user, intent.openChannelId);
      const queryId = intent.button?.queryId;
      return { ...reaction, prompt: queryId ? [...prompt, { type: 'answer_query', queryId }] : prompt };
    }
    case 'show_order':
      return showOrder(handled, intent);
    case 'show_channels':
      return showChannels(handled, intent);
    case 'show_channel':
      return showChannel(handled, intent);
    case 'my_subscriptions':
      return showMySubscriptions(handled, intent);
    case 'show_story':
      return showStory(handled, intent);
    case 'buy':
      return buyTier(handled, intent);
    case 'enter':
      return enterChannel(handled, intent);
    case 'tap':
      return pressKeypad(database, delivery, {
        ...intent.button,
        key: intent.key,
        updateId,
        userId: intent.user.id,
      });
    case 'point_to_bot':
      return react({
        type: 'answer_query',
        queryId: intent.button.queryId,
        startParameter: intent.startParameter,
      });
    case 'cancel_order':
      return cancel(handled, intent);
    case 'decide_case':
      return decideOddPayment(handled, intent);
    case 'remove_protected':
    case 'release_brake':
    case 'stop_removals':
      return ruleMembers(handled, intent);
    case 'my_channels':
      return chooseChannel(handled, intent);
    case 'own':
      return answerOwn(handled, intent);
    case 'typed':
      return answerTyped(handled, intent);
    case 'join_request':
      return answerJoin(handled, intent);
    case 'member_changed':
      await noteChatAdministrator(database, intent);
      await noteMember(database, delivery, { ...intent, isOurs: intent.actorId === handled.botId });
      return NO_REACTION;
    case 'look':
      return react({ type: 'answer_query', queryId: intent.button.queryId });
    case 'unknown_button':
      return react({
        type: 'answer_query',
        queryId: intent.button.queryId,
        text: HELP_FOR_BUTTON,
        isAlert: true,
      });
    case 'reachability':
      if (intent.channel) await noteBotChat(database, updateId, intent.channel);
      await (intent.isReachable
        ? markReachable(database, intent.chatId)
        : markUnreachable(database, intent.chatId, 'the bot was blocked or removed'));
      if (intent.isAdministrator) await retryFailedNow(database, intent.chatId);
      return intent.isReachable ? promised() : NO_REACTION;
    case 'open_set_up':
      return beginSetUp(handled, intent);
    case 'set_up':
      return pressSetUp(handled, intent);
    case 'cancel_set_up':
    case 'postpone_set_up':
      return endSetUp(handled, intent);
    case 'accept_invitation':
      return acceptInvitation(handled, intent);
    case 'ignore':
      return NO_REACTION;
    default:
      return assertNever(intent);
  }
}
