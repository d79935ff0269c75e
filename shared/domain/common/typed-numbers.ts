import { FOR_EVER_DAYS } from './for-ever';
import type { Cents } from './ids';
import { parseUsd } from './money';

const FOREIGN_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** What was typed on an Arabic or Persian keyboard, with Latin digits and signs, and without marks of direction. */
export const withLatinDigits = (typed: string): string =>
  typed
    .replace(FOREIGN_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replaceAll('٪', '%')
    .replace(/\p{Bidi_Control}/gu, '');

/** The units that may follow a number, in each language of the bot. */
const UNITS = {
  day: 'd|days?|д|дн|день|дня|дней|d[ií]as?|t|tg|tage?n?|روز',
  hour: 'h|hrs?|hours?|ч|час(?:а|ов)?|horas?|std|stunden?|ساعت',
  percent: '%|percent|процент(?:а|ов)?|por ?ciento|por ?cento|prozent|درصد',
} as const;

/** Reads a whole number, with or without its unit: `7`, `7 días`, `۷ روز`. `undefined` if it is something else. */
export function typedCount(typed: string, unit: keyof typeof UNITS): number | undefined {
  const read = new RegExp(`^\\s*(\\d{1,6})\\s*(?:(?:${UNITS[unit]})\\.?)?\\s*$`, 'iu');
  const [, digits] = read.exec(withLatinDigits(typed)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The words for access that never ends, in each language of the bot. */
const FOR_EVER = [
  /∞|♾|for[ -]?ever|life[ -]?time(?: access)?|unlimited/,
  /навсегда|навечно|пожизненн(?:о|ый доступ)|бессрочно/,
  /para siempre|de por vida|vitalici[oa]/,
  /para sempre|vitalíci[oa]/,
  /f(?:ü|ue?)r immer|lebenslang|auf lebenszeit|unbefristet/,
  /(?:برای )?همیشه|همیشگی|مادام[ \u200c]?العمر|نامحدود/,
];
const SAYS_FOR_EVER = new RegExp(`^(?:${FOR_EVER.map(({ source }) => source).join('|')})$`, 'iu');

/** True if a text says, in any language of the bot, that access never ends. */
export const saysForEver = (typed: string): boolean =>
  SAYS_FOR_EVER.test(
    withLatinDigits(typed)
      .replace(/\uFE0F/g, '')
      .replace(/\s+/g, ' ')
      .replace(/^[ "'“”„«»]+|[ "'“”„«».!]+$/g, ''),
  );

/** Reads a length of access: a whole number of days, or words for ever. `undefined` if it is something else. */
export const typedDays = (typed: string): number | undefined =>
  saysForEver(typed) ? FOR_EVER_DAYS : typedCount(typed, 'day');

const DOLLARS =
  /(?:us)?\$|usd|(?:us[- ])?dollars?|d[oó]lar(?:es)?(?: estadounidenses?| americanos?)?|доллар(?:а|ов)?(?: сша)?|دلار(?: [اآ]مریکا)?/;
const BEFORE = new RegExp(`^(?:${DOLLARS.source})\\s*`, 'iu');
const AFTER = new RegExp(`\\s*(?:${DOLLARS.source})$`, 'iu');
const ALONE = new RegExp(`^(?:${DOLLARS.source})$`, 'iu');

/** True for `$`, `US$` or the word for dollars, without a number. */
export const isDollarSign = (typed: string): boolean => ALONE.test(typed);

/** Reads dollars, with or without their sign: `12.50`, `12,50 $`, `US$ 25`. `undefined` with groups, which could be decimals. */
export const typedDollars = (typed: string): Cents | undefined =>
  parseUsd(withLatinDigits(typed).trim().replace(BEFORE, '').replace(AFTER, '').replace(',', '.'));
