import * as z from 'zod';
import { isChannelId, isUserId, type Cents, type OpenChannelId } from '../domain/common/ids';
import { decimalOf, parseUsd } from '../domain/common/money';
import { storableText } from '../domain/common/storable-text';

// Services are written in many languages, and some send numbers as texts, so each field is read as either.
const scalar = z.union([z.string(), z.number()]);
type Reader<T> = (value: string | number) => T | undefined;

/** A field that must be present and valid. */
const required = <T>(read: Reader<T>) =>
  scalar.transform((value, context): T => {
    const found = read(value);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: 'is invalid' });
    return z.NEVER;
  });

/** A field that may be absent, null or blank, and must otherwise be valid. */
const optional = <T>(read: Reader<T>) =>
  scalar.nullish().transform((value, context): T | null => {
    if (value === undefined || value === null || value === '') return null;
    const found = read(value);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: 'is invalid' });
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

/** Whole cents of an amount in dollars. A caller may send more decimals than dollars have. */
const centsOf: Reader<Cents> = (value) => {
  const decimal = decimalOf(value);
  return decimal === undefined ? undefined : parseUsd(decimal.replace(/(\.\d\d)\d+$/, '$1'));
};

// Eleven digits, so that a time in milliseconds is refused, and not shown to an owner as the year 58056.
const UNIX_SECONDS = /^\d{1,11}(?:\.\d+)?$/;
const ISO_8601 = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:\d\d)?)?$/;

/** Reads Unix seconds or ISO 8601 into ISO 8601 in UTC. A time without a zone is UTC, wherever this runs. */
const instantOf: Reader<string> = (value) => {
  const [, day = '', time = '00:00', zone = 'Z'] = ISO_8601.exec(String(value)) ?? [];
  const at = UNIX_SECONDS.test(String(value)) ? Number(value) * 1000 : Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};

/** A tier's name on one line. The wording cuts it to length. */
const tierNameOf: Reader<string> = (value) =>
  storableText(String(value)).replace(/\s+/g, ' ').trim() || undefined;

const MOST_DAYS = 36_500;

/** Each field, read into the product's values. In the order in which a caller is told about an invalid one. */
export const FIELDS = {
  open_channel_id: required(integerThat(isChannelId) as Reader<OpenChannelId>),
  /** The caller's own name for the call. A call with the same name is a repeat, whatever else it says. */
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

/** A username with or without its `@`. An invalid one is read as none, because it must not make a notification fail. */
export const USERNAME = z
  .string()
  .nullish()
  .transform((value) => /^@?(\w{1,64})$/.exec(value ?? '')?.[1] ?? null)
  .catch(null);
