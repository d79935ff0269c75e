import type { Chat, Member, Rights } from '../types';

/** The default rights of a channel administrator. `setMember` overrides single ones. */
const CHANNEL_RIGHTS: Rights = {
  can_manage_chat: true,
  can_change_info: true,
  can_post_messages: true,
  can_edit_messages: true,
  can_delete_messages: true,
  can_invite_users: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_manage_video_chats: true,
  can_post_stories: true,
  can_edit_stories: true,
  can_delete_stories: true,
  can_manage_direct_messages: true,
  can_send_welcome_messages: true,
  is_anonymous: false,
};

/**
 * The named rights and no others. Names are spelled as in a `t.me` link or as in the Bot API. Rights that exist only in
 * groups (`pin_messages`, `manage_topics`) are ignored.
 */
export function rightsNamed(names: readonly string[]): Rights {
  const wanted = names.map((name) =>
    name === 'anonymous' ? 'is_anonymous' : name.replace(/^(?!can_|is_)/, 'can_'),
  );
  const isGiven = (right: string) => right === 'can_manage_chat' || wanted.includes(right);
  return Object.fromEntries(Object.keys(CHANNEL_RIGHTS).map((right) => [right, isGiven(right)]));
}

export function rightsOf(member: Member): Rights {
  return { ...CHANNEL_RIGHTS, ...member.rights };
}

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
  return member.status === 'administrator' && rightsOf(member)[right] === true;
}
