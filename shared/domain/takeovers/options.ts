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

/** Reads the argument of a button about a list. */
export function readTakeoverArgument(argument: string): { readonly takeoverId: number } & TakeoverOptions {
  const [id, days, word] = argument.split('_');
  if (days === undefined) return { takeoverId: Number(id), ...DEFAULT_OPTIONS };
  return { takeoverId: Number(id), holdDays: Number(days), shorten: word === 'shorten' };
}
