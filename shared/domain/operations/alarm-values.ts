import type { Measures } from './measures';
import { HOUR_SECONDS } from '../common/time';
import { PRE_CHECKOUT_ANSWERS, preCheckoutCounter } from '../stars/decide-pre-checkout';

/** We ask Telegram every five minutes, so twice in this time. */
export const WEBHOOK_ERROR_SECONDS = 600;
export const MANY_PENDING = 100;
/** Telegram left three questions in a row unanswered: the token is revoked, or Telegram is down. */
export const UNSEEN_SECONDS = 900;
/** With fewer failures than this in an hour, a percentage means nothing. */
export const FEW_ERRORS = 10;
/** Below this, one short restart of the database would be an alarm in a small shop. */
export const FEW_UNCHECKED = 3;

/** An accepted IPN proves that our secret is right, so the refused calls came from strangers. */
export const refusedIpns = ({ counters, lastIpnSeconds }: Measures): number =>
  lastIpnSeconds !== null && lastIpnSeconds < HOUR_SECONDS
    ? 0
    : (counters['ipn_signature_refused']?.lastHour ?? 0);

/** How many of the four signs of a broken webhook there are. */
export function webhookFaults({ telegramWebhook: seen }: Measures): number {
  if (seen === null) return 0;
  const { lastErrorSeconds, pendingUpdates } = seen;
  // A failed delivery whose retry succeeded doesn't count, because nothing is waiting.
  const isFailing =
    lastErrorSeconds !== null && lastErrorSeconds < WEBHOOK_ERROR_SECONDS && pendingUpdates > 0;
  const isElsewhere = !seen.isSet || seen.isExpected === false;
  const isUnseen = seen.seenSeconds > UNSEEN_SECONDS;
  return [isElsewhere, isFailing, pendingUpdates > MANY_PENDING, isUnseen].filter(Boolean).length;
}

/**
 * The percentage of failed requests in the last hour, of the function that is worst, so that a function that fails every
 * request does not disappear in an average. Leaves out `health`, because its 503 is a normal answer.
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

/** The percentage of payments in Stars of the last hour that were refused because the database did not answer in time. */
export function uncheckedPercent({ counters }: Measures): number {
  const lastHour = PRE_CHECKOUT_ANSWERS.map((answer) => counters[preCheckoutCounter(answer)]?.lastHour ?? 0);
  const unchecked = counters[preCheckoutCounter('unchecked')]?.lastHour ?? 0;
  const all = lastHour.reduce((sum, count) => sum + count, 0);
  return unchecked < FEW_UNCHECKED ? 0 : Math.round((1000 * unchecked) / all) / 10;
}
