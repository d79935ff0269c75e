import type { Target } from '../../../playground/stack-types';
import { signIpn } from '../../../shared/nowpayments/ipn-signature';
import { machineSeconds, signFor } from '../../../shared/security/purpose-keys';
import { signWebhook } from '../../../shared/security/webhook-signature';
import type { Call } from './call';

type Secrets = Readonly<Record<string, string | undefined>>;

const textOf = (content: string | object): string =>
  typeof content === 'string' ? content : JSON.stringify(content);

const secretOf = (environment: Secrets, name: string): string => {
  const secret = environment[name]?.trim();
  if (secret === undefined) throw new Error(`the function has no ${name}`);
  return secret;
};

/** A POST to `paymentIpn` with a valid signature. */
export function signedIpn(environment: Secrets, content: string | object): Call & { readonly body: string } {
  const body = textOf(content);
  const secret = secretOf(environment, 'NOWPAYMENTS_IPN_SECRET');
  return { body, headers: { 'x-nowpayments-sig': signIpn(body, secret) } };
}

/** A POST to `telegramWebhook` with the secret token that was given to `setWebhook`. */
export function telegramCall(environment: Secrets, content: string | Buffer | object): Call {
  const body = Buffer.isBuffer(content) ? content : textOf(content);
  const token = secretOf(environment, 'TELEGRAM_WEBHOOK_SECRET');
  return { body, headers: { 'x-telegram-bot-api-secret-token': token } };
}

export interface Signing {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timestamp?: number;
}

/** A POST with `X-Signature` to the notification webhook, like other services make it. */
export function signedCall(
  environment: Secrets,
  content: string | object,
  { path = '/', headers = {}, timestamp }: Signing = {},
): Call {
  const body = textOf(content);
  const secret = secretOf(environment, 'WEBHOOK_SIGNING_SECRET');
  return { path, body, headers: { ...headers, ...signWebhook(secret, body, timestamp) } };
}

/** A nudge to the worker, signed with its key and the time. */
export function workerCall(environment: Secrets, content: string | object): Call & { readonly body: string } {
  const body = textOf(content);
  return { body, headers: signFor('worker', secretOf(environment, 'WEBHOOK_SIGNING_SECRET'), body) };
}

/** Reads `/status` with its key. Without one in the environment, only a listed address may. */
export function statusCall(environment: Secrets, headers: Readonly<Record<string, string>> = {}): Call {
  const key = environment['STATUS_KEY'];
  const signed = key === undefined ? {} : signWebhook(Buffer.from(key, 'hex'), '', machineSeconds());
  return { method: 'GET', path: '/status', headers: { ...headers, ...signed } };
}

export const NOTIFICATION = '/webhooks/notification';

/** A complete notification, by default for an unknown channel. */
export const notification = (overrides: object = {}, channelId = -1000000000001): object => ({
  open_channel_id: channelId,
  payment_type: 'donation',
  payment_data: {
    user_id: 5001,
    username: 'dana',
    amount_crypto: '0.002',
    amount_usd: '25.00',
    crypto_currency: 'eth',
    ...overrides,
  },
});

/** The body of an IPN for an unknown order. */
export const orphanIpn = (paymentId: number, overrides: object = {}): object => ({
  payment_id: paymentId,
  payment_status: 'waiting',
  order_id: `PGP-5001|-1001234567890|${'x'.repeat(22)}`,
  price_amount: 25,
  price_currency: 'usd',
  actually_paid: 0,
  ...overrides,
});

/** A call that each function answers with 200. Another `n` makes another call. */
export const GOOD_CALLS: Readonly<Record<Target, (environment: Secrets, n: number) => Call>> = {
  telegramWebhook: (environment, n) => {
    const person = { id: 5001 + n, first_name: 'Dana', is_bot: false };
    const chat = { id: person.id, type: 'private' };
    const message = { message_id: n, date: 0, from: person, chat, text: '/help' };
    return telegramCall(environment, { update_id: 1_000_000 + n, message });
  },
  paymentIpn: (environment, n) => signedIpn(environment, orphanIpn(7_000_000 + n)),
  notificationWebhook: (environment, n) =>
    signedCall(environment, notification({ amount_crypto: String(n + 1) }), { path: NOTIFICATION }),
  // From another address each time, like uptime checks, so that no rate limit refuses it.
  health: (environment, n) =>
    statusCall(environment, {
      'x-forwarded-for': `${environment['STATUS_KEY'] === undefined ? '127.0' : '198.51'}.${Math.floor(n / 256) % 256}.${n % 256}`,
    }),
  worker: (environment, n) => workerCall(environment, { n }),
};
