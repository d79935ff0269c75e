import {
  openDatabaseProxy,
  FAULT_NAMES,
  TLS_FAULT_NAMES,
  type DatabaseProxy,
} from '../support/database-proxy';
import { useFixture } from '../support/use-fixture';
import { useTestDatabase } from '../support/test-database';
import { call, json, type Answer } from './support/call';
import { expectRefusal } from './support/hardened';
import { eventually } from './support/eventually';
import { ownVariables } from './support/own-variables';
import { killAll, serveAlone, type Alone } from './support/run-alone';
import { GOOD_CALLS } from './support/signed-calls';

const database = useTestDatabase();
const proxy: DatabaseProxy = useFixture(() => openDatabaseProxy(Number(new URL(database.url).port)));

const POOL = 4;
let calls = 0;

/** Starts `paymentIpn` behind the proxy. */
async function serve(how: { readonly query?: string; readonly besides?: number } = {}) {
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
  return { ...alone, send, sendMany: () => Promise.all(Array.from({ length: POOL }, send)) };
}
type Served = Awaited<ReturnType<typeof serve>>;

afterAll(killAll);

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
  expectUnavailable(await served.sendMany());
  expect(proxy.connects).toBeGreaterThan(0);
  expect(proxy.connects).toBeLessThanOrEqual(MOST_CONNECTS);
  expect(isRunning(served)).toBe(true);
  proxy.behave('well');
  expect(await served.send()).toMatchObject({ status: 200 });
}

describe('a running function whose database', () => {
  let served: Served;
  beforeAll(async () => {
    proxy.behave('well');
    served = await serve();
  });

  it.each(FAULT_NAMES)('%s answers 503 with few connects, and 200 afterwards', async (fault) => {
    // Connects all of the pool, so that all connections are cut.
    for (const answer of await served.sendMany()) expect(answer).toMatchObject({ status: 200 });
    proxy.behave(fault);
    await expectToRecover(served);
  });
});

it.each(FAULT_NAMES)('recovers if it was started while the database %s', async (fault) => {
  proxy.behave(fault);
  const served = await serve();
  await expectToRecover(served);
  served.child.kill('SIGKILL');
});

it.each(TLS_FAULT_NAMES)('recovers with TLS if the database %s', async (fault) => {
  proxy.behave(fault);
  const served = await serve({ query: 'sslmode=require' });
  await expectToRecover(served);
  served.child.kill('SIGKILL');
});

it('answers a new request while the connections of earlier ones are silent', async () => {
  proxy.behave('says nothing');
  const served = await serve();
  const earlier = [served.send(), served.send()];
  await eventually(() => proxy.connects > earlier.length);
  proxy.behave('well', { cuts: false });
  expect(await served.send()).toMatchObject({ status: 200 });
  await Promise.all(earlier);
  served.child.kill('SIGKILL');
});

describe('a function whose URL names a server that follows another one first', () => {
  const other: DatabaseProxy = useFixture(() => openDatabaseProxy(Number(new URL(database.url).port)));

  it.each(['target_session_attrs=primary', ''])('finds the other one (%s)', async (query) => {
    proxy.behave('follows another server (25006)');
    const served = await serve({ query, besides: other.port });
    // The second request may be the first to learn that the server is the wrong one.
    await served.send();
    for (const answer of await served.sendMany()) expect(answer).toMatchObject({ status: 200 });
    served.child.kill('SIGKILL');
  });
});

it('answers the probe for life without a database', async () => {
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
