import { areForEver } from '../../../domain/common/for-ever';
import type { Cents } from '../../../domain/common/ids';
import { typedCount, typedDays, typedDollars } from '../../../domain/common/typed-numbers';
import type { TypedAnswer } from '../../../domain/messages/owner-answers';
import {
  MAX_DAYS,
  MAX_GRACE_HOURS,
  MAX_PRICE_CENTS,
  MAX_TOLERANCE_PERCENT,
} from '../../../domain/owner/set-up';
import { storableText } from '../../../domain/common/storable-text';
import { MAX_TIER_NAME } from '../../../telegram/views/view';
import { readLeastPayable } from '../../../database/payments/minimums/minimums';
import { minimumAbove } from '../../../domain/payments/invoices/minimums';
import type { UpdateContext } from '../../common/update-context';

/** Typed text as a value to store, or why it can't be one. */
export type ReadResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly complaint: TypedAnswer };

const reject = (complaint: TypedAnswer): ReadResult<never> => ({ ok: false, complaint });

export function readText(
  typed: string,
  { shortest, longest }: { readonly shortest: number; readonly longest: number },
): ReadResult<string> {
  const value = storableText(typed).trim();
  if (value.length < shortest) return reject({ answer: 'text_empty' });
  if (value.length > longest) return reject({ answer: 'text_too_long', length: value.length, max: longest });
  return { ok: true, value };
}

/** Joins the lines, because the name is shown on a button. */
export const readTierName = (typed: string): ReadResult<string> =>
  readText(typed.replace(/\s+/g, ' '), { shortest: 1, longest: MAX_TIER_NAME });

/** Accepts a number within the bounds. */
function withinBounds(
  value: number | undefined,
  { min, max, answer }: Extract<TypedAnswer, { min: number }>,
): ReadResult<number> {
  if (value === undefined || value < min || value > max) return reject({ answer, min, max });
  return { ok: true, value };
}

export function readDays(typed: string): ReadResult<number> {
  const days = typedDays(typed);
  return days !== undefined && areForEver(days)
    ? { ok: true, value: days }
    : withinBounds(days, { answer: 'not_days', min: 1, max: MAX_DAYS });
}
export const readGraceHours = (typed: string): ReadResult<number> =>
  withinBounds(typedCount(typed, 'hour'), { answer: 'not_hours', min: 0, max: MAX_GRACE_HOURS });
export const readTolerance = (typed: string): ReadResult<number> =>
  withinBounds(typedCount(typed, 'percent'), { answer: 'not_percent', min: 0, max: MAX_TOLERANCE_PERCENT });

/** Returns a price that some coin can pay now. Accepts any price if the minimum is unknown. */
export async function readPrice(
  { database }: Pick<UpdateContext, 'database'>,
  typed: string,
): Promise<ReadResult<Cents>> {
  const cents = typedDollars(typed);
  if (cents === undefined || cents === 0) return reject({ answer: 'not_a_price' });
  if (cents > MAX_PRICE_CENTS) return reject({ answer: 'price_too_high', maxCents: MAX_PRICE_CENTS });
  const leastCents = minimumAbove(cents, await readLeastPayable(database));
  if (leastCents !== undefined) return reject({ answer: 'no_coin_for_price', cents, leastCents });
  return { ok: true, value: cents };
}
