import type { Item, Payer, Received } from '../../domain/messages/parts';
import { compareDecimals, formatCrypto, formatUsd, subtractDecimals } from '../../domain/common/money';
import type { Cents, OrderReference } from '../../domain/common/ids';
import { ASSUMED_LEAST_CENTS, wholeDollarsUp } from '../../domain/payments/invoices/minimums';
import type { Exception } from '../../domain/payments/payment';
import { isolateBidi, truncate, html, type Html } from './html';
import { MAX_TIER_NAME, shortTitle } from './view';

/** `2026-03-04 12:00 UTC`, in whatever zone the process runs. */
export const formatTime = (epochMs: number): string =>
  `${new Date(epochMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const LOCAL_PARTS = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;
/** Cached, because making a formatter takes far longer than using it. */
const localFormats = new Map<string, Intl.DateTimeFormat>();

function localFormat(zone: string): Intl.DateTimeFormat | undefined {
  const known = localFormats.get(zone);
  if (known !== undefined) return known;
  try {
    const made = new Intl.DateTimeFormat('en-CA', { ...LOCAL_PARTS, timeZone: zone });
    localFormats.set(zone, made);
    return made;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * `2026-03-04 12:00 (Europe/Berlin)`: the local time in `zone`. Like `formatTime` if the zone is UTC, or if this process
 * doesn't know it, because a message must not fail over its time zone.
 */
export function formatLocalTime(epochMs: number, zone: string): string {
  const format = zone === 'UTC' ? undefined : localFormat(zone);
  if (format === undefined) return formatTime(epochMs);
  const part = Object.fromEntries(format.formatToParts(epochMs).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']} (${zone})`;
}

/** `2026-03-04 12:00:05 UTC`, from a time in ISO 8601. */
export const formatSecond = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;

/** An hour of the day, `09:00`. */
export const formatHour = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** `1 day`, `2 days`. */
export const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Days as in a price list: `7 days`, `1 month` (30), `2 years` (365 each). */
export function formatDays(days: number): string {
  if (days > 0 && days % 365 === 0) return plural(days / 365, 'year');
  return days > 0 && days % 30 === 0 ? plural(days / 30, 'month') : plural(days, 'day');
}

/** A tier's name, truncated to `length`. */
export const shortTierName = (name: string, length: number = MAX_TIER_NAME): string =>
  isolateBidi(truncate(name, length));

interface OrderSummary {
  readonly title: string;
  readonly item: Item;
  readonly amountCents: Cents;
}

/** `$25.00 to Alpha Signals`, or `Gold (1 month) in Alpha Signals for $9.99`. */
export const orderWords = ({ title, item, amountCents }: OrderSummary, length?: number): Html =>
  item.kind === 'donation'
    ? html`${formatUsd(amountCents)} to ${shortTitle(title, length)}`
    : html`${tierWords(item, length)} in ${shortTitle(title, length)} for ${formatUsd(amountCents)}`;

/** `Gold (1 month)`. */
export const tierWords = (tier: { tierName: string; days: number }, length?: number): string =>
  `${shortTierName(tier.tierName, length)} (${formatDays(tier.days)})`;

export const orderLine = (reference: OrderReference): Html => html`Order <code>${reference}</code>`;

/** The payer's @username, or a link to their account if they have none. */
export const payerName = ({ userId, username }: Payer): Html =>
  username === null ? html`<a href="tg://user?id=${userId}">user ${userId}</a>` : html`@${username}`;

/** Like `payerName`, always with the id: a @username may belong to another person now. */
export const identifiedPayer = (payer: Payer): Html =>
  payer.username === null
    ? payerName(payer)
    : html`${payerName(payer)} (id <code>${String(payer.userId)}</code>)`;

/** The amount that arrived, in its coin. `undefined` if nothing arrived or the amount is unknown. */
export const cryptoAmount = ({ amountCrypto, cryptoCurrency }: Received): string | undefined =>
  amountCrypto === null || cryptoCurrency === null || compareDecimals(amountCrypto, '0') === 0
    ? undefined
    : formatCrypto(amountCrypto, cryptoCurrency);

/** `Your payment of 25 USDT`, or `Your payment` if nobody knows how much came. */
export function paymentWords(received: Received): string {
  const amount = cryptoAmount(received);
  return amount === undefined ? 'Your payment' : `Your payment of ${amount}`;
}

/** How much more or less arrived than was asked for: in its coin, or in dollars if several payments make the excess. */
export function amountDifference({ amountCrypto, cryptoCurrency, expectedCrypto, excessCents }: Received): {
  readonly missing?: string;
  readonly excess?: string;
} {
  if (excessCents !== undefined) return { excess: formatUsd(excessCents) };
  if (amountCrypto === null || cryptoCurrency === null || expectedCrypto === null) return {};
  const between = (more: string, less: string) => formatCrypto(subtractDecimals(more, less), cryptoCurrency);
  const compared = compareDecimals(amountCrypto, expectedCrypto);
  if (compared === 0) return {};
  return compared > 0
    ? { excess: between(amountCrypto, expectedCrypto) }
    : { missing: between(expectedCrypto, amountCrypto) };
}

const ODDITY_WORDS: Readonly<Record<Exclude<Exception, 'none' | 'over'>, string>> = {
  late: 'It came after the invoice had expired',
  partial: 'It came in parts or a little short',
  repeated: 'It came as a second payment',
  wrong_asset: 'It came in another coin',
  amount_mismatch: 'It came for another price',
};

/** Tells the payer what was odd about a payment that was accepted anyway. */
export function oddToPayer(exception: Exception, received: Received): Html | undefined {
  if (exception === 'none') return undefined;
  if (exception !== 'over') return html`${ODDITY_WORDS[exception]}, and was accepted all the same.`;
  const { excess } = amountDifference(received);
  return html`You sent more than was asked${excess === undefined ? '' : `: ${excess} too much`}. The owner
  sees that, too.`;
}

/** Like `oddToPayer`, for the owner. */
export function oddToOwner(exception: Exception, received: Received): Html | undefined {
  if (exception === 'none') return undefined;
  if (exception !== 'over') return html`${ODDITY_WORDS[exception]}, and was counted as paid.`;
  const { excess } = amountDifference(received);
  return html`It was ${excess === undefined ? '' : `${excess} `}more than was asked for.`;
}

/** `$12`: an amount in whole dollars, rounded up, as it is offered. */
export const wholeDollars = (cents: Cents): string => formatUsd(wholeDollarsUp(cents)).replace(/\.00$/, '');

/** `$12`: the least amount that can be paid, as it is offered. `$4.99` before it is known. */
export const leastWords = (leastCents: Cents | null): string =>
  leastCents === null ? formatUsd(ASSUMED_LEAST_CENTS) : wholeDollars(leastCents);
