import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import postgres from 'postgres';
import { fillShop, SHOP_OWNER_ID } from '../../bench/checkout/queries';
import { isYes, sendQueries, wrongWith, type AnsweredQuery } from '../../bench/checkout/send-queries';
import { endProcess, spawnNode } from '../../bench/spawn-server';
import { percentile } from '../../bench/statistics';
import { findPort } from '../../playground/find-ports';
import { startTemporaryPostgres, type LocalPostgres } from '../../playground/postgres/start-postgres';
import { FUNCTION_PATHS } from '../../functions/paths';
import { migrate, readMigrations } from '../../shared/database/connection/schema/migrate';
import { openDatabaseProxy, type DatabaseProxy } from '../support/database-proxy';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { useFixture } from '../support/use-fixture';
import { call } from './support/call';
import { eventually } from './support/eventually';
import { ownVariables } from './support/own-variables';
import { telegramCall } from './support/signed-calls';

/** For each host. `PRE_CHECKOUTS=10000 npx jest tests/journeys/pre-checkout` sends all of a soak run, in some four minutes. */
const QUERIES = Number(process.env['PRE_CHECKOUTS'] ?? 900);
const ROOT = join(__dirname, '../..');
const POOL = 5;

interface Shop {
  readonly server: LocalPostgres;
  readonly proxy: DatabaseProxy;
  /** Asks Postgres itself, past the proxy. */
  readonly sql: postgres.Sql;
  close(): Promise<void>;
}

/** A database server of its own, which the functions reach through a proxy. */
async function openShop(): Promise<Shop> {
  const server = await startTemporaryPostgres();
  await migrate(server.url, await readMigrations(join(ROOT, 'infra/migrations')));
  const sql = postgres(server.url, { max: 3, onnotice: () => undefined });
  await fillShop(sql);
  const proxy = await openDatabaseProxy(server.port);
  return {
    server,
    proxy,
    sql,
    close: async () => {
      await sql.end();
      await proxy.close();
      await server.stop();
    },
  };
}

const shop = useFixture(openShop);

const variables = (): Record<string, string> => ({
  ...ownVariables('telegramWebhook', `postgres://postgres@127.0.0.1:${shop.proxy.port}/postgres`),
  STARS_FOR: String(SHOP_OWNER_ID),
  DATABASE_POOL_MAX: String(POOL),
});
const webhookSecret = () => String(variables()['TELEGRAM_WEBHOOK_SECRET']);

const FRAMEWORK = join(ROOT, 'node_modules/@google-cloud/functions-framework/build/src/main.js');
const SOURCE = join(ROOT, 'dist/telegram-webhook');
/** How each host is started, and where it serves the function. */
const HOSTED = {
  'functions-framework': {
    args: [FRAMEWORK, `--source=${SOURCE}`, '--target=telegramWebhook'],
    path: '/',
  },
  'the plain host': { args: [join(ROOT, 'dist/host/index.cjs')], path: FUNCTION_PATHS.telegramWebhook[0] },
} as const;
type HostName = keyof typeof HOSTED;

interface Instance {
  readonly url: string;
  readonly child: ChildProcess;
}

const running = new Set<ChildProcess>();
afterAll(() => Promise.all([...running].map(endProcess)));

/** Starts an instance, and doesn't wait for it. */
async function startInstance(host: HostName): Promise<Instance> {
  const port = await findPort();
  const environment = { ...variables(), PORT: String(port), FUNCTIONS: 'telegramWebhook' };
  const { args, path } = HOSTED[host];
  const child = spawnNode(args, environment, '/dev/null');
  running.add(child);
  return { url: `http://127.0.0.1:${port}${path}`, child };
}

/** As a deploy ends one. It keeps what it counted. */
async function endInstance({ child }: Instance): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  running.delete(child);
}

let sent = 0;
/** Sends a sixth of all queries. Fails if any is answered wrongly, or not within ten seconds. */
async function sendSome(name: string, { url }: Instance): Promise<readonly AnsweredQuery[]> {
  const count = Math.ceil(QUERIES / 6);
  const answered = await sendQueries({ url, webhookSecret: webhookSecret() }, { first: sent, count });
  sent += count;
  expect(answered).toHaveLength(count);
  expect(answered.flatMap((one) => wrongWith(one) ?? []).slice(0, 5)).toEqual([]);
  const ms = answered.map((one) => one.ms);
  const [half, most, worst] = [0.5, 0.99, 1].map((share) => Math.round(percentile(ms, share)));
  const yes = answered.filter(isYes).length;
  process.stderr.write(
    `${name}: ${count} queries, ${yes} yes, p50 ${half}, p99 ${most}, worst ${worst} ms\n`,
  );
  return answered;
}

