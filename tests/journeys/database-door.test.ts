import {
  openDatabaseDoor,
  MISDEED_NAMES,
  TLS_MISDEED_NAMES,
  type DatabaseDoor,
} from '../support/database-door';
import { useFixture } from '../support/use-fixture';
import { useTestDatabase } from '../support/test-database';
import { call, json, type Answer } from './support/call';
import { expectRefusal } from './support/hardened';
import { eventually } from './support/eventually';
import { ownVariables } from './support/own-variables';
import { killAll, serveAlone, type Alone } from './support/run-alone';
import { GOOD_CALLS } from './support/signed-calls';

const database = useTestDatabase();
const door: DatabaseDoor = useFixture(() => openDatabaseDoor(Number(new URL(database.url).port)));

const POOL = 4;
let calls = 0;

/** Starts `paymentIpn` behind the door. */
async function serve(how: { readonly query?: string; readonly besides?: number } = {}) {
  const url = new URL(database.url);
  url.port = String(door.port);
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

async function expectWeathered(served: Served): Promise<void> {
  expectUnavailable(await served.sendMany());
  expect(door.connects).toBeGreaterThan(0);
  expect(door.connects).toBeLessThanOrEqual(MOST_CONNECTS);
  expect(isRunning(served)).toBe(true);
  door.behave('well');
  expect(await served.send()).toMatchObject({ status: 200 });
}

describe('a running function whose database’s door', () => {
  let served: Served;
  beforeAll(async () => {
    door.behave('well');
    served = await serve();
  });

  it.each(MISDEED_NAMES)('%s answers 503 with few connects, and 200 afterwards', async (misdeed) => {
    // Connects all of the pool, so that all connections are cut.
    for (const answer of await served.sendMany()) expect(answer).toMatchObject({ status: 200 });
    door.behave(misdeed);
    await expectWeathered(served);
  });
});

it.each(MISDEED_NAMES)('a function recovers that was started while the door %s', async (misdeed) => {
  door.behave(misdeed);
  const served = await serve();
  await expectWeathered(served);
  served.child.kill('SIGKILL');
});

it.each(TLS_MISDEED_NAMES)('a function that demands TLS recovers if the door %s', async (misdeed) => {
  door.behave(misdeed);
  const served = await serve({ query: 'sslmode=require' });
  await expectWeathered(served);
  served.child.kill('SIGKILL');
});

it('a new request does not wait for the connections of earlier ones that are still silent', async () => {
  door.behave('says nothing');
  const served = await serve();
  const earlier = [served.send(), served.send()];
  await eventually(() => door.connects > earlier.length);
  door.behave('well', { cuts: false });
  expect(await served.send()).toMatchObject({ status: 200 });
  await Promise.all(earlier);
  served.child.kill('SIGKILL');
});

describe('a function whose URL names a server that follows another one first', () => {
  const other: DatabaseDoor = useFixture(() => openDatabaseDoor(Number(new URL(database.url).port)));

  it.each(['target_session_attrs=primary', ''])('finds the other one (%s)', async (query) => {
    door.behave('follows another server (25006)');
    const served = await serve({ query, besides: other.port });
    // The second request may be the first to learn that the server is the wrong one.
    await served.send();
    for (const answer of await served.sendMany()) expect(answer).toMatchObject({ status: 200 });
    served.child.kill('SIGKILL');
  });
});

it('the probe for life needs no database', async () => {
  door.behave('ends it at once');
  const url = new URL(database.url);
  url.port = String(door.port);
  const { url: health } = await serveAlone('health', ownVariables('health', url.href));
  const ask = (path: string) => call(health, { method: 'GET', path });
  const answer = await eventually(() => ask('/health'));
  expect(answer).toMatchObject({ status: 503 });
  expect(json(answer)).toMatchObject({ problem: 'the database does not answer' });
  expect(await ask('/health?probe=live')).toMatchObject({ status: 200 });
});
