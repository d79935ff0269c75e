import * as z from 'zod';
import { parseLogLevels } from './logging/log-levels';

/**
 * The only reader of `process.env`. One schema; each function asks for its own names; every problem is named
 * at once and no message ever holds a value.
 */
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
const wholeNumber = (fallback: number, minimum = 1) => z.coerce.number().int().min(minimum).default(fallback);

// Made when asked for: building a schema takes longer than using it, and a function asks for a third of them.
const SCHEMA = {
  DATABASE_URL: () => z.url({ protocol: /^postgres(ql)?$/ }).optional(),
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
  NOWPAYMENTS_API_KEY: () => text,
  NOWPAYMENTS_IPN_SECRET: () => text.min(8, 'must have at least 8 characters'),
  NOWPAYMENTS_IPN_SECRET_PREVIOUS: () => text.optional(),
  NOWPAYMENTS_PAYOUT_CURRENCY: () => text.toLowerCase().optional(),
  NOWPAYMENTS_API_URL: () => url.default('https://api.nowpayments.io/v1'),
  NOWPAYMENTS_IPN_CALLBACK_URL: () => url,
  NOWPAYMENTS_EMAIL: () => text.optional(),
  NOWPAYMENTS_PASSWORD: () => text.optional(),
  WEBHOOK_SIGNING_SECRET: () => text.min(16, 'must have at least 16 characters'),
  WEBHOOK_SIGNING_SECRET_PREVIOUS: () => text.min(16, 'must have at least 16 characters').optional(),
  ALLOWED_IPS: () => text,
  TRUSTED_PROXY_HOPS: () => wholeNumber(1, 0),
  RATE_LIMIT_PER_MINUTE: () => wholeNumber(10),
  RATE_LIMIT_BURST: () => wholeNumber(20),
  WORKER_URL: () => url,
  WORKER_INVOKER_EMAIL: () => z.email().optional(),
  HEALTH_URL: () => url.optional(),
  LOG_LEVEL: logLevels,
  LOG_TRANSPORT: () => z.enum(['stdout', 'api']).default('stdout'),
  GOOGLE_CLOUD_PROJECT: () => text.optional(),
  K_SERVICE: () => text.optional(),
  K_REVISION: () => text.optional(),
} satisfies Record<string, () => z.ZodType>;

type Schema = typeof SCHEMA;
export type ConfigName = keyof Schema;
export type Config<Name extends ConfigName = ConfigName> = {
  readonly [N in Name]: z.infer<ReturnType<Schema[N]>>;
};
export type Environment = Readonly<Record<string, string | undefined>>;

/** Every variable the product reads, for `.env.example` and the documentation. */
export const CONFIG_NAMES = Object.keys(SCHEMA) as ConfigName[];

/** Those whose values nobody but the functions may see: kept in Secret Manager where TelePay is deployed. */
export const SECRET_NAMES = [
  'DATABASE_URL',
  'DATABASE_PASSWORD',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'NOWPAYMENTS_API_KEY',
  'NOWPAYMENTS_IPN_SECRET',
  'NOWPAYMENTS_IPN_SECRET_PREVIOUS',
  'NOWPAYMENTS_PASSWORD',
  'WEBHOOK_SIGNING_SECRET',
  'WEBHOOK_SIGNING_SECRET_PREVIOUS',
] as const satisfies readonly ConfigName[];

/** Fetches one Secret Manager version by its resource name (`projects/P/secrets/S/versions/V`). */
export type AccessSecret = (resourceName: string) => Promise<string>;

