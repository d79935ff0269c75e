import { DAY_SECONDS, HOUR_SECONDS } from '../common/time';

/** NOWPayments gives up repeating an IPN within minutes; two minutes after the invoice is soon enough to ask. */
export const FIRST_ASKED_AFTER_SECONDS = 120;

/** A payment at a floating rate expires after seven days, and until then its money is expected. */
const EXPECTED_FOR_SECONDS = 7 * DAY_SECONDS;
/** Money sent to an old address still comes; after a month the owner's own account shows it. */
export const WATCHED_FOR_SECONDS = 30 * DAY_SECONDS;

/**
 * When to ask next about an order that is `ageSeconds` old and not settled: in growing steps, a quarter of its age, up to
 * six hours, then daily. `undefined` when it is not watched any more.
 */
export function nextAskSeconds(ageSeconds: number): number | undefined {
  if (ageSeconds >= WATCHED_FOR_SECONDS) return undefined;
  if (ageSeconds >= EXPECTED_FOR_SECONDS) return DAY_SECONDS;
  return Math.min(Math.max(FIRST_ASKED_AFTER_SECONDS, Math.round(ageSeconds / 4)), 6 * HOUR_SECONDS);
}
