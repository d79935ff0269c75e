import { isIn, memberOf } from './rights';
import type { World } from '../world';

/** The most channels and supergroups of a user without Premium (`channels_limit_default`, https://core.telegram.org/api/config). */
const MOST_CHATS = 500;

/** True if Telegram lets a user into no other channel or supergroup. Basic groups don't count. */
export function isInTooManyChats(world: World, userId: number): boolean {
  const elsewhere = world.chatsElsewhere.get(userId) ?? 0;
  // Nobody is in so many chats of a test that it would be worth counting them each time.
  return elsewhere > 0 && elsewhere + chatsHere(world, userId) >= MOST_CHATS;
}

const chatsHere = (world: World, userId: number): number =>
  [...world.chats.values()].filter(
    (chat) =>
      (chat.type === 'channel' || chat.type === 'supergroup') &&
      !chat.isDeleted &&
      isIn(memberOf(chat, userId)),
  ).length;

/** Refuses a user who is in as many chats as Telegram allows, as it refuses them themselves. */
export function requireRoom(world: World, userId: number): void {
  if (isInTooManyChats(world, userId)) throw new Error('CHANNELS_TOO_MUCH');
}

/** Sets in how many chats outside of the simulator a user is. Default: so many that Telegram allows no other one. */
export function setChatsElsewhere(world: World, userId: number, count?: number): void {
  world.chatsElsewhere.set(userId, count ?? MOST_CHATS - chatsHere(world, userId));
  world.changed();
}
