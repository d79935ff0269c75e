import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { WORLD_START_DEADLINE_MS } from '../support/deadlines';
import { call } from './support/call';
import { ownVariables } from './support/own-variables';
import { killAll, serveAlone } from './support/run-alone';
import { NOTIFICATION } from './support/signed-calls';

// Which address a call counts as, tested with real processes. All spellings are in `shared/security/client-address.test.ts`.

const RANGES = '10.0.0.0/8,2001:db8:1::/48';
const LISTED = '10.1.2.3';
const STRANGER = '203.0.113.9';
const PROXY = '198.51.100.1';

/** The same function, behind different numbers of our proxies. */
const INSTANCES = {
  'no proxy, from a listed socket': { TRUSTED_PROXY_HOPS: '0', ALLOWED_IPS: '127.0.0.0/8,::1' },
  'no proxy, from a strange socket': { TRUSTED_PROXY_HOPS: '0', ALLOWED_IPS: RANGES },
  'one proxy': { TRUSTED_PROXY_HOPS: '1', ALLOWED_IPS: RANGES },
  'two proxies': { TRUSTED_PROXY_HOPS: '2', ALLOWED_IPS: RANGES },
} as const;
type Instance = keyof typeof INSTANCES;

let database: TestDatabase;
const urls = new Map<string, string>();
beforeAll(async () => {
  database = await createTestDatabase();
  // The limit is so high that it never refuses a call before the address list does.
  const common = { ...ownVariables('notificationWebhook', database.url), RATE_LIMIT_BURST: '1000' };
  const start = async ([name, own]: [string, Record<string, string>]) =>
    urls.set(name, (await serveAlone('notificationWebhook', { ...common, ...own })).url);
  await Promise.all(Object.entries(INSTANCES).map(start));
}, WORLD_START_DEADLINE_MS);
afterAll(async () => {
  killAll();
  await database.close();
});

/** Makes an unsigned call: a listed address gets 401 because of the signature, any other gets 403. */
async function knock(instance: Instance, chain: readonly string[], status: 401 | 403): Promise<void> {
  const headers = chain.length === 0 ? {} : { 'x-forwarded-for': chain.join(', ') };
  const answer = await call(String(urls.get(instance)), { path: NOTIFICATION, headers, body: '{}' });
  expect({ chain, status: answer.status }).toEqual({ chain, status });
}

const HOPS = [0, 1, 2, 3, 4, 5];
test.each<[Instance, string, readonly string[], 401 | 403]>([
  ['no proxy, from a listed socket', STRANGER, [], 401],
  ['no proxy, from a strange socket', LISTED, [], 403],
  ['one proxy', STRANGER, [LISTED], 401],
  ['one proxy', LISTED, [STRANGER], 403],
  ['two proxies', STRANGER, [LISTED, PROXY], 401],
  ['two proxies', LISTED, [STRANGER, PROXY], 403],
])('behind %s: 0 to 5 forged hops that say %s, then %j, get %i', async (instance, said, true_, status) => {
  for (const length of HOPS) await knock(instance, [...Array.from({ length }, () => said), ...true_], status);
});

test.each<[string, 401 | 403]>([
  ['10.255.255.255', 401],
  ['11.0.0.0', 403],
  ['10.1.2.3:443', 401],
  ['203.0.113.9:443', 403],
  ['2001:db8:1::7', 401],
  ['2001:db8:2::7', 403],
  ['[2001:db8:1::7]', 401],
  ['[2001:db8:1::7]:443', 401],
  ['[2001:db8:2::7]:443', 403],
  ['::ffff:10.1.2.3', 401],
  ['::ffff:a01:203', 401],
  ['[::ffff:10.1.2.3]:443', 401],
  ['::ffff:203.0.113.9', 403],
  ['unknown', 403],
  ['', 403],
  ['010.1.2.3', 403],
  ['10.1.2.3, unknown', 403],
])('an address that the proxy spells “%s” gets %i', (address, status) =>
  knock('one proxy', [address], status),
);

test.each<[Instance, string[]]>([
  ['one proxy', []],
  ['two proxies', [LISTED]],
])('a call that did not pass %s counts as from its socket’s address', (instance, chain) =>
  knock(instance, chain, 403),
);

test.each(['x-real-ip', 'forwarded', 'true-client-ip', 'x-client-ip', 'x-cluster-client-ip'])(
  'the header %s is ignored',
  async (name) => {
    const headers = { 'x-forwarded-for': STRANGER, [name]: name === 'forwarded' ? `for=${LISTED}` : LISTED };
    const answer = await call(String(urls.get('one proxy')), { path: NOTIFICATION, headers });
    expect(answer.status).toBe(403);
  },
);
