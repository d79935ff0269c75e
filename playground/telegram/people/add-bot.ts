import { isGroup, isIn, may, memberOf } from '../membership/rights';
import { changeMember } from '../membership/members';
import type { Chat } from '../types';
import type { World } from '../world';
import { appointByHand } from './appoint';
import { writeInChat } from './write-in-chat';

interface BotInvitation {
  readonly chat: Chat;
  readonly actorId: number;
}

/** Adds the bot: as an administrator with these rights or, in a group, as a member. Returns the chat's id. */
export function addBot(world: World, { chat, actorId }: BotInvitation, rights: readonly string[]): number {
  if (rights.length > 0 || !isGroup(chat))
    return appointByHand(world, { chat, userId: world.bot.id, actorId }, rights);
  // Only administrators add bots to a public supergroup (td_api.tl, internalLinkTypeBotStartInGroup).
  if (!may(chat, actorId, 'can_invite_users')) throw new Error('CHAT_ADMIN_REQUIRED');
  if (!isIn(memberOf(chat, world.bot.id)))
    changeMember(world, { chat, userId: world.bot.id, actorId, status: 'member' });
  return chat.id;
}

/**
 * Follows a link that asks for a channel or a group. In a group, the client then writes `/start`, with the parameter of the
 * link if it has one (td_api.tl, internalLinkTypeBotStartInGroup). Returns the chat's id.
 */
export function addBotByLink(world: World, { chat, actorId }: BotInvitation, link: string): number {
  const kind = isGroup(chat) ? 'startgroup' : 'startchannel';
  const { searchParams: asked, hostname, pathname } = new URL(link);
  const isBots = pathname.slice(1).toLowerCase() === world.bot.username.toLowerCase();
  if (hostname !== 't.me' || !isBots || !asked.has(kind))
    throw new Error(`${link} does not ask for a ${isGroup(chat) ? 'group' : 'channel'}`);
  // Split at spaces too, because `URLSearchParams` reads a plus sign as a space.
  const rights = (asked.get('admin') ?? '').split(/[ +]/).filter((name) => name !== '');
  const id = addBot(world, { chat, actorId }, rights);
  if (kind === 'startgroup') {
    const words = [`/start@${world.bot.username}`, asked.get(kind) ?? ''].filter((word) => word !== '');
    writeInChat(world, { chat: world.getChat(id), authorId: actorId }, words.join(' '));
  }
  return id;
}
