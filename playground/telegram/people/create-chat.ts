import { randomInt } from 'node:crypto';
import { requireRoom } from '../membership/chat-limit';
import { memberOf } from '../membership/rights';
import type { World } from '../world';
import { upgradeGroup } from './change-group';

export interface NewChannel {
  readonly title: string;
  /** Without @. Absent or empty: a private channel. */
  readonly username?: string;
}

export interface NewGroup extends NewChannel {
  /** A public group is one anyway. */
  readonly isSupergroup?: boolean;
}

const MAX_TITLE = 128;
const USERNAME = /^[a-z][a-z0-9_]{3,30}[a-z0-9]$/i;

/** Creates a channel that the user owns. Returns its id. Throws the error that the client would show. */
export function createChannel(world: World, creatorId: number, { title, username = '' }: NewChannel): number {
  const name = readTitle(title);
  if (username !== '') checkUsername(world, username);
  requireRoom(world, creatorId);
  const id = newId(world, 1_000_000_000_000);
  world.addChannel({ id, title: name, creatorId, ...(username !== '' && { username }) });
  return id;
}

/** Creates a group that the user owns. Like every new group, it is a basic one at first. Returns its id. */
export function createGroup(world: World, creatorId: number, group: NewGroup): number {
  const { title, username = '', isSupergroup = false } = group;
  const name = readTitle(title);
  if (username !== '') checkUsername(world, username);
  const id = newId(world, 0);
  world.addGroup({ id, title: name, creatorId });
  if (username !== '') return setUsername(world, creatorId, { chatId: id, username });
  return isSupergroup ? upgradeGroup(world, id, creatorId) : id;
}

/**
 * Makes a channel or a group public by a name, or private. A basic group becomes a supergroup first, as in every client.
 * Returns the chat's id.
 */
export function setUsername(
  world: World,
  actorId: number,
  { chatId, username }: { readonly chatId: number; readonly username: string | undefined },
): number {
  const chat = world.getChat(chatId);
  if (memberOf(chat, actorId).status !== 'creator') throw new Error('CHAT_ADMIN_REQUIRED');
  if (username !== undefined && username !== chat.username) checkUsername(world, username);
  const id = chat.type === 'group' ? upgradeGroup(world, chatId, actorId) : chatId;
  world.getChat(id).username = username;
  world.changed();
  return id;
}

function readTitle(title: string): string {
  const name = title.trim();
  if (name === '' || name.length > MAX_TITLE) throw new Error('CHAT_TITLE_EMPTY');
  return name;
}

/** Throws the error that the client would show if nobody can have this name. */
function checkUsername(world: World, username: string): void {
  if (!USERNAME.test(username)) throw new Error('USERNAME_INVALID');
  const names = [world.bot, ...world.users.values()].map((user) => user.username?.toLowerCase());
  if (names.includes(username.toLowerCase()) || world.findPublicChat(username))
    throw new Error('USERNAME_OCCUPIED');
}

/** Random, because the bot remembers the chats of an earlier run. */
function newId(world: World, above: number): number {
  const id = -(above + randomInt(10 ** 9, 2 ** 32));
  return world.chats.has(id) ? newId(world, above) : id;
}
