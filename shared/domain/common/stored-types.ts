import { isChannelId, isUserId } from './ids';
import { storableText } from './storable-text';

/** What a field from outside must be so that every column it is stored in takes it. */
export interface StoredType<T> {
  readonly accepts: (value: T) => boolean;
  /** The extremes of what it accepts. A test stores them in each column. */
  readonly edges: readonly T[];
}

const MAX = Number.MAX_SAFE_INTEGER;

const integer = (least: number, most: number): StoredType<number> => ({
  accepts: (value) => Number.isSafeInteger(value) && value >= least && value <= most,
  edges: [least, most],
});

/** A text that Postgres stores as it is, of at most `most` UTF-16 units. */
const text = (most: number): StoredType<string> => ({
  accepts: (value) => value.length <= most && value === storableText(value),
  edges: ['', '\uFFFD', '\uD83D\uDC9D'.repeat(most / 2)],
});

/**
 * The types of the fields that are stored as they come: numbers within a `bigint` and within what JavaScript counts
 * exactly, ids with the sign and size of their columns, texts without NUL and lone surrogates. The lengths are a multiple
 * of the providers' own, and short enough for an index (2704 bytes).
 */
export const STORED = {
  updateId: integer(0, MAX),
  userId: { accepts: isUserId, edges: [1, 2 ** 52] },
  /** A user's private chat, a group or a channel. */
  chatId: integer(-MAX, MAX),
  channelId: { accepts: isChannelId, edges: [-1000, -100_999_999_999_999] },
  /** Zero if Telegram scheduled the message. https://core.telegram.org/bots/api#message */
  messageId: integer(0, MAX),
  /** Up to the year 9999. `timestamptz` ends later, but JavaScript and people read dates up to there. */
  unixSeconds: integer(0, 253_402_300_799),
  /** Of a payment or an invoice at its provider. */
  providerId: integer(1, MAX),
  username: text(64),
  firstName: text(256),
  /** An IETF language tag. */
  languageCode: text(36),
  title: text(256),
  /** A status of a member or of a payment. */
  status: text(64),
  orderId: text(512),
  currency: text(64),
  /** An amount of whole Stars. */
  stars: integer(0, 2 ** 31 - 1),
  /** Telegram's id of a payment in Stars. */
  chargeId: text(512),
  /** Of a payment in Stars: at most 128 bytes. */
  starPayload: text(128),
} as const satisfies Readonly<Record<string, StoredType<number> | StoredType<string>>>;
