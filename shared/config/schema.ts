import * as z from 'zod';
import { parseLogLevels } from '../logging/log-levels';
import { databaseUrl } from './database-url';
import { parseOwners } from './owners';

const text = z.string().trim().min(1);
const url = z.url({ protocol: /^https?$/ });
const logLevels = () =>
  text.default('info').transform((value, context) => {
    try {
      return parseLogLevels(value);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  });
/** A secret that others sign with, current or previous: a shorter one could be guessed. */
const signingSecret = () => text.min(16, 'must have at least 16 characters');
/** A key that was derived from a secret, in hex. */
const derivedKey = () => text.regex(/^[0-9a-f]{64}$/i, 'must have 64 hexadecimal digits');
const owners = () =>
  text.optional().transform((value, context) => {
    const parsed = parseOwners(value ?? '');
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: 'custom', message: 'must be Telegram user ids, separated by commas, or *' });
    return z.NEVER;
  });
const wholeNumber = (fallback: number, minimum = 1) => z.coerce.number().int().min(minimum).default(fallback);

// Built on demand, because building a schema takes longer than using it, and a function needs a third of them.
export const SCHEMA = {
  DATABASE_URL: () => databaseUrl().optional(),
  DATABASE_DIRECT_URL: () => databaseUrl().optional(),
  DATABASE_POOLER: () => z.enum(['transaction']).optional(),
  CLOUD_SQL_INSTANCE: () =>
    text.regex(/^[^:]+(:[^:]+)?:[^:]+:[^:]+$/, 'must be project:region:instance').optional(),
  DATABASE_NAME: () => text.optional(),
  DATABASE_USER: () => text.optional(),
  DATABASE_PASSWORD: () => text.optional(),
  DATABASE_POOL_MAX: () => wholeNumber(5),
  DATABASE_POOL_IDLE_SECONDS: () => wholeNumber(60),
  DATABASE_POOL_MAX_LIFETIME_SECONDS: () => wholeNumber(1800),
  DATABASE_POOL_WAIT_MS: () => wholeNumber(30_000),
  TELEGRAM_BOT_TOKEN: () => text.regex(/^\d+:[A-Za-z0-9_-]{30,}$/, 'must look like 123456789:AA…'),
  TELEGRAM_WEBHOOK_SECRET: () =>
    text.regex(/^[A-Za-z0-9_-]{16,256}$/, 'must be 16 to 256 of A-Z a-z 0-9 _ -'),
  TELEGRAM_BOT_USERNAME: () => text.regex(/^[A-Za-z0-9_]{5,32}$/, 'must be a username without @'),
  TELEGRAM_API_ROOT: () => url.default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_URL: () => url.optional(),
  OWNERS: owners,
  STARS_FOR: owners,
  NOWPAYMENTS_API_KEY: () => text,
  NOWPAYMENTS_IPN_SECRET: signingSecret,
  NOWPAYMENTS_IPN_SECRET_PREVIOUS: () => signingSecret().optional(),
  NOWPAYMENTS_PAYOUT_CURRENCY: () => text.toLowerCase().optional(),
  NOWPAYMENTS_API_URL: () => url.default('https://api.nowpayments.io/v1'),
  NOWPAYMENTS_IPN_CALLBACK_URL: () => url,
  NOWPAYMENTS_EMAIL: () => text.optional(),
  NOWPAYMENTS_PASSWORD: () => text.optional(),
  WEBHOOK_SIGNING_SECRET: signingSecret,
  WEBHOOK_SIGNING_SECRET_PREVIOUS: () => signingSecret().optional(),
  STATUS_KEY: () => derivedKey().optional(),
  STATUS_KEY_PREVIOUS: () => derivedKey().optional(),
  ALLOWED_IPS: () => text,
  TRUSTED_PROXY_HOPS: () => wholeNumber(1, 0),
  RATE_LIMIT_PER_MINUTE: () => wholeNumber(10),
  RATE_LIMIT_BURST: () => wholeNumber(20),
  WORKER_URL: () => url,
  WORKER_INVOKER_EMAIL: () => z.email().optional(),
  CLOUD_TASKS_QUEUE: () =>
    text
      .regex(
        /^projects\/[^/]+\/locations\/[^/]+\/queues\/[A-Za-z0-9-]{1,100}$/,
        'must be projects/PROJECT/locations/REGION/queues/NAME',
      )
      .optional(),
  CLOUD_TASKS_API_URL: () => url.default('https://cloudtasks.googleapis.com'),
  HEALTH_URL: () => url.optional(),
  LOG_LEVEL: logLevels,
  LOG_TRANSPORT: () => z.enum(['stdout', 'api']).default('stdout'),
  GOOGLE_CLOUD_PROJECT: () => text.optional(),
  K_SERVICE: () => text.optional(),
  K_REVISION: () => text.optional(),
  FUNCTIONS: () => text.transform((names) => names.split(/[\s,]+/).filter(Boolean)).optional(),
  PORT: () => z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: () => text.default('127.0.0.1'),
  KEEP_ALIVE_SECONDS: () => wholeNumber(130),
  TICK: () => z.enum(['on', 'off']).default('off'),
} satisfies Record<string, () => z.ZodType>;

type Schema = typeof SCHEMA;
export type ConfigName = keyof Schema;
export type Config<Name extends ConfigName = ConfigName> = {
  readonly [N in Name]: z.infer<ReturnType<Schema[N]>>;
};
export type Environment = Readonly<Record<string, string | undefined>>;

/** Every variable that the product reads, for `.env.example` and the documentation. */
export const CONFIG_NAMES = Object.keys(SCHEMA) as ConfigName[];

/** What an unset variable means: it is demanded, or it may have a default. */
export interface Unset {
  readonly isDemanded: boolean;
  readonly fallback?: string | number;
}

/** Asks the schema what an unset variable means. The default is in the form in which it would be set. */
export function whenUnset(name: ConfigName): Unset {
  const schema = SCHEMA[name]();
  const { default: fallback } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const isDemanded = !schema.safeParse(undefined).success;
  return typeof fallback === 'string' || typeof fallback === 'number'
    ? { isDemanded, fallback }
    : { isDemanded };
}
