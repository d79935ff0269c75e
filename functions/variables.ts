import type { ConfigName } from '../shared/config';

/** What a function needs to wake the worker. */
export const WAKING_NAMES = [
  'WORKER_URL',
  'WEBHOOK_SIGNING_SECRET',
  'WORKER_INVOKER_EMAIL',
  'CLOUD_TASKS_QUEUE',
  'CLOUD_TASKS_API_URL',
] as const satisfies readonly ConfigName[];

/**
 * The variables of each function, in addition to `DATABASE_NAMES` and `LOG_NAMES`. A function neither reads nor is
 * deployed with anything else, so a secret is known only where it is needed.
 */
export const VARIABLES = {
  telegramWebhook: [
    'TELEGRAM_BOT_TOKEN',
    'TELEGRAM_BOT_USERNAME',
    'TELEGRAM_WEBHOOK_SECRET',
    'TELEGRAM_API_ROOT',
    'OWNERS',
    'STARS_FOR',
    ...WAKING_NAMES,
  ],
  paymentIpn: ['NOWPAYMENTS_IPN_SECRET', 'NOWPAYMENTS_IPN_SECRET_PREVIOUS', ...WAKING_NAMES],
  notificationWebhook: [
    'TELEGRAM_BOT_TOKEN',
    'TELEGRAM_API_ROOT',
    'WEBHOOK_SIGNING_SECRET',
    'WEBHOOK_SIGNING_SECRET_PREVIOUS',
    'ALLOWED_IPS',
    'TRUSTED_PROXY_HOPS',
    'RATE_LIMIT_PER_MINUTE',
    'RATE_LIMIT_BURST',
  ],
  health: ['ALLOWED_IPS', 'TRUSTED_PROXY_HOPS', 'STATUS_KEY', 'STATUS_KEY_PREVIOUS'],
  worker: [
    'TELEGRAM_BOT_TOKEN',
    'TELEGRAM_BOT_USERNAME',
    'TELEGRAM_API_ROOT',
    'TELEGRAM_WEBHOOK_URL',
    'OWNERS',
    'STARS_FOR',
    'NOWPAYMENTS_API_KEY',
    'NOWPAYMENTS_API_URL',
    'NOWPAYMENTS_PAYOUT_CURRENCY',
    'NOWPAYMENTS_EMAIL',
    'NOWPAYMENTS_PASSWORD',
    'NOWPAYMENTS_IPN_CALLBACK_URL',
    'WEBHOOK_SIGNING_SECRET_PREVIOUS',
    ...WAKING_NAMES,
  ],
} as const satisfies Readonly<Record<string, readonly ConfigName[]>>;

/** The target names of the five functions in functions-framework. */
export type Target = keyof typeof VARIABLES;
/** Every function, by the name that its host serves it under. */
export const TARGETS = Object.keys(VARIABLES) as Target[];

/**
 * Read only by the operator's commands and given to no function: a function knows neither its own public address nor the
 * owner of its schema.
 */
export const OPERATOR_NAMES = ['HEALTH_URL', 'DATABASE_DIRECT_URL'] as const satisfies readonly ConfigName[];
