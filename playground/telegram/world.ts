import { randomInt } from 'node:crypto';
import { Files } from './files';
import type { Chat, ChatRef, SimUser, Standing } from './types';

export type UpdateBody = Readonly<Record<string, unknown>>;
export interface Bot extends SimUser {
  readonly username: string;
}

/** The state of the simulator: users, chats and the one bot. Every change calls the listeners. */
export class World {
  readonly bot: Bot;
  readonly now: () => number;
  readonly users = new Map<number, SimUser>();
  readonly chats = new Map<number, Chat>();
  readonly standings = new Map<number, Standing>();
  /** In how many chats outside of the simulator a user is. Absent: none. */
  readonly chatsElsewhere = new Map<number, number>();
  readonly files = new Files();
  /** What the bot says about itself, by `<text>:<two letters of a language, or none>`. */
  readonly profile = new Map<string, unknown>();
  /** Emits an update, which may arrive more than once. The webhook replaces this function. */
  emit: (type: string, body: UpdateBody, copies?: number) => void = () => undefined;
  private readonly listeners = new Set<() => void>();
  /** All private chats share one sequence of message ids, as for a real account. */
  private lastPrivateMessageId = 0;

  constructor(options: { botToken: string; botUsername: string; now: () => number }) {
    const id = Number(options.botToken.split(':')[0]);
    this.bot = { id, first_name: options.botUsername, username: options.botUsername };
    this.now = options.now;
  }

  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  addUser({ hasStarted = false, ...user }: SimUser & { readonly hasStarted?: boolean }): void {
    this.users.set(user.id, user);
    if (!this.chats.has(user.id)) {
      this.chats.set(user.id, emptyChat({ id: user.id, type: 'private', title: user.first_name }));
      this.standings.set(user.id, {
        started: hasStarted,
        blocked: false,
        deactivated: false,
        mayWriteUntil: 0,
      });
    }
    this.changed();
  }

  addChannel(channel: { id: number; title: string; username?: string; creatorId: number }): void {
    const chat = emptyChat({ ...channel, type: 'channel' });
    chat.members.set(channel.creatorId, { status: 'creator', rights: {}, untilDate: 0 });
    this.chats.set(channel.id, chat);
    this.changed();
  }

  /** Adds a group without the bot. Telegram's ids of supergroups begin with -100, those of groups don't. */
  addGroup(group: { id: number; title: string; username?: string; creatorId: number }): void {
    const chat = emptyChat({ ...group, type: /^-100\d{10}/.test(String(group.id)) ? 'supergroup' : 'group' });
    chat.members.set(group.creatorId, { status: 'creator', rights: {}, untilDate: 0 });
    this.chats.set(group.id, chat);
    this.changed();
  }

  /** The public channel or supergroup with this name, given without @. */
  findPublicChat(username: string): Chat | undefined {
    const wanted = username.toLowerCase();
    for (const chat of this.chats.values()) {
      if (chat.type !== 'private' && chat.username?.toLowerCase() === wanted) return chat;
    }
    return undefined;
  }

  /** The chat with this id. Throws if it was never added. */
  getChat(chatId: number): Chat {
    const chat = this.chats.get(chatId);
    if (!chat) throw new Error(`No chat ${chatId} in the simulator`);
    return chat;
  }

  getUser(userId: number): SimUser {
    const user = userId === this.bot.id ? this.bot : this.users.get(userId);
    if (!user) throw new Error(`No user ${userId} in the simulator`);
    return user;
  }

  getStanding(userId: number): Standing {
    const standing = this.standings.get(userId);
    if (!standing) throw new Error(`No user ${userId} in the simulator`);
    return standing;
  }

  nextMessageId(chat: Chat): number {
    if (chat.type === 'private') return ++this.lastPrivateMessageId;
    return ++chat.lastMessageId;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }
}

function emptyChat(chat: Pick<ChatRef, 'id' | 'type'> & { title: string; username?: string }): Chat {
  return {
    id: chat.id,
    type: chat.type,
    title: chat.title,
    username: chat.username,
    // Telegram's chat_instance is an opaque 64-bit number in text.
    instance: `${randomInt(1, 2 ** 31)}${randomInt(10 ** 8, 10 ** 9)}`,
    lastMessageId: 0,
    messages: [],
    authors: new Map(),
    members: new Map(),
    links: new Map(),
    joinRequests: new Map(),
    writing: 'everybody',
    isJoinedByRequest: false,
    replyKeyboard: undefined,
    isDeleted: false,
    linkedChatId: undefined,
    movedTo: undefined,
  };
}
