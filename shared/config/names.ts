import type { ConfigName } from './schema';

/** The variables that only functions may read. A deployment keeps them in Secret Manager. */
export const SECRET_NAMES = [
  'DATABASE_URL',
  'DATABASE_DIRECT_URL',
  'DATABASE_PASSWORD',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'NOWPAYMENTS_API_KEY',
  'NOWPAYMENTS_IPN_SECRET',
  'NOWPAYMENTS_IPN_SECRET_PREVIOUS',
  'NOWPAYMENTS_PASSWORD',
  'WEBHOOK_SIGNING_SECRET',
  'WEBHOOK_SIGNING_SECRET_PREVIOUS',
  'STATUS_KEY',
  'STATUS_KEY_PREVIOUS',
] as const satisfies readonly ConfigName[];

export const DATABASE_NAMES = [
  'DATABASE_URL',
  'DATABASE_POOLER',
  'CLOUD_SQL_INSTANCE',
  'DATABASE_NAME',
  'DATABASE_USER',
  'DATABASE_PASSWORD',
  'DATABASE_POOL_MAX',
  'DATABASE_POOL_IDLE_SECONDS',
  'DATABASE_POOL_MAX_LIFETIME_SECONDS',
  'DATABASE_POOL_WAIT_MS',
] as const satisfies readonly ConfigName[];

export const LOG_NAMES = [
  'LOG_LEVEL',
  'LOG_TRANSPORT',
  'GOOGLE_CLOUD_PROJECT',
  'K_SERVICE',
  'K_REVISION',
] as const satisfies readonly ConfigName[];

/** The variables of the plain host itself. */
export const HOST_NAMES = [
  'FUNCTIONS',
  'PORT',
  'HOST',
  'KEEP_ALIVE_SECONDS',
  'TICK',
] as const satisfies readonly ConfigName[];
