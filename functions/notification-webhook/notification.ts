import { isChannelId, isUserId, type Cents, type OpenChannelId } from '../../shared/domain/ids';
import type { DonationReceived } from '../../shared/domain/messages';
import { decimalOf, parseUsd } from '../../shared/domain/money';
import { BadRequest } from '../../shared/errors';

/** What a service asks for: to tell the owner of this channel of this donation. */
export interface Notification {
  readonly openChannelId: OpenChannelId;
  readonly donation: Omit<DonationReceived, 'title'>;
}

type Fields = Readonly<Record<string, unknown>>;

function required(fields: Fields, name: string): unknown {
  const value = fields[name];
  if (value === undefined || value === null || value === '') throw new BadRequest(`Missing field: ${name}`);
  return value;
}

const invalid = (name: string): BadRequest => new BadRequest(`Invalid field: ${name}`);

function integer(fields: Fields, name: string, isValid: (value: number) => boolean): number {
  const value = required(fields, name);
  const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !isValid(number)) throw invalid(name);
  return number;
}

function amount(fields: Fields, name: string): string {
  const value = required(fields, name);
  const decimal = typeof value === 'number' || typeof value === 'string' ? decimalOf(value) : undefined;
  if (decimal === undefined) throw invalid(name);
  return decimal;
}

/** Whole cents of an amount in dollars; a caller may send more decimals than money has. */
function cents(fields: Fields, name: string): Cents {
  const usd = parseUsd(amount(fields, name).replace(/(\.\d\d)\d+$/, '$1'));
  if (usd === undefined) throw invalid(name);
  return usd;
}

function shortText(fields: Fields, name: string, pattern: RegExp): string {
  const value = required(fields, name);
  if (typeof value !== 'string' || !pattern.test(value)) throw invalid(name);
  return value;
}

function paidAt(fields: Fields, now: Date): string {
  const value = fields['timestamp'];
  const at =
    typeof value === 'number' ? new Date(value * 1000) : typeof value === 'string' ? new Date(value) : now;
  if (Number.isNaN(at.getTime())) throw invalid('timestamp');
  return at.toISOString();
}

/**
 * Reads the body of `POST /webhooks/notification`. What it does not name is ignored. Throws `BadRequest` with
 * `Missing field: x` or `Invalid field: x`.
 */
export function parseNotification(body: Fields, now: Date): Notification {
  const openChannelId = integer(body, 'open_channel_id', isChannelId) as OpenChannelId;
  if (required(body, 'payment_type') !== 'donation') throw invalid('payment_type');
  const data = required(body, 'payment_data');
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw invalid('payment_data');
  const fields = data as Fields;
  const username = fields['username'];
  const donation = {
    type: 'donation_received',
    openChannelId,
    payer: {
      userId: integer(fields, 'user_id', isUserId),
      username: typeof username === 'string' && /^\w{1,64}$/.test(username) ? username : null,
    },
    amountCrypto: amount(fields, 'amount_crypto'),
    amountCents: cents(fields, 'amount_usd'),
    cryptoCurrency: shortText(fields, 'crypto_currency', /^[\w-]{1,32}$/),
    expectedCrypto: null,
    paidAt: paidAt(fields, now),
  } as const;
  return { openChannelId, donation };
}
