import { randomBytes } from 'node:crypto';
import { describeChat, describeLink, describeUser } from './describe';
import { badRequest } from './errors';
import { changeMember } from './members';
import { isAdmin, isIn, memberOf } from './rights';
import type { Chat, InviteLink } from './types';
import type { World } from './world';

/** user_chat_id: the bot may write to whoever asked to join for five minutes. */
const WRITE_WINDOW_MS = 5 * 60_000;

export type LinkTerms = Pick<InviteLink, 'name' | 'expire_date' | 'member_limit' | 'creates_join_request'>;

/** Refuses terms Telegram refuses. */
export function checkTerms(world: World, terms: LinkTerms): LinkTerms {
  if (terms.creates_join_request && terms.member_limit > 0) {
    throw badRequest("member limit can't be specified for links requiring administrator approval");
  }
  if (terms.member_limit > 99_999) throw badRequest('USAGE_LIMIT_INVALID');
  if (terms.expire_date !== 0 && terms.expire_date <= world.seconds())
    throw badRequest('EXPIRE_DATE_INVALID');
  // tdlib cuts a long name rather than refusing it.
  return { ...terms, name: terms.name.slice(0, 32) };
}

export function createLink(chat: Chat, terms: LinkTerms): InviteLink {
  const invite_link = `https://t.me/+${randomBytes(12).toString('base64url')}`;
  const link: InviteLink = { invite_link, chatId: chat.id, is_revoked: false, joined: 0, ...terms };
  chat.links.set(invite_link, link);
  return link;
}

/** A human opens an invite link: joins, or asks to join. Throws what the client would show. */
export function openInviteLink(world: World, userId: number, inviteLink: string): void {
  const { chat, link } = findUsableLink(world, inviteLink);
  const member = memberOf(chat, userId);
  if (isIn(member)) return;
  // To a banned user every link of the chat looks expired.
  const isBanned =
    member.status === 'kicked' && (member.untilDate === 0 || member.untilDate > world.seconds());
  if (isBanned) throw badRequest('INVITE_HASH_EXPIRED');
  if (link.creates_join_request) {
    askToJoin(world, { chat, link, userId });
    return;
  }
  link.joined += 1;
  changeMember(world, { chat, userId, actorId: userId, status: 'member', link });
}

function findUsableLink(world: World, inviteLink: string): { chat: Chat; link: InviteLink } {
  for (const chat of world.chats.values()) {
    const link = chat.links.get(inviteLink);
    if (link && isUsable(link, world.seconds())) return { chat, link };
  }
  throw badRequest('INVITE_HASH_EXPIRED');
}

function isUsable(link: InviteLink, now: number): boolean {
  if (link.is_revoked || (link.expire_date !== 0 && link.expire_date <= now)) return false;
  return link.member_limit === 0 || link.joined < link.member_limit;
}

function askToJoin(world: World, request: { chat: Chat; link: InviteLink; userId: number }): void {
  const { chat, link, userId } = request;
  // Asking again while a request is open changes nothing and tells nobody.
  if (chat.joinRequests.has(userId)) return;
  const date = world.seconds();
  chat.joinRequests.set(userId, { userId, date, link });
  const bot = memberOf(chat, world.bot.id);
  if (isAdmin(bot) && bot.rights['can_invite_users'] !== false) {
    world.getStanding(userId).mayWriteUntil = world.now() + WRITE_WINDOW_MS;
    world.emit('chat_join_request', {
      chat: describeChat(world, chat),
      from: describeUser(world, world.getUser(userId)),
      user_chat_id: userId,
      date,
      invite_link: describeLink(world, chat, link),
    });
  }
  world.changed();
}
