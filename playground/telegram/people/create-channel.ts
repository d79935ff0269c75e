import { randomInt } from 'node:crypto';
import type { World } from '../world';

export interface NewChannel {
  readonly title: string;
  /** Without @. Absent or empty: a private channel. */
  readonly username?: string;
}

const MAX_TITLE = 128;
const USERNAME = /^[a-z][a-z0-9_]{3,30}[a-z0-9]$/i;

/** Creates a channel that the user owns. Returns its id. Throws the error that the client would show. */
export function createChannel(world: World, creatorId: number, { title, username = '' }: NewChannel): number {
  const name = title.trim();
  if (name === '' || name.length > MAX_TITLE) throw new Error('CHAT_TITLE_EMPTY');
  if (username !== '') checkUsername(world, username);
  const id = newId(world);
  world.addChannel({ id, title: name, creatorId, ...(username !== '' && { username }) });
  return id;
}

/** Throws the error that the client would show if nobody can have this name. */
export function checkUsername(world: World, username: string): void {
  if (!USERNAME.test(username)) throw new Error('USERNAME_INVALID');
  const names = [world.bot, ...world.users.values()].map((user) => user.username?.toLowerCase());
  if (names.includes(username.toLowerCase()) || world.findChannel(username))
    throw new Error('USERNAME_OCCUPIED');
}

/** Random, because the bot remembers the channels of an earlier run. */
function newId(world: World): number {
  const id = -(1_000_000_000_000 + randomInt(10 ** 9, 2 ** 32));
  return world.chats.has(id) ? newId(world) : id;
}
