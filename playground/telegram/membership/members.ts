import { describeChat, describeLink, describeMember, describeUser } from '../describe';
import { isAdmin, memberOf, rightsOf } from './rights';
import type { Chat, InviteLink, Member, MemberStatus, Rights } from '../types';
import type { World } from '../world';

export interface MemberChange {
  readonly chat: Chat;
  readonly userId: number;
  /** Who did it: the user, an administrator or the bot. */
  readonly actorId: number;
  readonly status: MemberStatus;
  readonly rights?: Rights | undefined;
  readonly untilDate?: number;
  readonly link?: InviteLink;
}

/** Changes a member's status and tells the bot, where Telegram would. */
export function changeMember(world: World, change: MemberChange): void {
  const { chat, userId } = change;
  const before = memberOf(chat, userId);
  const after: Member = {
    status: change.status,
    rights: change.rights ?? (change.status === before.status ? before.rights : {}),
    untilDate: change.untilDate ?? 0,
    change: { actorId: change.actorId, date: world.seconds() },
  };
  chat.members.set(userId, after);
  // Who is in asks no more, and who is banned asks in vain.
  if (after.status !== 'left') chat.joinRequests.delete(userId);
  if (differ(before, after)) announce(world, change, { before, after });
  world.changed();
}

function differ(before: Member, after: Member): boolean {
  return (
    before.status !== after.status ||
    before.untilDate !== after.untilDate ||
    JSON.stringify(rightsOf(before)) !== JSON.stringify(rightsOf(after))
  );
}

function announce(
  world: World,
  change: MemberChange,
  { before, after }: Record<'before' | 'after', Member>,
): void {
  const { chat, userId, link } = change;
  const isBot = userId === world.bot.id;
  // Only administrators are told of other people's comings and goings.
  if (!isBot && !isAdmin(memberOf(chat, world.bot.id))) return;
  world.emit(isBot ? 'my_chat_member' : 'chat_member', {
    chat: describeChat(world, chat),
    from: describeUser(world, world.getUser(change.actorId)),
    date: world.seconds(),
    old_chat_member: describeMember(world, userId, before),
    new_chat_member: describeMember(world, userId, after),
    ...(link && { invite_link: describeLink(world, chat, link) }),
  });
}

/** Blocking and unblocking: the private chat's only membership updates. */
export function announceBlock(world: World, userId: number, isBlocked: boolean): void {
  const [old, next] = isBlocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const);
  const describe = (status: MemberStatus) =>
    describeMember(world, world.bot.id, { status, rights: {}, untilDate: 0 });
  world.emit('my_chat_member', {
    chat: describeChat(world, world.getChat(userId)),
    from: describeUser(world, world.getUser(userId)),
    date: world.seconds(),
    old_chat_member: describe(old),
    new_chat_member: describe(next),
  });
}

/** A test's or the page's word that someone now is something; the likely actor is worked out. */
export function setMember(
  world: World,
  chatId: number,
  member: { userId: number; status: MemberStatus; rights?: Rights },
): void {
  const chat = world.getChat(chatId);
  const { userId, status, rights } = member;
  const byThemselves = userId !== world.bot.id && (status === 'member' || status === 'left');
  changeMember(world, {
    chat,
    userId,
    status,
    rights,
    actorId: byThemselves ? userId : (creatorOf(chat) ?? userId),
  });
}

function creatorOf(chat: Chat): number | undefined {
  for (const [userId, member] of chat.members) if (member.status === 'creator') return userId;
  return undefined;
}
