import { describeChat, describeLink, describeMember, describeUser } from '../describe';
import { announceMember } from './announce-member';
import { givenRights, isAdmin, isAnonymous, memberOf } from './rights';
import { GROUP_ANONYMOUS_BOT } from '../post-message';
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
  /** Restricted and not in the chat: false. */
  readonly isMember?: boolean;
  readonly link?: InviteLink | undefined;
  /** They asked to join a public group, without a link. */
  readonly isByRequest?: boolean;
  /** Nobody says in the group that they came. */
  readonly isSilent?: boolean;
}

/** Changes a member's status, and sends the bot an update if Telegram would. */
export function changeMember(world: World, change: MemberChange): void {
  const { chat, userId } = change;
  const before = memberOf(chat, userId);
  const after: Member = {
    status: change.status,
    rights: rightsAfter(change, before),
    untilDate: change.untilDate ?? 0,
    ...(change.isMember !== undefined && { isMember: change.isMember }),
    change: { actorId: change.actorId, date: world.seconds() },
  };
  chat.members.set(userId, after);
  // A member can't ask again, and the request of a banned user is closed.
  if (after.status !== 'left') chat.joinRequests.delete(userId);
  if (differ(before, after)) emitMemberUpdate(world, change, { before, after });
  if (change.isSilent !== true) announceMember(world, change, { before, after });
  world.changed();
}

/** A new administrator has the default rights, except for those that are given. */
function rightsAfter({ chat, status, rights }: MemberChange, before: Member): Rights {
  const given = rights ?? (status === before.status ? before.rights : {});
  return status === 'administrator' ? givenRights(chat, given) : given;
}

/** Lets a user in. A restriction outlasts leaving: https://core.telegram.org/bots/api#chatmemberrestricted (`is_member`). */
export function admit(world: World, change: Omit<MemberChange, 'status'>): void {
  const isRestricted = memberOf(change.chat, change.userId).status === 'restricted';
  changeMember(world, { ...change, status: isRestricted ? 'restricted' : 'member' });
}

/** A user leaves by themselves. */
export function leave(world: World, chat: Chat, userId: number): void {
  const isRestricted = memberOf(chat, userId).status === 'restricted';
  const status = isRestricted ? 'restricted' : 'left';
  changeMember(world, { chat, userId, actorId: userId, status, ...(isRestricted && { isMember: false }) });
}

function differ(before: Member, after: Member): boolean {
  return (
    before.status !== after.status ||
    before.untilDate !== after.untilDate ||
    before.isMember !== after.isMember ||
    JSON.stringify(before.rights) !== JSON.stringify(after.rights)
  );
}

function emitMemberUpdate(
  world: World,
  change: MemberChange,
  { before, after }: Record<'before' | 'after', Member>,
): void {
  const { chat, userId, actorId, link } = change;
  const isBot = userId === world.bot.id;
  // The bot gets updates about other members only as an administrator.
  if (!isBot && !isAdmin(memberOf(chat, world.bot.id))) return;
  world.emit(isBot ? 'my_chat_member' : 'chat_member', {
    chat: describeChat(world, chat),
    // A guess: an anonymous administrator acts as in a message, as the group.
    from: isAnonymous(chat, actorId) ? GROUP_ANONYMOUS_BOT : describeUser(world, world.getUser(actorId)),
    date: world.seconds(),
    old_chat_member: describeMember(world, userId, before),
    new_chat_member: describeMember(world, userId, after),
    ...(link && { invite_link: describeLink(world, chat, link) }),
    ...(change.isByRequest === true && { via_join_request: true }),
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
