import type { StoredFile } from './files';
import type { Person } from './people/person';
import type { Fault, MemberStatus, RecordedCall, SimMessage, SimUser } from './types';

export interface TelegramSimulatorOptions {
  /** Default 0: any free port. Always on 127.0.0.1. */
  port?: number;
  botToken: string;
  /** Without @. */
  botUsername: string;
  /** Telegram's rates, answered with 429. Default true. */
  limits?: boolean;
  /** Multiplies the delays between webhook retries. Default 1. */
  retryDelayScale?: number;
  /** The page's origin, which may call /sim/*. */
  allowedOrigin?: string;
  /** How many calls are kept in `calls`; the oldest go first. Default 10,000. */
  keptCalls?: number;
  /**
   * Epoch ms, for message dates, expiry, the 48 hours and the rates. It may be moved, and may run faster than the wall;
   * retries of the webhook alone go by the wall (`retryDelayScale`). Default Date.now.
   */
  now?: () => number;
}

export interface TelegramSimulator {
  /** The API root: `${url}/bot<token>/<method>`. */
  readonly url: string;
  /** Oldest first, the last `keptCalls`. */
  readonly calls: readonly RecordedCall[];
  addUser(user: SimUser): void;
  /** The bot is no member until `setMember`. */
  addChannel(channel: { id: number; title: string; username?: string; creatorId: number }): void;
  /** An administrator has every usual right; `rights` overrides single ones. */
  setMember(chatId: number, userId: number, status: MemberStatus, rights?: Record<string, boolean>): void;
  as(userId: number): Person;
  /** How many times a call was answered 429 because of Telegram's rates. */
  refusals429(): number;
  /** What was uploaded under that `file_id`. */
  file(fileId: string): StoredFile | undefined;
  /** What is in the chat now, oldest first. A private chat's id is the user's. */
  messages(chatId: number): readonly SimMessage[];
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Queues a raw update, whatever allowed_updates says; resolves once it was acknowledged or dropped. */
  deliver(update: object): Promise<void>;
  pendingUpdates(): number;
  drained(timeoutMs?: number): Promise<void>;
  onChange(listener: () => void): () => void;
  snapshot(): object;
  close(): Promise<void>;
}
