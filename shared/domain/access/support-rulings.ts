/** What may be done about one person by who runs a channel. */
export const RULINGS = ['grant', 'revoke', 'ban', 'unban'] as const;
export type RulingName = (typeof RULINGS)[number];

export const isRuling = (word: unknown): word is RulingName => RULINGS.some((each) => each === word);

/** How many days may be given at once, and those that are offered on buttons. */
export const MOST_GIVEN_DAYS = 3650;
export const OFFERED_DAYS = [1, 7, 30, 90, 365] as const;
/** In UTF-16 units. */
export const MAX_RULING_REASON = 200;

/** Days as somebody types them. `undefined` for what is no whole number of them, or too many. */
export function givenDays(text: string): number | undefined {
  const days = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= MOST_GIVEN_DAYS ? days : undefined;
}
