import { nowMs } from '../support/clock';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { definition as paymentIpn } from '../../functions/payment-ipn/index';
import { definition as telegramWebhook } from '../../functions/telegram-webhook/index';
import { VARIABLES } from '../../functions/variables';
import { startNowpaymentsSimulator, type NowpaymentsSimulator } from '../../playground/nowpayments/index';
import { startTelegramSimulator, type TelegramSimulator } from '../../playground/telegram/index';
import { readConfig } from '../../shared/config';
import type { Database } from '../../shared/database/connection/pool';
import { SECOND_MS } from '../../shared/domain/common/time';
import { serve } from '../../shared/http/server/serve';
import type { Handler } from '../../shared/http/types';
import { silentLogger } from '../../shared/logger';
import { nowpaymentsClient } from '../../shared/nowpayments/client';
import { createLedgerKeeper } from '../../shared/services/stars/keep-ledger';
import { drainOutbox } from '../../shared/services/drain-outbox';
import type { EffectDependencies } from '../../shared/services/perform-effect';
import { telegramApi } from '../../shared/telegram/api';
import { ALLOWED_UPDATES } from '../../shared/telegram/update';
import { FACT_DEADLINE_MS } from '../support/deadlines';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { useFixture } from '../support/use-fixture';
import { dyingDatabase, type Point } from './dying-database';

const BOT_TOKEN = '123456789:AAF-simulated-simulated-simulated-sim';
export const BOT = 123456789;
/** How Telegram proves itself. */
export const WEBHOOK_SECRET = 'secret-of-the-webhook';
const ACCOUNT = { email: 'owner@example.org', password: 'Correct-Horse-9' };
const KEYS = { apiKey: 'key-of-tests', ipnSecret: 'secret-of-the-ipns' };
const EVERYONE = { isEveryone: true, named: [] } as const;
/** A promise whose worker died comes due again when its lease ends. */
const LEASE_MS = 61 * SECOND_MS;

/** The endpoints at which a provider reports money. */
export type Endpoint = '/telegram' | '/ipn';

/** A request to an endpoint: its body and the header that proves its sender. */
export interface Received {
  readonly endpoint: Endpoint;
  readonly body: string;
  readonly proof: string;
}

/** The header by which each endpoint knows its provider. */
const PROOFS: Readonly<Record<Endpoint, string>> = {
  '/telegram': 'x-telegram-bot-api-secret-token',
  '/ipn': 'x-nowpayments-sig',
};

/** The product's own handlers over HTTP, on a real Postgres, between the simulated providers. */
export interface RailWorld {
  readonly test: TestDatabase;
  readonly database: Database;
  readonly telegram: TelegramSimulator;
  readonly nowpayments: NowpaymentsSimulator;
  /** Where Telegram and NOWPayments call. */
  readonly urlOf: (endpoint: Endpoint) => string;
  /** What the providers have sent to an endpoint, oldest first. */
  readonly received: readonly Received[];
  /** Sends something to an endpoint as it is. Returns the status of the answer. */
  send(sent: Received): Promise<number>;
  /** Lets everything happen that is due now: deliveries, their retries, and the worker's promises. */
  settleDown(): Promise<void>;
  /** One run of a worker. */
  work(): Promise<void>;
  /** One run of a worker that dies at a point. Returns whether it did. Its leases have ended afterward. */
  workAndDie(point: Point): Promise<boolean>;
  /** The next request whose body matches meets a process that dies at a point. `hasDied` says whether it did. */
  killNextAt(endpoint: Endpoint, point: Point, body?: RegExp): { readonly hasDied: () => boolean };
  /** Moves every clock, then lets everything happen that became due, as the worker of the minute does. */
  later(ms: number): Promise<void>;
  readonly now: () => number;
  close(): Promise<void>;
}

/** Builds the handlers of both endpoints, with all their guards. */
async function handlersOn(database: Database, telegramUrl: string): Promise<Record<Endpoint, Handler>> {
  const config = await readConfig([...VARIABLES.telegramWebhook, ...VARIABLES.paymentIpn], {
    TELEGRAM_BOT_TOKEN: BOT_TOKEN,
    TELEGRAM_BOT_USERNAME: 'telepay_bot',
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
    TELEGRAM_API_ROOT: telegramUrl,
    OWNERS: '*',
    STARS_FOR: '*',
    NOWPAYMENTS_IPN_SECRET: KEYS.ipnSecret,
    WORKER_URL: 'http://127.0.0.1:9/',
    WEBHOOK_SIGNING_SECRET: 'secret-of-the-nudges',
  });
  const context = {
    // Neither reads the names that every function has, because the log and the database are given.
    config: config as never,
    log: silentLogger,
    database,
    count: () => undefined,
    counts: () => ({}) as never,
    wakeUp: async () => undefined,
  };
  return { '/telegram': telegramWebhook.build(context), '/ipn': paymentIpn.build(context) };
}

