import { UsageError } from '../infra/arguments';
import type { Ports, RealProviders } from './stack-types';

export interface Settings {
  readonly ports: Ports;
  readonly postgresPort: number;
  readonly databaseUrl: string | undefined;
  readonly real: RealProviders;
}

export const PORT_VARIABLES: Readonly<Record<keyof Ports, string>> = {
  page: 'PAGE_PORT',
  telegram: 'TELEGRAM_PORT',
  nowpayments: 'NOWPAYMENTS_PORT',
  telegramWebhook: 'TELEGRAM_WEBHOOK_PORT',
  paymentIpn: 'PAYMENT_IPN_PORT',
  notificationWebhook: 'NOTIFICATION_WEBHOOK_PORT',
  health: 'HEALTH_PORT',
  worker: 'WORKER_PORT',
};

const DEFAULT_PORTS: Readonly<Ports> = {
  page: 8080,
  telegram: 8081,
  nowpayments: 8082,
  telegramWebhook: 8091,
  paymentIpn: 8092,
  notificationWebhook: 8093,
  health: 8094,
  worker: 8095,
};
const DEFAULT_POSTGRES_PORT = 54_329;

const portLines = (Object.keys(PORT_VARIABLES) as (keyof Ports)[])
  .map((name) => `  ${PORT_VARIABLES[name].padEnd(27)} ${String(DEFAULT_PORTS[name]).padEnd(6)} ${name}`)
  .join('\n');

export const HELP = `Starts the whole product on this machine: Postgres, simulators of Telegram and NOWPayments, the five
functions, and a page where you are both the buyer and the owner. Nothing leaves this machine.

  npm start                start; Ctrl-C stops everything and keeps the data in .data/
  npm start -- --fresh     forget the last time: no orders, no messages, the real time
  npm start -- --verbose   show every log line of the functions, not only warnings and errors
  npm start -- --help      this text

Ports, and the variables that change them:

${portLines}
  ${'POSTGRES_PORT'.padEnd(27)} ${String(DEFAULT_POSTGRES_PORT).padEnd(6)} Postgres

DATABASE_URL uses your own Postgres instead of the local one. The playground replaces its clock with one that can be
moved, so never point it at a database that matters.

Real providers instead of the simulators:

  TELEGRAM_BOT_TOKEN and TELEGRAM_BOT_USERNAME use the real Telegram. Set TELEGRAM_WEBHOOK_URL to an https address that
  reaches TELEGRAM_WEBHOOK_PORT (a tunnel); without it the bot can send messages but receives none.
  NOWPAYMENTS_API_KEY, NOWPAYMENTS_IPN_SECRET and NOWPAYMENTS_IPN_CALLBACK_URL (an https address that reaches
  PAYMENT_IPN_PORT) use the real NOWPayments, with real money. NOWPAYMENTS_API_URL can select its sandbox instead.
`;

type Environment = Readonly<Record<string, string | undefined>>;

function readPort(environment: Environment, variable: string, fallback: number): number {
  const given = environment[variable]?.trim();
  if (given === undefined || given === '') return fallback;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UsageError(`${variable} must be a port, from 1 to 65535.`);
  return port;
}

/** Reads the settings of `npm start`. Throws a `UsageError` that names what is missing or wrong. */
export function readSettings(environment: Environment): Settings {
  const ports = Object.fromEntries(
    (Object.keys(PORT_VARIABLES) as (keyof Ports)[]).map((name) => [
      name,
      readPort(environment, PORT_VARIABLES[name], DEFAULT_PORTS[name]),
    ]),
  ) as Ports;
  return {
    ports,
    postgresPort: readPort(environment, 'POSTGRES_PORT', DEFAULT_POSTGRES_PORT),
    databaseUrl: environment['DATABASE_URL']?.trim() || undefined,
    real: readProviders(environment),
  };
}

function readProviders(environment: Environment): RealProviders {
  const get = (name: string) => environment[name]?.trim() || undefined;
  const demand = (name: string, because: string): string => {
    const value = get(name);
    if (value === undefined)
      throw new UsageError(`${name} is missing. It is required because ${because} is set.`);
    return value;
  };
  const botToken = get('TELEGRAM_BOT_TOKEN');
  const apiKey = get('NOWPAYMENTS_API_KEY');
  const webhookUrl = get('TELEGRAM_WEBHOOK_URL');
  const apiUrl = get('NOWPAYMENTS_API_URL');
  return {
    ...(botToken !== undefined && {
      telegram: {
        botToken,
        botUsername: demand('TELEGRAM_BOT_USERNAME', 'TELEGRAM_BOT_TOKEN'),
        ...(webhookUrl !== undefined && { webhookUrl }),
      },
    }),
    ...(apiKey !== undefined && {
      nowpayments: {
        apiKey,
        ipnSecret: demand('NOWPAYMENTS_IPN_SECRET', 'NOWPAYMENTS_API_KEY'),
        ipnCallbackUrl: demand('NOWPAYMENTS_IPN_CALLBACK_URL', 'NOWPAYMENTS_API_KEY'),
        ...(apiUrl !== undefined && { apiUrl }),
      },
    }),
  };
}
