import { describeChat, describeLink, describeUser } from '../describe';
import { changeMember } from './members';
import { may, memberOf } from './rights';
import type { Chat, InviteLink, JoinRequest } from '../types';
import type { World } from '../world';

/** user_chat_id: the bot may write to whoever asked to join for five minutes, or until somebody answered. */
const WRITE_WINDOW_MS = 5 * 60_000;

export function askToJoin(world: World, request: { chat: Chat; link: InviteLink; userId: number }): void {
  const { chat, link, userId } = request;
  // Asking again while a request is open changes nothing and tells nobody.
  if (chat.joinRequests.has(userId)) return;
  const date = world.seconds();
  chat.joinRequests.set(userId, { userId, date, link });
  if (may(chat, world.bot.id, 'can_invite_users')) {
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

/** An open request, about to be answered by `actorId`. */
export interface Answering {
  readonly chat: Chat;
  readonly request: JoinRequest;
  readonly actorId: number;
}

/**
 * Lets in who asked. The member is said to have come by the link; `via_join_request` is kept for requests without one,
 * which only public chats take.
 */
export function approve(world: World, { chat, request, actorId }: Answering): void {
  close(world, chat, request);
  request.link.joined += 1;
  changeMember(world, { chat, userId: request.userId, actorId, status: 'member', link: request.link });
}

/** Tells nobody, and closes nothing but the request: the link can be opened, and asked by, again. */
export function decline(world: World, { chat, request }: Answering): void {
  close(world, chat, request);
  world.changed();
}

function close(world: World, chat: Chat, { userId }: JoinRequest): void {
  chat.joinRequests.delete(userId);
  world.getStanding(userId).mayWriteUntil = 0;
}

/** Where a user stands with a chat they may have asked to join. */
export function standingIn(chat: Chat, userId: number): 'in' | 'pending' | 'out' {
  if (['member', 'administrator', 'creator'].includes(memberOf(chat, userId).status)) return 'in';
  return chat.joinRequests.has(userId) ? 'pending' : 'out';
}
