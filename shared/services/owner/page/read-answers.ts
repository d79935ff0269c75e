import type { Cents } from '../../../domain/common/ids';
import { formatUsd, parseUsd } from '../../../domain/common/money';
import {
  MAX_DAYS,
  MAX_GRACE_HOURS,
  MAX_PRICE_CENTS,
  MAX_TOLERANCE_PERCENT,
} from '../../../domain/owner/set-up';
import { storableText } from '../../../domain/common/storable-text';
import { MAX_TIER_NAME } from '../../../telegram/views/view';
import type { UpdateContext } from '../../common/update-context';

/** What was typed, as it is stored; or why it cannot be. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly complaint: string };

const not = (complaint: string): Read<never> => ({ ok: false, complaint });

export function readText(
  typed: string,
  { shortest, longest }: { readonly shortest: number; readonly longest: number },
): Read<string> {
  const value = storableText(typed).trim();
  if (value.length < shortest) return not('There is nothing in it.');
  if (value.length > longest) return not(`That is ${value.length} characters; ${longest} is the most.`);
  return { ok: true, value };
}

/** On one line, for it stands on a button. */
export const readTierName = (typed: string): Read<string> =>
  readText(typed.replace(/\s+/g, ' '), { shortest: 1, longest: MAX_TIER_NAME });

/** A whole number, of which something is to be said where it is none. */
function readNumber(
  typed: string,
  { least, most, what }: { readonly least: number; readonly most: number; readonly what: string },
): Read<number> {
  const [, digits] = /^\s*(\d{1,6})\s*(?:%|h|hours?|d|days?)?\s*$/i.exec(typed) ?? [];
  const value = Number(digits);
  if (digits === undefined || value < least || value > most)
    return not(`That is not ${what} from ${least} to ${most}. Type only the number.`);
  return { ok: true, value };
}

export const readDays = (typed: string): Read<number> =>
  readNumber(typed, { least: 1, most: MAX_DAYS, what: 'a number of days' });
export const readGraceHours = (typed: string): Read<number> =>
  readNumber(typed, { least: 0, most: MAX_GRACE_HOURS, what: 'a number of hours' });
export const readTolerance = (typed: string): Read<number> =>
  readNumber(typed, { least: 0, most: MAX_TOLERANCE_PERCENT, what: 'a number of percent' });

/** A price that some coin can pay now, as far as that is known. */
export async function readPrice(
  { leastPayable }: Pick<UpdateContext, 'leastPayable'>,
  typed: string,
): Promise<Read<Cents>> {
  const cents = parseUsd(
    typed
      .trim()
      .replace(/^\$\s*/, '')
      .replace(',', '.'),
  );
  if (cents === undefined || cents === 0) return not('That is no price. Type dollars, like 29.99.');
  if (cents > MAX_PRICE_CENTS) return not(`${formatUsd(MAX_PRICE_CENTS)} is the most.`);
  const least = await leastPayable(cents);
  if (least !== undefined && cents < least)
    return not(`No coin can pay ${formatUsd(cents)} now; the least is ${formatUsd(least)}.`);
  return { ok: true, value: cents };
}
