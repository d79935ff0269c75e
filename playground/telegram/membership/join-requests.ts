import { describeChat, describeLink, describeUser } from '../describe';
import { badRequest } from '../wire/errors';
import { isInTooManyChats } from './chat-limit';
import { admit } from './members';
import { isIn, may, memberOf } from './rights';
import type { Chat, InviteLink, JoinRequest } from '../types';
import type { World } from '../world';

/** How long the bot may write to a user (user_chat_id) after a join request, unless it is answered earlier. */
const WRITE_WINDOW_MS = 5 * 60_000;

export function requestToJoin(
  world: World,
  request: { chat: Chat; link: InviteLink | undefined; userId: number },
): void {
  const { chat, link, userId } = request;
  // A second request while one is open changes nothing and sends no update.
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
      ...(link && { invite_link: describeLink(world, chat, link) }),
    });
  }
  world.changed();
}

/** An open request that `actorId` is about to answer. */
export interface AnsweredRequest {
  readonly chat: Chat;
  readonly request: JoinRequest;
  readonly actorId: number;
}

/**
 * Lets the user in. The update names the link and not `via_join_request`, which is for requests without a link. Only
 * public chats accept those. A request that is refused because of the limit of chats stays open.
 * https://core.telegram.org/method/messages.hideChatJoinRequest: 403, which the Bot API answers as 400.
 */
export function approve(world: World, { chat, request, actorId }: AnsweredRequest): void {
  const { userId, link } = request;
  if (isInTooManyChats(world, userId)) throw badRequest('USER_CHANNELS_TOO_MUCH');
  close(world, chat, request);
  if (link) link.joined += 1;
  admit(world, { chat, userId, actorId, link, isByRequest: link === undefined });
}

/** Closes the request without an update. The user can ask again by the same link. */
export function decline(world: World, { chat, request }: AnsweredRequest): void {
  close(world, chat, request);
  world.changed();
}

function close(world: World, chat: Chat, { userId }: JoinRequest): void {
  chat.joinRequests.delete(userId);
  world.getStanding(userId).mayWriteUntil = 0;
}

/** A user's standing in a chat: member, waiting for an answer, or neither. */
export function standingIn(chat: Chat, userId: number): 'in' | 'pending' | 'out' {
  if (isIn(memberOf(chat, userId))) return 'in';
  return chat.joinRequests.has(userId) ? 'pending' : 'out';
}
