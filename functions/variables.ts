import type { ConfigName } from '../shared/config';

/**
 * What each function asks for beside `DATABASE_NAMES` and `LOG_NAMES`. Whatever is not listed here is neither read by a
 * function nor given to it when it is deployed: a secret is known only where it is needed.
 */
export const VARIABLES = {
  telegramWebhook: [
    'TELEGRAM_BOT_TOKEN',
    'TELEGRAM_BOT_USERNAME',
    'TELEGRAM_WEBHOOK_SECRET',
    'TELEGRAM_API_ROOT',
    'NOWPAYMENTS_API_KEY',
    'NOWPAYMENTS_API_URL',
    'NOWPAYMENTS_PAYOUT_CURRENCY',
    'WORKER_URL',
    'WEBHOOK_SIGNING_SECRET',
  ],
  paymentIpn: [
    'NOWPAYMENTS_IPN_SECRET',
    'NOWPAYMENTS_IPN_SECRET_PREVIOUS',
    'WORKER_URL',
    'WEBHOOK_SIGNING_SECRET',
  ],
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
  health: ['ALLOWED_IPS', 'TRUSTED_PROXY_HOPS'],
  worker: [
    'TELEGRAM_BOT_TOKEN',
    'TELEGRAM_BOT_USERNAME',
    'TELEGRAM_API_ROOT',
    'TELEGRAM_WEBHOOK_URL',
    'NOWPAYMENTS_API_KEY',
    'NOWPAYMENTS_API_URL',
    'NOWPAYMENTS_PAYOUT_CURRENCY',
    'NOWPAYMENTS_EMAIL',
    'NOWPAYMENTS_PASSWORD',
    'NOWPAYMENTS_IPN_CALLBACK_URL',
    'WEBHOOK_SIGNING_SECRET',
    'WEBHOOK_SIGNING_SECRET_PREVIOUS',
    'WORKER_URL',
    'WORKER_INVOKER_EMAIL',
  ],
} as const satisfies Readonly<Record<string, readonly ConfigName[]>>;

/** The names under which functions-framework serves the five. */
export type Target = keyof typeof VARIABLES;

/**
 * Read by the operator's commands alone, and so given to no function: where a function is reached from outside it does
 * not know itself.
 */
export const OPERATOR_NAMES = ['HEALTH_URL'] as const satisfies readonly ConfigName[];
