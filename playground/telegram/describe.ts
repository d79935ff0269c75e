/** How the Bot API writes users, chats, members and links in JSON. */
import type { Chat, ChatRef, InviteLink, Member, SimMessage, SimUser } from './types';
import type { World } from './world';

export function describeUser(world: World, user: SimUser): SimUser & { is_bot: boolean } {
  const { id, first_name, last_name, username, language_code } = user;
  return {
    id,
    is_bot: id === world.bot.id,
    first_name,
    ...(last_name !== undefined && { last_name }),
    ...(username !== undefined && { username }),
    ...(language_code !== undefined && { language_code }),
  };
}

export function describeChat(world: World, chat: Chat): ChatRef {
  const { id, type, title, username } = chat;
  if (type !== 'private') return { id, title, type, ...(username !== undefined && { username }) };
  const user = world.getUser(id);
  return {
    id,
    type,
    first_name: user.first_name,
    ...(user.last_name !== undefined && { last_name: user.last_name }),
    ...(user.username !== undefined && { username: user.username }),
  };
}

/** Copies a message. A photo or a document has a caption but no text. */
export function describeMessage({ text, ...rest }: SimMessage): Omit<SimMessage, 'text'> & { text?: string } {
  return { ...rest, ...(text !== '' && { text }) };
}

/** The simulator's only restriction: to read and not to write. */
const RESTRICTED = {
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_invite_users: false,
  can_pin_messages: false,
} as const;

export function describeMember(world: World, userId: number, member: Member): Record<string, unknown> {
  const user = describeUser(world, world.getUser(userId));
  switch (member.status) {
    case 'creator':
      return { user, status: 'creator', is_anonymous: member.rights['is_anonymous'] === true };
    case 'administrator':
      return { user, status: 'administrator', can_be_edited: false, ...member.rights };
    case 'kicked':
      return { user, status: 'kicked', until_date: member.untilDate };
    case 'restricted':
      return {
        user,
        status: 'restricted',
        is_member: member.isMember !== false,
        until_date: 0,
        ...RESTRICTED,
      };
    case 'member':
    case 'left':
      return { user, status: member.status };
  }
}

export function describeLink(world: World, chat: Chat, link: InviteLink): Record<string, unknown> {
  const pending = [...chat.joinRequests.values()].filter((request) => request.link === link).length;
  return {
    invite_link: link.creatorId === world.bot.id ? link.invite_link : concealed(link.invite_link),
    ...(link.name !== '' && { name: link.name }),
    creator: describeUser(world, world.getUser(link.creatorId)),
    ...(link.expire_date !== 0 && { expire_date: link.expire_date }),
    ...(link.member_limit !== 0 && { member_limit: link.member_limit }),
    ...(pending > 0 && { pending_join_request_count: pending }),
    creates_join_request: link.creates_join_request,
    is_primary: false,
    is_revoked: link.is_revoked,
  };
}

/** The bot sees only the first half of another administrator's link. */
const concealed = (inviteLink: string): string => `${inviteLink.slice(0, -8)}...`;
