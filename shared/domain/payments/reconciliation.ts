import { DAY_SECONDS, HOUR_SECONDS } from '../common/time';

/** A provider stops repeating itself within minutes, so we first ask two minutes after the invoice. */
export const FIRST_ASKED_AFTER_SECONDS = 120;

/** A payment at a floating rate expires after seven days; its money may come until then. */
const EXPECTED_FOR_SECONDS = 7 * DAY_SECONDS;
/** Money may still be sent to an old address. After a month, the owner's account at the provider shows it. */
export const WATCHED_FOR_SECONDS = 30 * DAY_SECONDS;
/** A buyer who cancels rarely pays. If they do, the IPN still settles the order. */
const CANCELLED_WATCHED_FOR_SECONDS = 2 * DAY_SECONDS;

/**
 * When to ask next about an unsettled order that is `ageSeconds` old: after a quarter of its age, at most six hours,
 * and daily after the first week. `undefined` if the order is no longer watched: after a month, or after two days if it
 * was cancelled (`isGivenUp`) and no money was seen.
 */
export function nextAskSeconds(ageSeconds: number, isGivenUp = false): number | undefined {
  if (ageSeconds >= (isGivenUp ? CANCELLED_WATCHED_FOR_SECONDS : WATCHED_FOR_SECONDS)) return undefined;
  if (ageSeconds >= EXPECTED_FOR_SECONDS) return DAY_SECONDS;
  return Math.min(Math.max(FIRST_ASKED_AFTER_SECONDS, Math.round(ageSeconds / 4)), 6 * HOUR_SECONDS);
}
