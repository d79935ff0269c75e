import type { Target } from '../../../playground/stack-types';

/** Valid values, each unmistakable in a log; WORKER_URL is a port where nobody listens. */
const VALUES = {
  TELEGRAM_BOT_TOKEN: '8100200300:AAsentinelBotTokenAAsentinelBotTokenAA',
  TELEGRAM_BOT_USERNAME: 'sentinel_username_bot',
  TELEGRAM_WEBHOOK_SECRET: 'sentinel-webhook-secret',
  WEBHOOK_SIGNING_SECRET: 'sentinel-signing-secret',
  NOWPAYMENTS_API_KEY: 'sentinel-api-key',
  NOWPAYMENTS_IPN_SECRET: 'sentinel+ipn/secret',
  NOWPAYMENTS_IPN_CALLBACK_URL: 'http://sentinel-callback.invalid/ipn',
  WORKER_URL: 'http://127.0.0.1:9/sentinel-worker',
  ALLOWED_IPS: '127.0.0.0/8,::1/128,203.0.113.77',
} as const;

export type Name = 'DATABASE_URL' | keyof typeof VALUES;

/** What each function cannot start without. That it needs nothing else is a test. */
export const REQUIRED: Readonly<Record<Target, readonly Name[]>> = {
  telegramWebhook: [
    'DATABASE_URL',
    'TELEGRAM_BOT_TOKEN',
    'TELEGRAM_BOT_USERNAME',
    'TELEGRAM_WEBHOOK_SECRET',
    'NOWPAYMENTS_API_KEY',
    'WORKER_URL',
    'WEBHOOK_SIGNING_SECRET',
  ],
  paymentIpn: ['DATABASE_URL', 'NOWPAYMENTS_IPN_SECRET', 'WORKER_URL', 'WEBHOOK_SIGNING_SECRET'],
  notificationWebhook: ['DATABASE_URL', 'TELEGRAM_BOT_TOKEN', 'WEBHOOK_SIGNING_SECRET', 'ALLOWED_IPS'],
  health: ['DATABASE_URL', 'ALLOWED_IPS'],
  worker: [
    'DATABASE_URL',
    'TELEGRAM_BOT_TOKEN',
    'TELEGRAM_BOT_USERNAME',
    'NOWPAYMENTS_API_KEY',
    'NOWPAYMENTS_IPN_CALLBACK_URL',
    'WEBHOOK_SIGNING_SECRET',
    'WORKER_URL',
  ],
};

const DATABASE_PASSWORD = 'sentinel-database-password';

/** `url` with a password, which the tests' Postgres does not ask for and a log must not show. */
const withPassword = (url: string): string => url.replace('postgres@', `postgres:${DATABASE_PASSWORD}@`);

/** A function's own variables and no others. */
export function ownVariables(target: Target, databaseUrl: string): Record<string, string> {
  const values: Readonly<Record<Name, string>> = { ...VALUES, DATABASE_URL: withPassword(databaseUrl) };
  return Object.fromEntries(REQUIRED[target].map((name) => [name, values[name]]));
}

/** The values of `variables` that `text` shows, the database's password among them. */
export const shownIn = (text: string, variables: Readonly<Record<string, string>>): string[] =>
  [...Object.values(variables), DATABASE_PASSWORD].filter((value) => text.includes(value));
