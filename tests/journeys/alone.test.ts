import { openDatabaseProxy, type DatabaseProxy } from '../support/database-proxy';
import { useFixture } from '../support/use-fixture';
import { createTestDatabase, useTestDatabase, type TestDatabase } from '../support/test-database';
import { TARGETS, type Target } from '../../playground/stack-types';
import { call } from './support/call';
import { eventually } from './support/eventually';
import { ownVariables, REQUIRED, shownIn, type Name } from './support/own-variables';
import { killAll, runAlone, serveAlone } from './support/run-alone';
import { GOOD_CALLS } from './support/signed-calls';

const database = useTestDatabase();
const envOf = (target: Target) => ownVariables(target, database.url);

afterEach(killAll);

/** The names in "X is missing". */
const missingIn = (output: string): string[] =>
  [...output.matchAll(/([A-Z_]+) is missing/g)].map(([, name]) => String(name)).sort();

describe.each(TARGETS)('%s alone', (target) => {
  it('needs only its own variables, even with white space around them', async () => {
    const padded = Object.entries(envOf(target)).map(([name, value]) => [name, ` ${value} \n`]);
    const { url } = await serveAlone(target, Object.fromEntries(padded) as Record<string, string>);
    expect(await call(url, GOOD_CALLS[target](envOf(target), 0))).toMatchObject({ status: 200 });
  });

  it('names all missing variables at once', async () => {
    const { code, output } = await (await runAlone(target, {})).ended;
    expect({ code, missing: missingIn(output) }).toEqual({ code: 1, missing: [...REQUIRED[target]].sort() });
  });

  it.each(REQUIRED[target])('exits without %s, naming it but showing no value', async (name) => {
    const rest = Object.fromEntries(Object.entries(envOf(target)).filter(([other]) => other !== name));
    const { code, output } = await (await runAlone(target, rest)).ended;
    expect({ code, missing: missingIn(output), shown: shownIn(output, rest) }).toEqual({
      code: 1,
      missing: [name],
      shown: [],
    });
  });
});

// Each of them could be a secret that was pasted into the wrong variable.
const MALFORMED = 'sentinel!malformed';
test.each<[Target, Name]>([
  ['health', 'DATABASE_URL'],
  ['notificationWebhook', 'ALLOWED_IPS'],
  ['telegramWebhook', 'TELEGRAM_BOT_TOKEN'],
  ['telegramWebhook', 'TELEGRAM_BOT_USERNAME'],
  ['telegramWebhook', 'TELEGRAM_WEBHOOK_SECRET'],
  ['paymentIpn', 'WORKER_URL'],
  ['worker', 'NOWPAYMENTS_IPN_CALLBACK_URL'],
])('%s refuses to start with a malformed %s, naming it but not its value', async (target, name) => {
  const { code, output } = await (await runAlone(target, { ...envOf(target), [name]: MALFORMED })).ended;
  expect({ code, shown: shownIn(output, { [name]: MALFORMED }) }).toEqual({ code: 1, shown: [] });
  expect(output).toContain(name);
});

describe('on a database with an old schema', () => {
  const databases: TestDatabase[] = [];
  afterAll(async () => Promise.all(databases.map((one) => one.close())));

  test.each([
    ['without a schema', 'drop schema public cascade; create schema public'],
    [
      'one migration behind',
      'delete from schema_migrations where version = (select max(version) from schema_migrations)',
    ],
  ])('every function refuses to start %s, naming the command to run', async (_, statement) => {
    const old = await createTestDatabase();
    databases.push(old);
    await old.database.query((sql) => sql.unsafe(statement));
    const ends = TARGETS.map(async (target) => (await runAlone(target, ownVariables(target, old.url))).ended);
    for (const { code, output } of await Promise.all(ends)) {
      expect(code).toBe(1);
      expect(output).toContain('npm run migrate');
    }
  });
});

describe('when it is stopped in the middle of its work', () => {
  const IN_FLIGHT = 100;
  const proxy: DatabaseProxy = useFixture(() => openDatabaseProxy(Number(new URL(database.url).port)));

  test.each(TARGETS)('%s answers every open request before it exits', async (target) => {
    const url = new URL(database.url);
    url.port = String(proxy.port);
    const environment = { ...ownVariables(target, url.href), RATE_LIMIT_BURST: '200' };
    // A bucket that an earlier test used keeps its few tokens, and no Telegram runs that earlier promises could be sent to.
    await database.database.query((sql) => sql`truncate rate_limits, outbox`);
    const served = await serveAlone(target, environment);
    const release = proxy.hold();
    let arrived = 0;
    const answers = Array.from({ length: IN_FLIGHT }, (_, n) =>
      call(served.url, { ...GOOD_CALLS[target](environment, n), onArrived: () => (arrived += 1) }),
    );
    await eventually(() => arrived === IN_FLIGHT);
    served.child.kill('SIGTERM');
    await eventually(() =>
      call(served.url, {}).then(
        () => false,
        () => true,
      ),
    );
    release();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses).toEqual(Array.from({ length: IN_FLIGHT }, () => 200));
    expect(await served.ended).toMatchObject({ code: 0 });
    const [counted] = await database.database.query(
      (sql) => sql<{ value: number }[]>`select value from counters where name = ${`requests.${target}`}`,
    );
    expect(counted?.value).toBeGreaterThanOrEqual(IN_FLIGHT);
  });
});
