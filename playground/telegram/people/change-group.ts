import { randomInt } from 'node:crypto';
import { describeMessage } from '../describe';
import { postMessage } from '../post-message';
import { requireRoom } from '../membership/chat-limit';
import { changeMember } from '../membership/members';
import { isIn, may, memberOf } from '../membership/rights';
import type { Writing } from '../types';
import type { World } from '../world';

/** Random, because the bot remembers the chats of an earlier run. */
const newSupergroupId = (): number => -(1_000_000_000_000 + randomInt(10 ** 9, 2 ** 32));

/**
 * Turns a group into a supergroup with another id, as Telegram does when its owner makes it public or grants a right that
 * only supergroups have. The bot is told that it was added to the supergroup, never that it left the group, and both chats
 * get a service message (tdlib/telegram-bot-api#266, InsanusMokrassar/ktgbotapi#514). Returns the new id.
 */
export function upgradeGroup(world: World, chatId: number, actorId: number): number {
  const group = world.getChat(chatId);
  if (group.type !== 'group' || group.movedTo !== undefined) throw new Error('CHAT_INVALID');
  // https://core.telegram.org/method/messages.migrateChat
  requireRoom(world, actorId);
  const id = newSupergroupId();
  world.addGroup({ id, title: group.title, creatorId: actorId });
  const supergroup = world.getChat(id);
  for (const [userId, member] of group.members) supergroup.members.set(userId, member);
  supergroup.members.delete(world.bot.id);
  supergroup.writing = group.writing;
  supergroup.linkedChatId = group.linkedChatId;
  const bot = memberOf(group, world.bot.id);
  const isHeard = isIn(bot);
  if (isHeard)
    changeMember(world, { ...bot, chat: supergroup, userId: world.bot.id, actorId, isSilent: true });
  const left = postMessage(world, { chat: group, authorId: actorId }, { text: '', migrate_to_chat_id: id });
  const came = postMessage(
    world,
    { chat: supergroup, authorId: null },
    { text: '', migrate_from_chat_id: chatId },
  );
  group.movedTo = id;
  if (isHeard) for (const message of [left, came]) world.emit('message', describeMessage(message));
  world.changed();
  return id;
}

/** Makes a supergroup the discussion group of a channel, or unlinks it (`undefined`). Telegram tells the bot nothing. */
export function linkChats(world: World, channelId: number, groupId: number | undefined): void {
  const channel = world.getChat(channelId);
  const group = groupId === undefined ? undefined : world.getChat(groupId);
  // A basic group is upgraded first: https://core.telegram.org/method/channels.setDiscussionGroup
  if (channel.type !== 'channel') throw new Error('BROADCAST_ID_INVALID');
  if (group !== undefined && group.type !== 'supergroup') throw new Error('MEGAGROUP_ID_INVALID');
  for (const linked of [channel.linkedChatId, group?.linkedChatId])
    if (linked !== undefined) world.getChat(linked).linkedChatId = undefined;
  channel.linkedChatId = groupId;
  if (group !== undefined) group.linkedChatId = channelId;
  world.changed();
}

/** Links a group of the user's to a channel. They must be an administrator in both. */
export function linkOwnChats(
  world: World,
  actorId: number,
  [channelId, groupId]: readonly [number, number | undefined],
): void {
  for (const chatId of [channelId, groupId])
    if (chatId !== undefined && !may(world.getChat(chatId), actorId, 'can_change_info'))
      throw new Error('CHAT_ADMIN_REQUIRED');
  linkChats(world, channelId, groupId);
}

/** Sets who may write in a group. Telegram tells the bot nothing. */
export function setWriting(world: World, chatId: number, writing: Writing): void {
  world.getChat(chatId).writing = writing;
  world.changed();
}

/** Deletes a chat. Telegram tells the bot nothing; every call about the chat fails from then on. */
export function deleteChat(world: World, chatId: number): void {
  world.getChat(chatId).isDeleted = true;
  world.changed();
}
