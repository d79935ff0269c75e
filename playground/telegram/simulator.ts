import type { Person } from './person';
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
  /** Epoch ms, for message dates and expiry. Default Date.now. */
  now?: () => number;
}

export interface TelegramSimulator {
  /** The API root: `${url}/bot<token>/<method>`. */
  readonly url: string;
  /** Oldest first, the last 10,000. */
  readonly calls: readonly RecordedCall[];
  addUser(user: SimUser): void;
  /** The bot is no member until `setMember`. */
  addChannel(channel: { id: number; title: string; username?: string; creatorId: number }): void;
  /** An administrator has every usual right; `rights` overrides single ones. */
  setMember(chatId: number, userId: number, status: MemberStatus, rights?: Record<string, boolean>): void;
  as(userId: number): Person;
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
