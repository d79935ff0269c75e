import { describeMessage, describeUser } from '../describe';
import { postMessage } from '../post-message';
import { isGroup, isIn, memberOf } from './rights';
import type { Chat, Member } from '../types';
import type { World } from '../world';

/**
 * Says in a group who came and who left. Bots get all service messages (https://core.telegram.org/bots/features#privacy-mode),
 * also about members that they removed themselves (telegram-bot-api, Client.cpp, need_skip_update_message).
 */
export function announceMember(
  world: World,
  { chat, userId, actorId }: { chat: Chat; userId: number; actorId: number },
  { before, after }: Record<'before' | 'after', Member>,
): void {
  if (!isGroup(chat) || isIn(before) === isIn(after)) return;
  const user = describeUser(world, world.getUser(userId));
  const message = postMessage(
    world,
    { chat, authorId: actorId },
    { text: '', ...(isIn(after) ? { new_chat_members: [user] } : { left_chat_member: user }) },
  );
  if (isIn(memberOf(chat, world.bot.id))) world.emit('message', describeMessage(message));
}