export const DATABASE_NAMES = [
  'DATABASE_URL',
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

/** Thrown with every problem at once, one a line; names variables, never their values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const SECRET_REFERENCE = /^sm:\/\/(projects\/[^/]+\/secrets\/[^/]+\/versions\/[^/]+)$/;

/** What is wrong with one variable, or with several that belong together. Never holds a value. */
export interface ConfigProblem {
  readonly names: readonly ConfigName[];
  readonly text: string;
}

/** What must hold between variables, for those that were asked for. */
function* crossProblems(
  names: readonly ConfigName[],
  values: Readonly<Record<string, unknown>>,
): Iterable<ConfigProblem> {
  if (names.includes('DATABASE_URL') && values['DATABASE_URL'] === undefined) {
    const missing = (['CLOUD_SQL_INSTANCE', 'DATABASE_NAME', 'DATABASE_USER'] as const).filter(
      (name) => values[name] === undefined,
    );
    const text = 'DATABASE_URL is missing (or CLOUD_SQL_INSTANCE, DATABASE_NAME, DATABASE_USER)';
    if (missing.length === 3) yield { names: ['DATABASE_URL'], text };
    else for (const name of missing) yield { names: [name], text: `${name} is missing` };
  }
  if (names.includes('WORKER_INVOKER_EMAIL') && values['K_SERVICE'] !== undefined) {
    // On Cloud Run nobody but the scheduler makes sure that what is due is done.
    if (values['WORKER_INVOKER_EMAIL'] === undefined)
      yield { names: ['WORKER_INVOKER_EMAIL'], text: 'WORKER_INVOKER_EMAIL is missing' };
  }
  // A line that is sent to the API is sent to a project.
  if (values['LOG_TRANSPORT'] === 'api' && values['GOOGLE_CLOUD_PROJECT'] === undefined)
    yield { names: ['GOOGLE_CLOUD_PROJECT'], text: 'GOOGLE_CLOUD_PROJECT is missing, for LOG_TRANSPORT=api' };
  if (names.includes('NOWPAYMENTS_EMAIL')) {
    const pair = ['NOWPAYMENTS_EMAIL', 'NOWPAYMENTS_PASSWORD'] as const;
    if ((values[pair[0]] === undefined) !== (values[pair[1]] === undefined))
      yield { names: pair, text: `${pair[0]} and ${pair[1]} go together` };
  }
}

/** The values that are good, and what is wrong with the others. */
interface Examined<Name extends ConfigName = ConfigName> {
  readonly values: Partial<Config<Name>>;
  readonly problems: readonly ConfigProblem[];
}

function examine<Name extends ConfigName>(names: readonly Name[], environment: Environment): Examined<Name> {
  const values: Record<string, unknown> = {};
  const problems: ConfigProblem[] = [];
  for (const name of names) {
    // A variable that is set to nothing is a variable that was forgotten.
    const given = environment[name]?.trim() || undefined;
    const parsed = SCHEMA[name]().safeParse(given);
    if (parsed.success) values[name] = parsed.data;
    else if (given === undefined) problems.push({ names: [name], text: `${name} is missing` });
    else {
      const reasons = parsed.error.issues.map((issue) => issue.message).join(', ');
      problems.push({ names: [name], text: `${name} is not valid: ${reasons}` });
    }
  }
  problems.push(...crossProblems(names, values));
  return { values: values as Partial<Config<Name>>, problems };
}

function check<Name extends ConfigName>(names: readonly Name[], environment: Environment): Config<Name> {
  const { values, problems } = examine(names, environment);
  if (problems.length > 0) throw configError(problems);
  return values as Config<Name>;
}

const configError = (problems: readonly ConfigProblem[], options?: ErrorOptions) =>
  new ConfigError(`Configuration:\n  ${problems.map(({ text }) => text).join('\n  ')}`, options);

async function accessWithSecretManager(): Promise<AccessSecret> {
  // Behind import(): loading the client costs 300 ms that a function without sm:// values must not pay.
  const { SecretManagerServiceClient } = await import('@google-cloud/secret-manager');
  const client = new SecretManagerServiceClient({ fallback: true });
  return async (name) => {
    const [version] = await client.accessSecretVersion({ name });
    return Buffer.from(version.payload?.data ?? '').toString('utf8');
  };
}

/** `environment` without the values that only Secret Manager knows; what is left must be valid by itself. */
function split(names: readonly ConfigName[], environment: Environment) {
  const references = new Map<ConfigName, string>();
  for (const name of names) {
    const resource = SECRET_REFERENCE.exec(environment[name]?.trim() ?? '')?.[1];
    if (resource !== undefined) references.set(name, resource);
  }
  return references;
}

/**
 * Reads the named variables. Values of the form `sm://projects/P/secrets/S/versions/V` are fetched from Secret
 * Manager. Throws `ConfigError` at once, before any fetch, if a variable is missing or a literal one is not valid;
 * the promise rejects with it if a fetched one is not.
 */
export function readConfig<Name extends ConfigName>(
  names: readonly Name[],
  environment: Environment = process.env,
  accessSecret?: AccessSecret,
): Promise<Config<Name>> {
  const references = split(names, environment);
  if (references.size === 0) return Promise.resolve(check(names, environment));
  const literal = names.filter((name) => !references.has(name));
  checkPresent(literal, environment, references);
  return fetchSecrets(references, accessSecret).then(({ secrets, problems, cause }) => {
    if (problems.length > 0) throw configError(problems, { cause });
    return check(names, { ...environment, ...secrets });
  });
}

/**
 * All that can be known of the named variables: those that are good, and every problem of the others. What needs only some
 * of them can go on. Never rejects because of a variable.
 */
export async function examineConfig<Name extends ConfigName>(
  names: readonly Name[],
  environment: Environment = process.env,
  accessSecret?: AccessSecret,
): Promise<Examined<Name>> {
  const references = split(names, environment);
  const { secrets, problems } = await fetchSecrets(references, accessSecret);
  const known = names.filter((name) => !references.has(name) || name in secrets);
  const examined = examine(known, { ...environment, ...secrets });
  return { values: examined.values, problems: [...problems, ...examined.problems] };
}

/**
 * Reads the named variables as `readConfig` does, and demands those of them that are optional elsewhere. Rejects with
 * `ConfigError`, every problem at once.
 */
export async function demandConfig<Name extends ConfigName, Demanded extends Name>(
  names: readonly Name[],
  demanded: readonly Demanded[],
  environment: Environment = process.env,
): Promise<Config<Name> & { readonly [N in Demanded]: NonNullable<Config[N]> }> {
  const { values, problems } = await examineConfig(names, environment);
  const isTold = (name: Name) => problems.some((one) => one.names.length === 1 && one.names[0] === name);
  const missing = demanded
    .filter((name) => values[name] === undefined && !isTold(name))
    .map((name) => ({ names: [name], text: `${name} is missing` }));
  if (problems.length + missing.length > 0) throw configError([...problems, ...missing]);
  return values as Config<Name> & { readonly [N in Demanded]: NonNullable<Config[N]> };
}

/** What becomes of a variable that is not set: it is demanded, or something may be used in its place. */
export interface Unset {
  readonly isDemanded: boolean;
  readonly fallback?: string | number;
}

/** Asks the schema what becomes of a variable that is not set. What is used instead is as it would have been written. */
export function whenUnset(name: ConfigName): Unset {
  const schema = SCHEMA[name]();
  const { default: fallback } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const isDemanded = !schema.safeParse(undefined).success;
  return typeof fallback === 'string' || typeof fallback === 'number'
    ? { isDemanded, fallback }
    : { isDemanded };
}

function checkPresent(
  literal: readonly ConfigName[],
  environment: Environment,
  references: ReadonlyMap<ConfigName, string>,
): void {
  // A URL that comes from Secret Manager still satisfies "DATABASE_URL or CLOUD_SQL_INSTANCE".
  const needsDatabase = !references.has('DATABASE_URL');
  check(needsDatabase ? literal : literal.filter((name) => !name.startsWith('DATABASE_URL')), environment);
}

interface Fetched {
  readonly secrets: Readonly<Record<string, string>>;
  readonly problems: readonly ConfigProblem[];
  /** The first failure, for whoever logs it. */
  readonly cause?: unknown;
}

async function fetchSecrets(
  references: ReadonlyMap<ConfigName, string>,
  accessSecret?: AccessSecret,
): Promise<Fetched> {
  if (references.size === 0) return { secrets: {}, problems: [] };
  const access = accessSecret ?? (await accessWithSecretManager());
  const secrets: Record<string, string> = {};
  const problems: ConfigProblem[] = [];
  const causes: unknown[] = [];
  const fetchOne = async ([name, resource]: [ConfigName, string]) => {
    try {
      secrets[name] = await access(resource);
    } catch (cause) {
      causes.push(cause);
      problems.push({ names: [name], text: `${name} could not be fetched from Secret Manager` });
    }
  };
  await Promise.all([...references].map(fetchOne));
  return { secrets, problems, cause: causes[0] };
}
