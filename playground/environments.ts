import { randomBytes } from 'node:crypto';
import { FUNCTION_PATHS } from '../functions/paths';
import { VARIABLES } from '../functions/variables';
import { purposeKey } from '../shared/security/purpose-keys';
import { TARGETS, type Ports, type RealProviders, type Target } from './stack-types';

/** Everything that decides the functions' environment variables. */
export interface Surroundings {
  readonly databaseUrl: string;
  /** The database login of each function, if it has its own. */
  readonly logins?: Partial<Record<Target, string>> | undefined;
  readonly ports: Ports;
  readonly real: RealProviders;
  readonly secrets: Secrets;
  readonly extra: Record<string, string>;
  /** One process serves all functions, each at its path. */
  readonly isOneProcess?: boolean;
}

/** A function's address. Only those that answer at any path have their path in it. */
export function addressOf(target: Target, { ports, isOneProcess = false }: Surroundings): string {
  const path = isOneProcess && !HAS_PATHS.includes(target) ? FUNCTION_PATHS[target][0] : '';
  return `${local(ports[isOneProcess ? 'telegramWebhook' : target])}${path}`;
}

const HAS_PATHS: readonly Target[] = ['notificationWebhook', 'health'];
const local = (port: number) => `http://127.0.0.1:${port}`;

/** Generated for each stack and never committed. They protect nothing of value. */
export interface Secrets {
  readonly botToken: string;
  readonly webhookSecret: string;
  readonly signingSecret: string;
  readonly nowpaymentsKey: string;
  readonly ipnSecret: string;
}

const BOT_ID = 8_100_200_300;
export const BOT_USERNAME = 'TelePayDemoBot';

export function makeSecrets(real: RealProviders): Secrets {
  const secret = (bytes: number) => randomBytes(bytes).toString('base64url');
  return {
    botToken: real.telegram?.botToken ?? `${BOT_ID}:${secret(27)}`,
    webhookSecret: secret(24),
    signingSecret: secret(24),
    nowpaymentsKey: real.nowpayments?.apiKey ?? secret(24),
    ipnSecret: real.nowpayments?.ipnSecret ?? secret(24),
  };
}

/** Returns the environment of one function with only its own variables, as in a deployment. */
export function environmentOf(target: Target, surroundings: Surroundings): Record<string, string> {
  const values: Record<string, string> = {
    ...valuesOf(surroundings),
    DATABASE_URL: databaseUrlOf(target, surroundings),
  };
  const own = ['DATABASE_URL', ...VARIABLES[target]].flatMap((name): [string, string][] => {
    const value = values[name];
    return value === undefined ? [] : [[name, value]];
  });
  const machine = ['PATH', 'HOME', 'TZ', 'SYSTEMROOT'].flatMap((name): [string, string][] => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries([...machine, ...own]), NODE_ENV: 'production', ...surroundings.extra };
}

/** The keys of `/status`, which a deploy derives in the same way. */
function statusKeys({ secrets, extra }: Surroundings): Record<string, string> {
  const keyOf = (secret: string) => purposeKey('status', secret).toString('hex');
  const previous = extra['WEBHOOK_SIGNING_SECRET_PREVIOUS'];
  return {
    STATUS_KEY: keyOf(extra['WEBHOOK_SIGNING_SECRET'] ?? secrets.signingSecret),
    ...(previous !== undefined && { STATUS_KEY_PREVIOUS: keyOf(previous) }),
  };
}

/** The environment of one process that serves all functions. It knows its worker without an address. */
export function environmentOfHost(surroundings: Surroundings): Record<string, string> {
  const each = TARGETS.map((target) => environmentOf(target, surroundings));
  const all = each.flatMap((one) => Object.entries(one)).filter(([name]) => name !== 'WORKER_URL');
  return Object.fromEntries(all);
}

function databaseUrlOf(target: Target, { databaseUrl, logins }: Surroundings): string {
  const login = logins?.[target];
  if (login === undefined) return databaseUrl;
  const url = new URL(databaseUrl);
  url.username = login;
  return url.href;
}

function valuesOf(surroundings: Surroundings): Record<string, string> {
  const { ports, real, secrets } = surroundings;
  return {
    TELEGRAM_WEBHOOK_SECRET: secrets.webhookSecret,
    TELEGRAM_BOT_TOKEN: secrets.botToken,
    TELEGRAM_BOT_USERNAME: real.telegram?.botUsername ?? BOT_USERNAME,
    TELEGRAM_API_ROOT: real.telegram ? 'https://api.telegram.org' : local(ports.telegram),
    ...webhookUrl(surroundings),
    WORKER_URL: addressOf('worker', surroundings),
    WEBHOOK_SIGNING_SECRET: secrets.signingSecret,
    ...statusKeys(surroundings),
    NOWPAYMENTS_API_KEY: secrets.nowpaymentsKey,
    NOWPAYMENTS_API_URL: nowpaymentsUrl(real, ports),
    NOWPAYMENTS_IPN_SECRET: secrets.ipnSecret,
    NOWPAYMENTS_PAYOUT_CURRENCY: 'usdttrc20',
    NOWPAYMENTS_IPN_CALLBACK_URL: real.nowpayments?.ipnCallbackUrl ?? addressOf('paymentIpn', surroundings),
    OWNERS: '*',
    ALLOWED_IPS: '127.0.0.0/8,::1/128',
    TRUSTED_PROXY_HOPS: '0',
  };
}

/** Returns nothing for a real Telegram without a webhook URL, because the functions can't guess it. */
function webhookUrl(surroundings: Surroundings): Record<string, string> {
  const { telegram } = surroundings.real;
  const url = telegram ? telegram.webhookUrl : addressOf('telegramWebhook', surroundings);
  return url === undefined ? {} : { TELEGRAM_WEBHOOK_URL: url };
}

const nowpaymentsUrl = ({ nowpayments }: RealProviders, ports: Ports) =>
  nowpayments
    ? (nowpayments.apiUrl ?? 'https://api.nowpayments.io/v1')
    : `http://127.0.0.1:${ports.nowpayments}/v1`;
