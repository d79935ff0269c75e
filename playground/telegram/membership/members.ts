import { describeChat, describeLink, describeMember, describeUser } from '../describe';
import { isAdmin, memberOf, rightsOf } from './rights';
import type { Chat, InviteLink, Member, MemberStatus, Rights } from '../types';
import type { World } from '../world';

export interface MemberChange {
  readonly chat: Chat;
  readonly userId: number;
  /** The user, an administrator or the bot. */
  readonly actorId: number;
  readonly status: MemberStatus;
  readonly rights?: Rights | undefined;
  readonly untilDate?: number;
  readonly link?: InviteLink;
}

/** Changes a member's status, and sends the bot an update if Telegram would. */
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
  // A member can't ask again, and the request of a banned user is closed.
  if (after.status !== 'left') chat.joinRequests.delete(userId);
  if (differ(before, after)) emitMemberUpdate(world, change, { before, after });
  world.changed();
}

function differ(before: Member, after: Member): boolean {
  return (
    before.status !== after.status ||
    before.untilDate !== after.untilDate ||
    JSON.stringify(rightsOf(before)) !== JSON.stringify(rightsOf(after))
  );
}

function emitMemberUpdate(
  world: World,
  change: MemberChange,
  { before, after }: Record<'before' | 'after', Member>,
): void {
  const { chat, userId, link } = change;
  const isBot = userId === world.bot.id;
  // The bot gets updates about other members only as an administrator.
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

/** Sends the update for a blocked or unblocked bot, the only membership updates of a private chat. */
export function emitBlockUpdate(world: World, userId: number, isBlocked: boolean): void {
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

/** Sets a member's status for a test or the page. Assumes the likely actor. */
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

export function creatorOf(chat: Chat): number | undefined {
  for (const [userId, member] of chat.members) if (member.status === 'creator') return userId;
  return undefined;
}
