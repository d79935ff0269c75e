import { FOR_EVER_DAYS } from '../common/for-ever';
import { isUserId } from '../common/ids';

/** What a manager may do about one user. */
export const RULINGS = ['grant', 'revoke', 'ban', 'unban'] as const;
export type RulingName = (typeof RULINGS)[number];

/** What a button asks to do about one user: `ban_42`, or `grant_42_30` with the days. */
export interface WantedRuling {
  readonly ruling: RulingName;
  readonly userId: number;
  readonly days: number | null;
}

export const isRuling = (word: unknown): word is RulingName => RULINGS.some((each) => each === word);

/** The most days that may be given at once, and the numbers of days on the buttons. */
export const MOST_GIVEN_DAYS = 3650;
export const OFFERED_DAYS = [1, 7, 30, 90, 365] as const;
/** In UTF-16 units. */
export const MAX_RULING_REASON = 200;

/** Reads the number of days on a button, or that of access for ever. `undefined` if it isn't a whole number, or is too big. */
export function givenDays(text: string): number | undefined {
  if (text === String(FOR_EVER_DAYS)) return FOR_EVER_DAYS;
  const days = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= MOST_GIVEN_DAYS ? days : undefined;
}

/** Reads what a button asks to do without a reason. `undefined` if it isn't complete: only given days have a number. */
export function readWantedRuling(argument = ''): WantedRuling | undefined {
  const [ruling, user = '', days, ...more] = argument.split('_');
  const userId = Number(user);
  const given = days === undefined ? undefined : givenDays(days);
  const isComplete =
    (ruling === 'grant') === (given !== undefined) && (days === undefined) === (given === undefined);
  if (!isRuling(ruling) || !isUserId(userId) || !isComplete || more.length > 0) return undefined;
  return { ruling, userId, days: given ?? null };
}

/** The argument of the button that `readWantedRuling` reads. */
export const wantedRuling = ({ ruling, userId, days }: WantedRuling): string =>
  [ruling, userId, ...(days === null ? [] : [days])].join('_');
