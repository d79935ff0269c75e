import { describeMessage } from '../describe';
import { readKeyboard } from '../keyboards';
import { readReplyKeyboard } from '../reply-keyboards';
import type { Params } from '../wire/params';
import { isAdmin, may, memberOf } from '../membership/rights';
import { postMessage, type Content } from '../post-message';
import { badRequest } from '../wire/errors';
import type { Chat } from '../types';
import type { World } from '../world';
import type { MethodContext } from './context';
import { findChat, requireRight } from './find-chat';

type Published = ReturnType<typeof describeMessage>;

/**
 * Sends the content from `read` to the chat of the call. Throws if the bot may not write there or writes too fast.
 * Returns the message as the Bot API shows it.
 */
export function publish({ world, limits }: MethodContext, params: Params, read: () => Content): Published {
  const chat = findWritableChat(world, params);
  const content = read();
  const keyboard = readKeyboard(params, { chatType: chat.type, isInvoice: content.invoice !== undefined });
  const replyKeyboard = readReplyKeyboard(params, chat.type);
  limits.spend(chat, 'send');
  if (replyKeyboard) chat.replyKeyboard = replyKeyboard === 'removed' ? undefined : replyKeyboard;
  const message = postMessage(
    world,
    { chat, authorId: world.bot.id },
    {
      ...content,
      ...(keyboard && { reply_markup: keyboard }),
      ...(params.boolean('protect_content') && { has_protected_content: true as const }),
    },
  );
  return describeMessage(message);
}

/** Throws Telegram's refusal if the bot may not write in a group. Administrators may, but not in a closed topic. */
function checkWriting(world: World, chat: Chat): void {
  const bot = memberOf(chat, world.bot.id);
  if (chat.writing === 'topic_closed' && !may(chat, world.bot.id, 'can_manage_topics'))
    throw badRequest('TOPIC_CLOSED');
  if (chat.writing === 'restricted') throw badRequest('CHAT_RESTRICTED');
  if (bot.status === 'restricted' || (chat.writing === 'administrators' && !isAdmin(bot)))
    throw badRequest('not enough rights to send text messages to the chat');
}

function findWritableChat(world: World, params: Params): Chat {
  const chat = findChat(world, params, 'write');
  if (chat.type === 'channel') {
    const refusal = 'need administrator rights in the channel chat';
    requireRight(world, chat, { right: 'can_post_messages', refusal });
  } else if (chat.type !== 'private') checkWriting(world, chat);
  return chat;
}
