import * as z from 'zod';
import { isChannelId, isUserId, type Cents, type OpenChannelId } from '../domain/common/ids';
import { decimalOf, parseUsd } from '../domain/common/money';
import { storableText } from '../domain/common/storable-text';

// Services are written in many languages, and what is a number to one is a text to another: each is read as either.
const scalar = z.union([z.string(), z.number()]);
type Reader<T> = (value: string | number) => T | undefined;

/** A field that must be there and be readable. */
const required = <T>(read: Reader<T>) =>
  scalar.transform((value, context): T => {
    const found = read(value);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: 'makes no sense' });
    return z.NEVER;
  });

/** A field that may be absent, null or blank, and must be readable if it is there. */
const optional = <T>(read: Reader<T>) =>
  scalar.nullish().transform((value, context): T | null => {
    if (value === undefined || value === null || value === '') return null;
    const found = read(value);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: 'makes no sense' });
    return z.NEVER;
  });

function integerOf(value: string | number): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

const integerThat =
  (isValid: (value: number) => boolean): Reader<number> =>
  (value) => {
    const integer = integerOf(value);
    return integer !== undefined && isValid(integer) ? integer : undefined;
  };

const wordLike =
  (pattern: RegExp): Reader<string> =>
  (value) =>
    pattern.test(String(value)) ? String(value) : undefined;

/** Whole cents of an amount in dollars; a caller may send more decimals than money has. */
const centsOf: Reader<Cents> = (value) => {
  const decimal = decimalOf(value);
  return decimal === undefined ? undefined : parseUsd(decimal.replace(/(\.\d\d)\d+$/, '$1'));
};

// Eleven digits: a caller who counts in milliseconds is told so, and is not shown to an owner as the year 58056.
const UNIX_SECONDS = /^\d{1,11}(?:\.\d+)?$/;
const ISO_8601 = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)?)?$/;

/** ISO 8601 in UTC of Unix seconds, or of ISO 8601. A time that names no zone is UTC, wherever this runs. */
const instantOf: Reader<string> = (value) => {
  const [, day = '', time = '00:00', zone = 'Z'] = ISO_8601.exec(String(value)) ?? [];
  const at = UNIX_SECONDS.test(String(value)) ? Number(value) * 1000 : Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

/** A tier's name on one line; it is cut where it is worded. */
const tierNameOf: Reader<string> = (value) =>
  storableText(String(value)).replace(/\s+/g, ' ').trim() || undefined;

const MOST_DAYS = 36_500;

/** Each field, read into what the product works with. In the order in which a caller is told of a bad one. */
export const FIELDS = {
  open_channel_id: required(integerThat(isChannelId) as Reader<OpenChannelId>),
  /** The caller's own name for what it tells: a call under the same one is a repeat, whatever else it says. */
  idempotency_key: optional(wordLike(/^[\w.:|-]{1,128}$/)),
  payment_type: required(wordLike(/^[A-Za-z][\w-]{0,31}$/)),
  user_id: required(integerThat(isUserId)),
  amount_crypto: required(decimalOf),
  amount_usd: required(centsOf),
  crypto_currency: required(wordLike(/^[\w-]{1,32}$/)),
  /** Unix seconds or ISO 8601. */
  timestamp: optional(instantOf),
  tier: optional(tierNameOf),
  tier_price: optional(centsOf),
  duration_days: optional(integerThat((days) => days >= 1 && days <= MOST_DAYS)),
} as const;

/** A username with or without its `@`; one that is none is a payer without: no notification fails for it. */
export const USERNAME = z
  .string()
  .nullish()
  .transform((value) => /^@?(\w{1,64})$/.exec(value ?? '')?.[1] ?? null)
  .catch(null);
