import {
  openDatabaseProxy,
  FAULT_NAMES,
  TLS_FAULT_NAMES,
  type DatabaseProxy,
} from '../support/database-proxy';
import { useTestDatabase } from '../support/test-database';
import { call, json, type Answer } from './support/call';
import { expectRefusal } from './support/hardened';
import { eventually } from './support/eventually';
import { ownVariables } from './support/own-variables';
import { killAll, serveAlone, type Alone } from './support/run-alone';
import { GOOD_CALLS } from './support/signed-calls';

const database = useTestDatabase();
const proxies: DatabaseProxy[] = [];
async function openProxy(): Promise<DatabaseProxy> {
  const proxy = await openDatabaseProxy(Number(new URL(database.url).port));
  proxies.push(proxy);
  return proxy;
}

const POOL = 4;
let calls = 0;

/** Starts `paymentIpn` behind a proxy. */
async function serve(proxy: DatabaseProxy, how: { readonly query?: string; readonly besides?: number } = {}) {
  const url = new URL(database.url);
  url.port = String(proxy.port);
  url.search = how.query ?? '';
  const more = how.besides === undefined ? '' : `,${url.hostname}:${how.besides}`;
  const variables = {
    ...ownVariables('paymentIpn', url.href.replace(url.host, `${url.host}${more}`)),
    DATABASE_POOL_MAX: String(POOL),
  };
  const alone = await serveAlone('paymentIpn', variables);
  const send = () => call(alone.url, GOOD_CALLS.paymentIpn(variables, ++calls));
  return { ...alone, proxy, send, sendMany: () => Promise.all(Array.from({ length: POOL }, send)) };
}
type Served = Awaited<ReturnType<typeof serve>>;

afterAll(async () => {
  killAll();
  for (const proxy of proxies) await proxy.close();
});

const isRunning = ({ child }: Alone) => child.exitCode === null && child.signalCode === null;

function expectUnavailable(answers: readonly Answer[]): void {
  for (const answer of answers) {
    expectRefusal(answer, 503, 'unavailable');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  }
}

/** Each request may connect once for itself, once for what it shares, and once more. */
const MOST_CONNECTS = 3 * POOL;

async function expectToRecover(served: Served): Promise<void> {
  const { proxy } = served;
  expectUnavailable(await served.sendMany());
  expect(proxy.connects).toBeGreaterThan(0);
  expect(proxy.connects).toBeLessThanOrEqual(MOST_CONNECTS);
  expect(isRunning(served)).toBe(true);
  proxy.behave('well');
  expect(await served.send()).toMatchObject({ status: 200 });
}

/** Each request of this one waits for the deadline of a connection, so its tests run at once. */
const SILENT = 'says nothing';
const LOUD = FAULT_NAMES.filter((fault) => fault !== SILENT);

async function expectToRecoverWhileRunning(served: Served, fault: (typeof FAULT_NAMES)[number]) {
  // Connects all of the pool, so that all connections are cut.
  for (const answer of await served.sendMany()) expect(answer).toMatchObject({ status: 200 });
  served.proxy.behave(fault);
  await expectToRecover(served);
}

async function serveBehind(fault: Parameters<DatabaseProxy['behave']>[0], query = ''): Promise<Served> {
  const proxy = await openProxy();
  proxy.behave(fault);
  return serve(proxy, { query });
}

describe('a running function whose database', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveBehind('well');
  });

  it.each(LOUD)('%s answers 503 with few connects, and 200 afterwards', (fault) =>
    expectToRecoverWhileRunning(served, fault),
  );
});

it.each(LOUD)('recovers if it was started while the database %s', async (fault) => {
  const served = await serveBehind(fault);
  await expectToRecover(served);
  served.child.kill('SIGKILL');
});

it.each(TLS_FAULT_NAMES)('recovers with TLS if the database %s', async (fault) => {
  const served = await serveBehind(fault, 'sslmode=require');
  await expectToRecover(served);
  served.child.kill('SIGKILL');
});

/** Earlier requests wait for connections that still get no answer. The next one needs its own. */
async function expectNoWaitForOthers(served: Served): Promise<void> {
  const earlier = [served.send(), served.send()];
  await eventually(() => served.proxy.connects > earlier.length);
  served.proxy.behave('well', { cuts: false });
  expect(await served.send()).toMatchObject({ status: 200 });
  await Promise.all(earlier);
}

it('recovers from a database that says nothing, whenever it was started', async () => {
  const [running, started, waiting] = [
    await serveBehind('well'),
    await serveBehind(SILENT),
    await serveBehind(SILENT),
  ];
  await Promise.all([
    expectToRecoverWhileRunning(running, SILENT),
    expectToRecover(started),
    expectNoWaitForOthers(waiting),
  ]);
});

it.each(['target_session_attrs=primary', ''])('finds the server that others follow (%s)', async (query) => {
  const [follower, other] = [await openProxy(), await openProxy()];
  follower.behave('follows another server (25006)');
  const served = await serve(follower, { query, besides: other.port });
  // The second request may be the first to learn that the server is the wrong one.
  await served.send();
  for (const answer of await served.sendMany()) expect(answer).toMatchObject({ status: 200 });
  served.child.kill('SIGKILL');
});

it('answers the probe for life without a database', async () => {
  const proxy = await openProxy();
  proxy.behave('ends it at once');
  const url = new URL(database.url);
  url.port = String(proxy.port);
  const { url: health } = await serveAlone('health', ownVariables('health', url.href));
  const ask = (path: string) => call(health, { method: 'GET', path });
  const answer = await eventually(() => ask('/health'));
  expect(answer).toMatchObject({ status: 503 });
  expect(json(answer)).toMatchObject({ problem: 'the database does not answer' });
  expect(await ask('/health?probe=live')).toMatchObject({ status: 200 });
});
