import type { Measures } from './measures';
import { HOUR_SECONDS } from '../common/time';

/** Telegram is asked every five minutes, so twice in this time. */
const WEBHOOK_ERROR_SECONDS = 600;
const MANY_PENDING = 100;
/** Three questions in a row that Telegram did not answer: the token is revoked, or Telegram is away. */
const UNSEEN_SECONDS = 900;
/** Fewer failures than this in an hour are no share of anything. */
const FEW_ERRORS = 10;

/** A real IPN that was let in proves the secret: then whoever is refused is a stranger. */
export const refusedIpns = ({ counters, lastIpnSeconds }: Measures): number =>
  lastIpnSeconds !== null && lastIpnSeconds < HOUR_SECONDS
    ? 0
    : (counters['ipn_signature_refused']?.lastHour ?? 0);

/** How many of the four signs of trouble there are. */
export function webhookFaults({ telegramWebhook: seen }: Measures): number {
  if (seen === null) return 0;
  const { lastErrorSeconds, pendingUpdates } = seen;
  // One failed delivery that was made good by the next try is no trouble: nothing waits any more.
  const isFailing =
    lastErrorSeconds !== null && lastErrorSeconds < WEBHOOK_ERROR_SECONDS && pendingUpdates > 0;
  const isElsewhere = !seen.isSet || seen.isExpected === false;
  const isUnseen = seen.seenSeconds > UNSEEN_SECONDS;
  return [isElsewhere, isFailing, pendingUpdates > MANY_PENDING, isUnseen].filter(Boolean).length;
}

/**
 * Percent of the last hour's requests that failed, of the function of which most did: one that fails them all is not to
 * be thinned out by another's. Without `health`, whose 503 is its answer.
 */
export function errorPercent({ counters }: Measures): number {
  const lastHour = (name: string) => counters[name]?.lastHour ?? 0;
  const shares = Object.keys(counters)
    .filter((name) => name.startsWith('errors.') && name !== 'errors.health')
    .map((name) => ({ errors: lastHour(name), requests: lastHour(name.replace('errors.', 'requests.')) }))
    .filter(({ errors }) => errors >= FEW_ERRORS)
    .map(({ errors, requests }) => Math.round((1000 * errors) / Math.max(errors, requests)) / 10);
  return Math.max(0, ...shares);
}