async function listen(handlerFor: (path: string) => Handler) {
  const server = http.createServer((request, response) => {
    void serve(handlerFor(request.url ?? ''))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Dying {
  readonly endpoint: Endpoint;
  readonly body: RegExp;
  readonly handler: Handler;
}

const isDue = async (database: Database): Promise<boolean> => {
  const rows = await database.query(
    (sql) => sql`
      select from outbox where delivered_at is null and failed_at is null and due_at <= app_now() limit 1`,
  );
  return rows.length > 0;
};

async function startRailWorld(): Promise<RailWorld> {
  const test = await createTestDatabase();
  const { database } = test;
  let shiftedMs = 0;
  const now = () => nowMs() + shiftedMs;
  const telegram = await startTelegramSimulator({
    botToken: BOT_TOKEN,
    botUsername: 'telepay_bot',
    limits: false,
    retryDelayScale: 0.01,
    now,
  });
  const nowpayments = await startNowpaymentsSimulator({
    ...KEYS,
    ...ACCOUNT,
    limits: false,
    statusDelayMs: 0,
    ipnRetries: { count: 3, intervalMs: 20 },
    ipnTimeoutMs: FACT_DEADLINE_MS,
    now,
  });
  const living = await handlersOn(database, telegram.url);
  /** The process that answers the next request whose body matches. */
  let dying: Dying | undefined;
  const received: Received[] = [];
  const server = await listen((path) => async (request) => {
    const endpoint = path as Endpoint;
    const body = (await request.body()).toString();
    received.push({ endpoint, body, proof: String(request.headers[PROOFS[endpoint]] ?? '') });
    if (dying?.endpoint !== endpoint || !dying.body.test(body)) return living[endpoint](request);
    const { handler } = dying;
    dying = undefined;
    return handler(request);
  });
  const urlOf = (endpoint: Endpoint) => `${server.url}${endpoint}`;
  const api = telegramApi({ TELEGRAM_BOT_TOKEN: BOT_TOKEN, TELEGRAM_API_ROOT: telegram.url });
  const deps: EffectDependencies = {
    database,
    api,
    nowpayments: nowpaymentsClient({ apiKey: KEYS.apiKey, apiUrl: nowpayments.url, account: ACCOUNT }),
    ipnCallbackUrl: urlOf('/ipn'),
    nudgeMinimums: async () => undefined,
    log: silentLogger,
    botUsername: 'telepay_bot',
    owners: EVERYONE,
    starsFor: EVERYONE,
  };
  await api.setWebhook(urlOf('/telegram'), {
    secret_token: WEBHOOK_SECRET,
    allowed_updates: ALLOWED_UPDATES,
  });
  const work = async (by = database) => {
    await drainOutbox({ ...deps, database: by }, { budgetMs: FACT_DEADLINE_MS });
  };
  const settleDown = async () => {
    do {
      await nowpayments.settled();
      await telegram.drained();
      await work();
    } while (telegram.pendingUpdates() > 0 || (await isDue(database)));
  };
  const keepLedger = createLedgerKeeper({ database, api, log: silentLogger, starsFor: EVERYONE });
  const move = async (ms: number) => {
    shiftedMs += ms;
    await test.advance(`${ms} milliseconds`);
    telegram.stars.runDue();
  };
  return {
    test,
    database,
    telegram,
    nowpayments,
    urlOf,
    received,
    send: async ({ endpoint, body, proof }) => {
      const headers = { 'content-type': 'application/json', [PROOFS[endpoint]]: proof };
      const { status } = await fetch(urlOf(endpoint), { method: 'POST', headers, body });
      await settleDown();
      return status;
    },
    settleDown,
    work: () => work(),
    workAndDie: async (point) => {
      const { database: mortal, hasDied } = dyingDatabase(database, point);
      await work(mortal).catch((error: unknown) => {
        if (!hasDied()) throw error;
      });
      if (hasDied()) await move(LEASE_MS);
      return hasDied();
    },
    killNextAt: (endpoint, point, body = /(?:)/) => {
      const { database: mortal, hasDied } = dyingDatabase(database, point);
      const handler: Handler = async (request) => (await handlersOn(mortal, telegram.url))[endpoint](request);
      dying = { endpoint, body, handler };
      return { hasDied };
    },
    later: async (ms) => {
      await move(ms);
      await settleDown();
      await keepLedger(FACT_DEADLINE_MS);
      await settleDown();
    },
    now,
    close: async () => {
      await telegram.close();
      await nowpayments.close();
      await server.close();
      await test.close();
    },
  };
}

/** A rail world for the tests of a file. */
export const useRailWorld = (): RailWorld => useFixture(startRailWorld);
