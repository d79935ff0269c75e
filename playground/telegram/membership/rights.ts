import type { Chat, ChatType, Member, Rights } from '../types';

/** What every administrator is told about, whatever kind of chat it is. `setMember` overrides single ones. */
const COMMON: Rights = {
  can_manage_chat: true,
  can_change_info: true,
  can_delete_messages: true,
  can_invite_users: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_manage_video_chats: true,
  can_post_stories: true,
  can_edit_stories: true,
  can_delete_stories: true,
  can_send_welcome_messages: true,
  is_anonymous: false,
};

/**
 * The rights of a new administrator. Some exist only in channels, others only in groups
 * (https://core.telegram.org/bots/api#chatmemberadministrator).
 */
const DEFAULTS: Readonly<Record<ChatType, Rights>> = {
  private: {},
  channel: { ...COMMON, can_post_messages: true, can_edit_messages: true, can_manage_direct_messages: true },
  supergroup: { ...COMMON, can_pin_messages: true, can_manage_topics: true, can_manage_tags: true },
  group: {
    ...COMMON,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_send_welcome_messages: false,
    can_pin_messages: true,
  },
};

/**
 * The rights of an administrator who was given these. All administrators of a basic group have the same
 * (`DialogParticipantStatus::GroupAdministrator`, tdlib/td DialogParticipant.cpp).
 */
export const givenRights = ({ type }: Chat, given: Rights): Rights =>
  type === 'group' ? DEFAULTS.group : { ...DEFAULTS[type], ...given };

/**
 * The named rights and no others. Names are spelled as in a `t.me` link or as in the Bot API. Rights that this kind of chat
 * does not have are ignored.
 */
export function rightsNamed({ type }: Chat, names: readonly string[]): Rights {
  const wanted = names.map((name) =>
    name === 'anonymous' ? 'is_anonymous' : name.replace(/^(?!can_|is_)/, 'can_'),
  );
  const isGiven = (right: string) => right === 'can_manage_chat' || wanted.includes(right);
  return Object.fromEntries(Object.keys(DEFAULTS[type]).map((right) => [right, isGiven(right)]));
}

/** True if a basic group's administrators have exactly these rights. */
export const areBasicRights = (names: readonly string[]): boolean => {
  const wanted = rightsNamed({ type: 'group' } as Chat, names);
  return Object.entries(DEFAULTS.group).every(([right, isGiven]) => wanted[right] === isGiven);
};

export function memberOf(chat: Chat, userId: number): Member {
  return chat.members.get(userId) ?? { status: 'left', rights: {}, untilDate: 0 };
}

export function isAdmin(member: Member): boolean {
  return member.status === 'creator' || member.status === 'administrator';
}

export function isIn(member: Member): boolean {
  return (
    isAdmin(member) ||
    member.status === 'member' ||
    (member.status === 'restricted' && member.isMember !== false)
  );
}

export function may(chat: Chat, userId: number, right: string): boolean {
  const member = memberOf(chat, userId);
  if (member.status === 'creator') return true;
  return member.status === 'administrator' && member.rights[right] === true;
}

/** True for an administrator of a group who acts as the group itself. */
export const isAnonymous = (chat: Chat, userId: number): boolean =>
  chat.type === 'supergroup' && memberOf(chat, userId).rights['is_anonymous'] === true;

export const isGroup = ({ type }: Pick<Chat, 'type'>): boolean => type === 'group' || type === 'supergroup';