const UNCHECKED = /can't check your order/;
const unchecked = (answered: readonly AnsweredQuery[]) => answered.filter(({ text }) => UNCHECKED.test(text));

/** Every query is decided, and rightly, as long as nothing fails. */
const expectDecided = (answered: readonly AnsweredQuery[]) =>
  expect(answered.filter((one) => isYes(one) !== one.query.mayPay).slice(0, 5)).toEqual([]);

/** Waits until a query that may be paid is answered with yes again. */
const recovered = ({ url }: Instance) =>
  eventually(async () => {
    const [one] = await sendQueries({ url, webhookSecret: webhookSecret() }, { first: 0, count: 1 });
    sentBeside += 1;
    return one !== undefined && isYes(one);
  });
let sentBeside = 0;

/** Sends messages that wait for a locked table, until they hold every connection. Returns a function that awaits their answers. */
async function fillPool({ url }: Instance): Promise<() => Promise<unknown>> {
  const messages = Array.from({ length: 8 * POOL }, (_, number) => {
    const from = { id: 900_000 + number, is_bot: false, first_name: 'Flo' };
    const message = { message_id: 1, date: 0, from, chat: { id: from.id, type: 'private' }, text: '/help' };
    return call(url, telegramCall(variables(), { update_id: 700_000_000 + sent + number, message }));
  });
  await eventually(async () => {
    const rows = await shop.sql`select from pg_stat_activity where wait_event_type = 'Lock'`;
    return rows.length === POOL;
  });
  return () => Promise.allSettled(messages);
}

const countedAnswers = async (): Promise<number> => {
  const [row] = await shop.sql<{ count: number }[]>`
    select coalesce(sum(value), 0)::int as count from counters where name like 'pre\\_checkout.%'`;
  return row?.count ?? 0;
};

describe.each(Object.keys(HOSTED) as HostName[])('on %s', (host) => {
  let instance: Instance;
  let before = 0;
  beforeAll(async () => {
    before = await countedAnswers();
    sentBeside = 0;
    sent = 0;
    instance = await startInstance(host);
  }, LONG_TEST_DEADLINE_MS);

  it(
    'a cold instance answers every query',
    async () => {
      expectDecided(await sendSome(`${host}, cold`, instance));
    },
    LONG_TEST_DEADLINE_MS,
  );

  it(
    'a warm instance answers every query',
    async () => {
      expectDecided(await sendSome(`${host}, no fault`, instance));
    },
    LONG_TEST_DEADLINE_MS,
  );

  it(
    'every query is answered while other work holds every connection',
    async () => {
      let answers: (() => Promise<unknown>) | undefined;
      await shop.sql.begin(async (tx) => {
        await tx`lock table inbox in access exclusive mode`;
        answers = await fillPool(instance);
        expect(unchecked(await sendSome(`${host}, full pool`, instance))).not.toEqual([]);
      });
      await answers?.();
      await recovered(instance);
    },
    LONG_TEST_DEADLINE_MS,
  );

  it(
    'every query is answered while the database hangs',
    async () => {
      const release = shop.proxy.hold();
      expect(unchecked(await sendSome(`${host}, database hangs`, instance))).not.toEqual([]);
      release();
      await recovered(instance);
    },
    LONG_TEST_DEADLINE_MS,
  );

  it(
    'a cold instance answers every query while the database hangs',
    async () => {
      const release = shop.proxy.hold();
      const cold = await startInstance(host);
      expect(unchecked(await sendSome(`${host}, cold, database hangs`, cold))).not.toEqual([]);
      release();
      await recovered(cold);
      await endInstance(cold);
    },
    LONG_TEST_DEADLINE_MS,
  );

  it(
    'every query is answered while the database restarts',
    async () => {
      await Promise.all([sendSome(`${host}, database restarts`, instance), shop.server.restart()]);
      await recovered(instance);
    },
    LONG_TEST_DEADLINE_MS,
  );

  it('an order that was closed a moment ago gets no yes', async () => {
    for (let first = 0; first < 100; first += 10) {
      const asked = { url: instance.url, webhookSecret: webhookSecret() };
      const one = () => sendQueries(asked, { first, count: 1 });
      const reference = `S${String(first).padStart(21, '0')}`;
      await shop.sql`update orders set state = 'open' where reference = ${reference}`;
      const may = (await one()).map(isYes);
      await shop.sql`update orders set state = 'cancelled' where reference = ${reference}`;
      expect((await one()).map(isYes)).toEqual([false]);
      await shop.sql`update orders set state = 'open' where reference = ${reference}`;
      sentBeside += 2;
      expect(may).toEqual([first % 70 < 40]);
    }
  });

  it('every answer is counted', async () => {
    await endInstance(instance);
    expect((await countedAnswers()) - before).toBe(sent + sentBeside);
  });
});
