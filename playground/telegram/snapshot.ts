import { describeChat, describeLink, describeMember, describeUser } from './describe';
import type { Faults } from './faults';
import { isInTooManyChats } from './membership/chat-limit';
import { botStarsSnapshot, userStarsSnapshot } from './stars/star-snapshot';
import type { StarParts } from './stars/star-parts';
import type { Chat } from './types';
import type { Webhook } from './delivery/webhook';
import type { World } from './world';

/** The whole state, as the page draws it. */
export function takeSnapshot({
  world,
  webhook,
  faults,
  stars,
}: {
  world: World;
  webhook: Webhook;
  faults: Faults;
  stars: StarParts;
}): object {
  return {
    bot: describeUser(world, world.bot),
    users: [...world.users.values()].map((user) => ({
      ...user,
      is_in_too_many_chats: isInTooManyChats(world, user.id),
      stars: userStarsSnapshot(stars, user.id),
    })),
    chats: [...world.chats.values()]
      .filter(({ isDeleted, movedTo }) => !isDeleted && movedTo === undefined)
      .map((chat) => chatSnapshot(world, chat)),
    webhook: webhook.describe(),
    faults: faults.list(),
    pending: webhook.pending,
    stars: botStarsSnapshot(stars),
  };
}

function chatSnapshot(world: World, chat: Chat): object {
  const standing = world.standings.get(chat.id);
  return {
    ...describeChat(world, chat),
    title: chat.title,
    messages: chat.messages,
    members: [...chat.members].map(([userId, member]) => ({
      ...describeMember(world, userId, member),
      ...(member.change && { changed_by: member.change.actorId, changed_at: member.change.date }),
    })),
    join_requests: [...chat.joinRequests.values()].map(({ userId, date, link }) => ({
      from: describeUser(world, world.getUser(userId)),
      date,
      ...(link && { invite_link: link.invite_link }),
    })),
    invite_links: [...chat.links.values()].map((link) => ({
      ...describeLink(world, chat, link),
      invite_link: link.invite_link,
    })),
    ...(chat.linkedChatId !== undefined && { linked_chat_id: chat.linkedChatId }),
    ...(chat.replyKeyboard && { reply_keyboard: chat.replyKeyboard }),
    ...(standing && { started: standing.started, blocked: standing.blocked }),
  };
}
