import { saysForEver, withLatinDigits } from '../common/typed-numbers';
import { SECOND_MS } from '../common/time';
import { atOffset, inTimeZone, isWallTime, type WallTime } from './zoned-time';

/** The end of an access as a list says it. `null`: the list says none. */
export type ListedEnd = Date | 'for_ever' | null;

/** Why a text can't be the end of an access. `ambiguous`: the day could be the month. */
export type EndProblem = 'unknown' | 'ambiguous';

type Read = { readonly end: ListedEnd } | { readonly problem: EndProblem };

const UNKNOWN: Read = { problem: 'unknown' };

/** What only an end is called, beside the words for access for ever: lower case, with one space between words. */
const ENDS_NEVER = new Set([
  ...['for_ever', 'never', 'never expires', 'no end', 'always', 'permanent', 'lifelong', 'infinite'],
  ...['вечно', 'siempre', 'nunca', 'ilimitado', 'sempre', 'unbegrenzt', 'nie'],
]);

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Years that people mean. What is outside is a typing error. */
const isLikelyYear = (year: number): boolean => year >= 2000 && year <= 2999;

const TIME = String.raw`(?:(?:,?\s+|t)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?`;
/** Dates in the order that each pattern says. Only digits between / or - leave open which one is the day. */
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`);
const DAY_AND_NAME = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})${TIME}$`,
);
const NAME_AND_DAY = new RegExp(String.raw`^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`);
/** Seconds, or milliseconds, since 1970, until 2099. Larger numbers are ids in the wrong column. */
const UNIX = /^([1-3]\d{9})(?:\d{3})?$/;

const NAMES = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
/** The number of a month by its English name, whole or its first three letters; 0 for any other word. */
const monthNumber = (name: string): number => {
  const number = MONTHS.indexOf(name.slice(0, 3)) + 1;
  const whole = NAMES.format(Date.UTC(2000, number - 1)).toLowerCase();
  return number > 0 && (whole.startsWith(name) || name === 'sept') ? number : 0;
};

type Day = Pick<WallTime, 'year' | 'month' | 'day'>;

/** The day of a text, and what follows it: hour, minute, second, zone. */
function readDay(text: string): { day: Day; time: readonly (string | undefined)[] } | EndProblem {
  const found = (match: RegExpExecArray | null, pick: (groups: readonly string[]) => Day, before: number) =>
    match && { day: pick(match.slice(1)), time: match.slice(1 + before) };
  const dated = (year?: string, month?: string | number, day?: string): Day => ({
    year: Number(year),
    month: Number(month),
    day: Number(day),
  });
  const named =
    found(YEAR_FIRST.exec(text), ([year, , month, day]) => dated(year, month, day), 4) ??
    found(DAY_AND_NAME.exec(text), ([day, name = '', year]) => dated(year, monthNumber(name), day), 3) ??
    found(NAME_AND_DAY.exec(text), ([name = '', day, year]) => dated(year, monthNumber(name), day), 3);
  if (named) return named;
  const match = YEAR_LAST.exec(text);
  if (!match) return 'unknown';
  const [, first = '', separator, second = '', year, ...time] = match;
  const isDayFirst = separator === '.' || Number(first) > 12;
  if (isDayFirst || first === second) return { day: dated(year, second, first), time };
  return Number(second) > 12 ? { day: dated(year, first, second), time } : 'ambiguous';
}

function offsetMinutes(zone: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

/**
 * Reads when an access ends. A date without a time means the end of that day, and a time without a zone means the channel's. A
 * date that can be read in two ways is refused.
 */
export function readUntil(typed: string, timeZone: string): Read {
  const text = withLatinDigits(typed).trim().replace(/\s+/g, ' ').toLowerCase();
  if (text === '') return { end: null };
  if (saysForEver(text) || ENDS_NEVER.has(text)) return { end: 'for_ever' };
  const [, unix] = UNIX.exec(text) ?? [];
  if (unix !== undefined) return { end: new Date(Number(unix) * SECOND_MS) };
  const read = readDay(text);
  if (typeof read === 'string') return { problem: read };
  const [hour, minute, second = '0', zone] = read.time;
  const wall = { ...read.day, hour: Number(hour ?? 23), minute: Number(minute ?? 59) };
  const time = { ...wall, second: hour === undefined ? 59 : Number(second) };
  if (!isWallTime(time) || !isLikelyYear(time.year)) return UNKNOWN;
  return { end: zone === undefined ? inTimeZone(time, timeZone) : atOffset(time, offsetMinutes(zone)) };
}
