import type { Measures } from './measures';

const HOUR_SECONDS = 3600;
/** Telegram is asked every five minutes, so twice in this time. */
const WEBHOOK_ERROR_SECONDS = 600;
const MANY_PENDING = 100;
/** Fewer failures than this in an hour are no share of anything. */
const FEW_ERRORS = 10;

/** A real IPN that was let in proves the secret: then whoever is refused is a stranger. */
export const refusedIpns = ({ counters, lastIpnSeconds }: Measures): number =>
  lastIpnSeconds !== null && lastIpnSeconds < HOUR_SECONDS
    ? 0
    : (counters['ipn_signature_refused']?.lastHour ?? 0);

/** How many of the three signs of trouble there are. */
export function webhookFaults({ telegramWebhook: seen }: Measures): number {
  if (seen === null) return 0;
  const { lastErrorSeconds, pendingUpdates } = seen;
  // One failed delivery that was made good by the next try is no trouble: nothing waits any more.
  const isFailing =
    lastErrorSeconds !== null && lastErrorSeconds < WEBHOOK_ERROR_SECONDS && pendingUpdates > 0;
  const isElsewhere = !seen.isSet || seen.isExpected === false;
  return [isElsewhere, isFailing, pendingUpdates > MANY_PENDING].filter(Boolean).length;
}

/** Percent of the last hour's requests; without those to `health`, whose 503 is its answer. */
export function errorPercent({ counters }: Measures): number {
  const sum = (counted: string) =>
    Object.entries(counters)
      .filter(([name]) => name.startsWith(`${counted}.`) && name !== `${counted}.health`)
      .reduce((total, [, { lastHour }]) => total + lastHour, 0);
  const errors = sum('errors');
  return errors < FEW_ERRORS ? 0 : Math.round((1000 * errors) / Math.max(errors, sum('requests'))) / 10;
}
