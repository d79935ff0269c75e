import type { StoredFile } from './files';
import type { Person } from './people/person';
import type { FetchInProcess } from './wire/answer-bot';
import type { Fault } from './faults';
import type { StarsOptions, TelegramStars } from './stars/stars';
import type { MemberStatus, RecordedCall, SimMessage, SimUser, Writing } from './types';

export interface TelegramSimulatorOptions extends StarsOptions {
  /** Default 0: any free port. Always on 127.0.0.1. */
  port?: number;
  botToken: string;
  /** Without @. */
  botUsername: string;
  /** Whether calls above Telegram's rates are answered 429. Default true. */
  limits?: boolean;
  /** Multiplies the delays between webhook retries. Default 1. */
  retryDelayScale?: number;
  /** The page's origin, which may call /sim/*. */
  allowedOrigin?: string;
  /** Called each time a call meets a fault. */
  onFault?: () => void;
  /** How many of the latest calls `calls` keeps. Default 10,000. */
  keptCalls?: number;
  /**
   * Epoch ms, for message dates, expiry, the 48 hours and the rates. This clock may jump or run fast. Only the webhook's
   * retries use the real clock (`retryDelayScale`). Default Date.now.
   */
  now?: () => number;
}

export interface TelegramSimulator {
  /** The API root: `${url}/bot<token>/<method>`. */
  readonly url: string;
  /** In place of `fetch`, for a client in the same process that sends no files: answers what `url` would. */
  readonly fetch: FetchInProcess;
  /** The latest `keptCalls`, oldest first. */
  readonly calls: readonly RecordedCall[];
  /** `hasStarted`: the bot may write to them, although they have not written here. */
  addUser(user: SimUser & { readonly hasStarted?: boolean }): void;
  /** Adds a channel without the bot, which joins by `setMember`. */
  addChannel(channel: { id: number; title: string; username?: string; creatorId: number }): void;
  /** Adds a group without the bot: a supergroup if its id begins with -100. */
  addGroup(group: { id: number; title: string; username?: string; creatorId: number }): void;
  /** Turns a group into a supergroup, as its creator does. Returns the new id. */
  upgradeGroup(chatId: number): number;
  /** Links a channel and its discussion group, each with the other; `undefined` unlinks. */
  linkChats(channelId: number, groupId: number | undefined): void;
  /** Sets who may write in a group. Telegram tells the bot nothing. */
  setWriting(chatId: number, writing: Writing): void;
  /** Deletes a channel or a group. Telegram tells the bot nothing. */
  deleteChat(chatId: number): void;
  /** Gives an administrator the default rights, except for those in `rights`. */
  setMember(chatId: number, userId: number, status: MemberStatus, rights?: Record<string, boolean>): void;
  as(userId: number): Person;
  /** Stars: what Telegram does with them, and what a test may look at. */
  readonly stars: TelegramStars;
  /** How many calls were answered 429 because of Telegram's rates. */
  refusals429(): number;
  /** The update with this id, if it is one of the latest. */
  update(updateId: number): object | undefined;
  /** The uploaded file with this `file_id`. */
  file(fileId: string): StoredFile | undefined;
  /** The chat's current messages, oldest first. A private chat has the id of its user. */
  messages(chatId: number): readonly SimMessage[];
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Queues a raw update, regardless of allowed_updates. Resolves when it was acknowledged or dropped. */
  deliver(update: object): Promise<void>;
  pendingUpdates(): number;
  drained(timeoutMs?: number): Promise<void>;
  onChange(listener: () => void): () => void;
  snapshot(): object;
  close(): Promise<void>;
}
