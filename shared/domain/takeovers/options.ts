import { HELD_DAYS } from './takeover-line';

/** What a manager chooses before they say yes to a list. */
export interface TakeoverOptions {
  /** Nobody is removed for so many days. */
  readonly holdDays: number;
  /** Also gives less to those who were given more. */
  readonly shorten: boolean;
}

/** The days that are offered. */
export const OFFERED_HOLDS = [0, 7, 14, 30] as const;

/** What counts until a manager chooses something else. */
export const DEFAULT_OPTIONS = { holdDays: HELD_DAYS, shorten: false } as const satisfies TakeoverOptions;

/** The argument of a button about a list with these choices. */
export const takeoverArgument = (takeoverId: number, { holdDays, shorten }: TakeoverOptions): string =>
  `${takeoverId}_${holdDays}_${shorten ? 'shorten' : 'keep'}`;

/** The arguments of the buttons about a list: alone, with choices or without, and with choices. */
export const LIST_ID = /^[1-9]\d{0,14}$/;
const LIST_CHOICES = `_(?:${OFFERED_HOLDS.join('|')})_(?:keep|shorten)`;
export const LIST_PAGE = new RegExp(String.raw`^[1-9]\d{0,14}(?:${LIST_CHOICES})?$`);
export const LIST_CHOSEN = new RegExp(String.raw`^[1-9]\d{0,14}${LIST_CHOICES}$`);

/** Reads the argument of a button about a list. */
export function readTakeoverArgument(argument: string): { readonly takeoverId: number } & TakeoverOptions {
  const [id, days, word] = argument.split('_');
  if (days === undefined) return { takeoverId: Number(id), ...DEFAULT_OPTIONS };
  return { takeoverId: Number(id), holdDays: Number(days), shorten: word === 'shorten' };
}
