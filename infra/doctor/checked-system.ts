import type { Config, ConfigName, ConfigProblem } from '../../shared/config';
import { readClock } from '../../shared/database/connection/clock';
import { openDatabase, type Database } from '../../shared/database/connection/pool';
import { Unavailable } from '../../shared/errors';
import { silentLogger } from '../../shared/logger';
import { nowpaymentsClient, type NowpaymentsClient } from '../../shared/nowpayments/client';
import { telegramApi, type Api } from '../../shared/telegram/api';
import { within } from '../../shared/within';
import { keepPace } from './pace';
import { usualScope, type Scope } from './scope';

/** The installation that the doctor checks: the valid part of its configuration, and clients for everything it names. */
export interface CheckedSystem {
  readonly scope: Scope;
  readonly config: Partial<Config>;
  readonly problems: readonly ConfigProblem[];
  /** The value of a variable that the check lists in `variables`. Throws if it is missing. */
  readonly value: <Name extends ConfigName>(name: Name) => NonNullable<Config[Name]>;
  readonly database: () => Database;
  readonly api: () => Api;
  readonly nowpayments: () => NowpaymentsClient;
  /** The coins that the NOWPayments account accepts. Asks only once, because NOWPayments refuses frequent calls. */
  readonly coins: () => Promise<readonly string[]>;
  /** Epoch milliseconds by the database's clock, or by this machine's if the database is down. */
  readonly now: () => Promise<number>;
  readonly close: () => Promise<void>;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Short, because the check of the database has waited already. */
const CLOCK_WITHIN_MS = 5_000;

export function checkedSystemOf(
  config: Partial<Config>,
  problems: readonly ConfigProblem[],
  scope: Scope = usualScope(),
): CheckedSystem {
  function value<Name extends ConfigName>(name: Name): NonNullable<Config[Name]> {
    const found = config[name];
    if (found === undefined) throw new Error(`The check does not list ${name} in its variables.`);
    return found;
  }
  let opened: Database | undefined;
  const database = () => {
    const limits = { DATABASE_POOL_MAX: 2, DATABASE_POOL_WAIT_MS: 15_000 };
    return (opened ??= openDatabase({ ...(config as Config), ...limits }, silentLogger));
  };
  const clock = async () => {
    if (config.DATABASE_URL === undefined && config.CLOUD_SQL_INSTANCE === undefined) return Date.now();
    const late = () => new Unavailable('the database is slow');
    return within(readClock(database()), CLOCK_WITHIN_MS, late).then(
      (now) => now.getTime(),
      () => Date.now(),
    );
  };
  const nowpayments = once(() => clientOf(config, value));
  return {
    scope,
    config,
    problems,
    value,
    database,
    api: once(() => {
      const [token, root] = [value('TELEGRAM_BOT_TOKEN'), value('TELEGRAM_API_ROOT')];
      return keepPace(telegramApi({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root }), scope.pace);
    }),
    nowpayments,
    coins: once(() => nowpayments().getCoins()),
    now: once(clock),
    close: async () => opened?.close(),
  };
}

function clientOf(config: Partial<Config>, value: CheckedSystem['value']): NowpaymentsClient {
  const { NOWPAYMENTS_EMAIL: email, NOWPAYMENTS_PASSWORD: password } = config;
  return nowpaymentsClient({
    apiKey: value('NOWPAYMENTS_API_KEY'),
    apiUrl: value('NOWPAYMENTS_API_URL'),
    account: email !== undefined && password !== undefined ? { email, password } : undefined,
  });
}
