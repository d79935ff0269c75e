import type { Target } from '../../../playground/stack-types';

/** Valid values that are easy to recognize in a log. Nothing listens at WORKER_URL. */
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

/** The variables that each function needs to start. A test proves that it needs no others. */
export const REQUIRED: Readonly<Record<Target, readonly Name[]>> = {
  telegramWebhook: [
    'DATABASE_URL',
    'TELEGRAM_BOT_TOKEN',
    'TELEGRAM_BOT_USERNAME',
    'TELEGRAM_WEBHOOK_SECRET',
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

/** `url` with a password. The tests' Postgres doesn't check it, and no log may show it. */
const withPassword = (url: string): string => url.replace('postgres@', `postgres:${DATABASE_PASSWORD}@`);

/** Exactly the variables that a function needs. */
export function ownVariables(target: Target, databaseUrl: string): Record<string, string> {
  const values: Readonly<Record<Name, string>> = { ...VALUES, DATABASE_URL: withPassword(databaseUrl) };
  return Object.fromEntries(REQUIRED[target].map((name) => [name, values[name]]));
}

/** The values of `variables` that appear in `text`, including the database's password. */
export const shownIn = (text: string, variables: Readonly<Record<string, string>>): string[] =>
  [...Object.values(variables), DATABASE_PASSWORD].filter((value) => text.includes(value));
