import { randomBytes } from 'node:crypto';
import { badRequest } from '../wire/errors';
import { requestToJoin, standingIn } from './join-requests';
import { requireRoom } from './chat-limit';
import { admit } from './members';
import { isIn, memberOf } from './rights';
import type { Chat, ChatType, InviteLink } from '../types';
import type { World } from '../world';

/** In characters, not UTF-16 units. */
const MAX_NAME_LENGTH = 32;
/** A signed 32-bit integer, in seconds. */
const LAST_EXPIRE_DATE = 2 ** 31 - 1;

export type LinkTerms = Pick<InviteLink, 'name' | 'expire_date' | 'member_limit' | 'creates_join_request'>;

/** Refuses the terms that Telegram refuses. */
export function checkTerms(world: World, terms: LinkTerms): LinkTerms {
  if (terms.creates_join_request && terms.member_limit > 0) {
    throw badRequest("member limit can't be specified for links requiring administrator approval");
  }
  if (terms.member_limit > 99_999) throw badRequest('USAGE_LIMIT_INVALID');
  const { expire_date } = terms;
  // The server reads a bigger number modulo 2^32 (`td::to_integer<int32>`), so a link that should end never does. This is stricter.
  if (expire_date !== 0 && (expire_date <= world.seconds() || expire_date > LAST_EXPIRE_DATE))
    throw badRequest('EXPIRE_DATE_INVALID');
  // tdlib shortens a long name instead of refusing it.
  return { ...terms, name: Array.from(terms.name).slice(0, MAX_NAME_LENGTH).join('') };
}

export function createLink(chat: Chat, terms: LinkTerms & { readonly creatorId: number }): InviteLink {
  const invite_link = `https://t.me/+${randomBytes(12).toString('base64url')}`;
  const link: InviteLink = { invite_link, chatId: chat.id, is_revoked: false, joined: 0, ...terms };
  chat.links.set(invite_link, link);
  return link;
}

/** What the client shows of a chat before the user joins. */
export interface Invitation {
  readonly chatId: number;
  readonly type: ChatType;
  readonly title: string;
  readonly memberCount: number;
  readonly createsJoinRequest: boolean;
  readonly standing: 'in' | 'pending' | 'out';
}

/** Previews an invite link for a user, without joining. Throws the error that the client would show. */
export function readInvitation(world: World, userId: number, inviteLink: string): Invitation {
  const { chat, link } = findLinkFor(world, userId, inviteLink);
  return {
    chatId: chat.id,
    type: chat.type,
    title: chat.title,
    memberCount: [...chat.members.values()].filter(isIn).length,
    createsJoinRequest: link.creates_join_request,
    standing: standingIn(chat, userId),
  };
}

/** Joins by an invite link, or asks to join. Throws the error that the client would show. */
export function openInviteLink(world: World, userId: number, inviteLink: string): void {
  const { chat, link } = findLinkFor(world, userId, inviteLink);
  if (isIn(memberOf(chat, userId))) return;
  if (link.creates_join_request) {
    requestToJoin(world, { chat, link, userId });
    return;
  }
  if (chat.type !== 'group') requireRoom(world, userId);
  link.joined += 1;
  admit(world, { chat, userId, actorId: userId, link });
}

/** Joins a public chat by its name, or asks to. Throws the error that the client would show. */
export function joinPublicChat(world: World, userId: number, chatId: number): void {
  const chat = world.getChat(chatId);
  if (chat.username === undefined || chat.isDeleted) throw badRequest('CHANNEL_PRIVATE');
  if (isBanned(world, chat, userId)) throw badRequest('USER_BANNED_IN_CHANNEL');
  if (isIn(memberOf(chat, userId))) return;
  if (chat.isJoinedByRequest) {
    requestToJoin(world, { chat, link: undefined, userId });
    return;
  }
  requireRoom(world, userId);
  admit(world, { chat, userId, actorId: userId });
}

function isBanned(world: World, chat: Chat, userId: number): boolean {
  const { status, untilDate } = memberOf(chat, userId);
  return status === 'kicked' && (untilDate === 0 || untilDate > world.seconds());
}

function findLinkFor(world: World, userId: number, inviteLink: string): { chat: Chat; link: InviteLink } {
  const found = findUsableLink(world, inviteLink);
  // Every link of the chat looks expired to a banned user.
  if (isBanned(world, found.chat, userId)) throw badRequest('INVITE_HASH_EXPIRED');
  return found;
}

function findUsableLink(world: World, inviteLink: string): { chat: Chat; link: InviteLink } {
  for (const chat of world.chats.values()) {
    if (chat.type === 'private') continue;
    const link = chat.links.get(inviteLink);
    // The links of a group end with its upgrade.
    if (link && chat.movedTo === undefined && isUsable(link, world.seconds())) return { chat, link };
  }
  throw badRequest('INVITE_HASH_EXPIRED');
}

function isUsable(link: InviteLink, now: number): boolean {
  if (link.is_revoked || (link.expire_date !== 0 && link.expire_date <= now)) return false;
  return link.member_limit === 0 || link.joined < link.member_limit;
}
