import { TARGETS, type Target } from '../../playground/stack-types';
import type { Status } from '../../functions/health/status';
import { SCHEMA_VERSION } from '../../shared/database/connection/schema/schema-version';
import { call, json, type Call } from './support/call';
import { askFor } from './support/chat';
import { eventually } from './support/eventually';
import { expectHardened, expectRefusal } from './support/hardened';
import { newDonor } from './support/people';
import { GOOD_CALLS, NOTIFICATION } from './support/signed-calls';
import { useWorld } from '../worlds/journey';
import { parseExposition } from '../support/parse-exposition';

const KIB = 1024;
const BROADCAST = '/webhooks/broadcast-trigger';

interface Endpoint {
  readonly target: Target;
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly allow: string;
  readonly maxBytes: number;
}

const ENDPOINTS: readonly Endpoint[] = [
  { target: 'telegramWebhook', path: '/', method: 'POST', allow: 'POST', maxBytes: KIB * KIB },
  { target: 'paymentIpn', path: '/', method: 'POST', allow: 'POST', maxBytes: 64 * KIB },
  { target: 'notificationWebhook', path: NOTIFICATION, method: 'POST', allow: 'POST', maxBytes: 64 * KIB },
  { target: 'notificationWebhook', path: BROADCAST, method: 'POST', allow: 'POST', maxBytes: 64 * KIB },
  { target: 'worker', path: '/', method: 'POST', allow: 'POST', maxBytes: 64 * KIB },
  { target: 'health', path: '/health', method: 'GET', allow: 'GET, HEAD', maxBytes: KIB },
  { target: 'health', path: '/status', method: 'GET', allow: 'GET, HEAD', maxBytes: KIB },
];

// The limit is so high that it never refuses a call before the guard that is tested.
const world = useWorld({
  targets: TARGETS,
  environment: { RATE_LIMIT_BURST: '1000', TRUSTED_PROXY_HOPS: '1' },
});

const knock = (target: Target, how: Call) => call(world.functions[target].url, how);

describe.each(ENDPOINTS)('$target $path', ({ target, path, method, allow, maxBytes }) => {
  const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((one) => one !== method);

  it.each(others)('refuses %s, naming the allowed methods', async (other) => {
    const answer = await knock(target, { path, method: other });
    expectRefusal(answer, 405, 'method_not_allowed');
    expect(answer.headers.allow).toBe(allow);
  });

  it.each<[string, (bytes: number) => Call['body'] & object]>([
    ['with its length', (bytes) => Buffer.alloc(bytes, ' ')],
    ['in chunks', (bytes) => [Buffer.alloc(bytes - 512, ' '), Buffer.alloc(512, ' ')]],
  ])('refuses only a body that is larger than the limit, sent %s', async (_, body) => {
    const { headers } = GOOD_CALLS[target](world.environment(target), 3);
    const send = (bytes: number) =>
      knock(target, { path, method, headers: { ...headers }, body: body(bytes) });
    expectRefusal(await send(maxBytes + 1), 413, 'payload_too_large');
    expect((await send(maxBytes)).status).not.toBe(413);
  });

  it('refuses a body that announces too much before it looks for a credential', async () => {
    const answer = await knock(target, { path, method, body: Buffer.alloc(maxBytes + 1, ' ') });
    expectRefusal(answer, 413, 'payload_too_large');
  });

  if (method === 'POST')
    it('refuses a caller without a credential before it reads a body', async () => {
      const body = Array.from({ length: 3 }, () => Buffer.alloc(maxBytes, ' '));
      expectRefusal(await knock(target, { path, method, body }), 401, 'unauthorized');
    });

  it.each(['http', 'HTTP', 'https, http', 'http, https'])(
    'redirects or refuses every call over plain HTTP (%s)',
    async (proto) => {
      const headers = { host: 'pay.example', 'x-forwarded-proto': proto };
      const read = await knock(target, { path: `${path}?a=b`, method: 'GET', headers });
      expectRefusal(read, 301, 'https_required');
      expect(read.headers.location).toBe(`https://pay.example${path}?a=b`);
      expectRefusal(await knock(target, { path, headers }), 403, 'https_required');
    },
  );

  it('returns the correlation id that it was sent, or a new one instead of an unfit id', async () => {
    const idFor = async (sent: string) =>
      (await knock(target, { path, method, headers: { 'x-correlation-id': sent } })).headers[
        'x-correlation-id'
      ];
    expect(await idFor('order-17.a_b')).toBe('order-17.a_b');
    for (const unfit of ['a b', '"quoted"', '<x>', 'x'.repeat(129)])
      expect(await idFor(unfit)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('answers an allowed call with the same security headers', async () => {
    const good = GOOD_CALLS[target](world.environment(target), 1);
    const answer = await knock(target, target === 'health' ? { ...good, path } : good);
    expect(answer.status).toBe(200);
    expectHardened(answer);
  });
});

const BAD = { sha256: '0'.repeat(64), sha512: '0'.repeat(128) };
test.each<[Target, string, Record<string, string>, number, string]>([
  ['telegramWebhook', 'no secret token', {}, 401, 'unauthorized'],
  ['telegramWebhook', 'a wrong one', { 'x-telegram-bot-api-secret-token': 'wrong' }, 401, 'unauthorized'],
  ['telegramWebhook', 'an empty one', { 'x-telegram-bot-api-secret-token': '' }, 401, 'unauthorized'],
  ['paymentIpn', 'no signature', {}, 401, 'unauthorized'],
  ['paymentIpn', 'a wrong one', { 'x-nowpayments-sig': BAD.sha512 }, 401, 'unauthorized'],
  ['notificationWebhook', 'no signature', {}, 401, 'unauthorized'],
  ['notificationWebhook', 'a wrong one', { 'x-signature': BAD.sha256 }, 403, 'forbidden'],
  ['notificationWebhook', 'half of one', { 'x-signature': 'abc' }, 403, 'forbidden'],
  ['worker', 'no signature', {}, 401, 'unauthorized'],
  ['worker', 'a wrong one', { 'x-signature': BAD.sha256 }, 403, 'forbidden'],
  ['worker', 'a token that nobody has set up', { authorization: 'Bearer x.y.z' }, 401, 'unauthorized'],
])('%s refuses a caller with %s', async (target, _, headers, status, code) => {
  const { body } = GOOD_CALLS[target](world.environment(target), 2);
  const path = target === 'notificationWebhook' ? NOTIFICATION : '/';
  expectRefusal(await knock(target, { path, headers, ...(body && { body }) }), status, code);
});

test.each<[Target, string]>([
  ['notificationWebhook', '/'],
  ['notificationWebhook', '/webhooks'],
  ['notificationWebhook', `${NOTIFICATION}/`],
  ['notificationWebhook', '/webhooks/..%2fnotification'],
  ['health', '/'],
  ['health', '/health/'],
  ['health', '/Health'],
])('%s serves nothing at %s', async (target, path) => {
  expectRefusal(await knock(target, { path, method: 'GET' }), 404, 'not_found');
  expectRefusal(await knock(target, { path, method: 'POST' }), 404, 'not_found');
});

test.each<[Target, string]>(
  ENDPOINTS.flatMap(({ target }): [Target, string][] => [
    [target, '/favicon.ico'],
    [target, '/%ff'],
  ]),
)('%s answers %s under the same headers', async (target, path) => {
  const answer = await knock(target, { path, method: 'GET' });
  expect([400, 404]).toContain(answer.status);
  expectHardened(answer);
});

describe('health', () => {
  it('reports that all is well, with the state of every safeguard', async () => {
    const answer = await knock('health', { path: '/health', method: 'GET' });
    expect({ status: answer.status, body: json(answer) }).toEqual({
      status: 200,
      body: {
        status: 'healthy',
        service: 'health',
        version: 'local',
        components: {
          database: 'healthy',
          notification_service: 'healthy',
          schema: 'healthy',
          configuration: 'healthy',
        },
        security: {
          hmac: 'enabled',
          ip_whitelist: 'enabled',
          rate_limiting: 'enabled',
          security_headers: 'enabled',
        },
        schema: { found: SCHEMA_VERSION, needed: SCHEMA_VERSION },
        configuration: {
          database: 'url',
          allowed_addresses: 'listed',
          client_address: 'behind_trusted_proxies',
        },
      },
    });
  });

  it('asks the database once for many callers until the cache expires', async () => {
    const asked = async () => {
      const [row] = await world.database<{ last: Date | null }[]>`
        select max(query_start) as last from pg_stat_activity
        where datname = current_database() and query = 'select 1'`;
      return row?.last?.getTime();
    };
    // Each call comes from another address, like uptime checks, so each has its own rate limit.
    const ask = (from = 0) =>
      knock('health', {
        path: '/health',
        method: 'GET',
        headers: { 'x-forwarded-for': `198.51.100.${from}` },
      });
    // If the session ran another statement since, its query is no longer visible. Then everything is tried again.
    await eventually(async () => {
      const stale = await asked();
      // The first answer that is not from the cache starts a new cache period.
      await eventually(async () => (await ask(), (await asked()) !== stale), { everyMs: 100 });
      const before = await asked();
      const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => ask(i + 1)));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      expect(await asked()).toBe(before);
    });
  });

  let asked = 1000;
  /** Comes from another address each time, so that no rate limit refuses it. */
  const askStatus = (more: Record<string, string> = {}) => {
    const { headers, ...how } = GOOD_CALLS.health(world.environment('health'), ++asked);
    return knock('health', { ...how, headers: { ...headers, ...more } });
  };

  it('answers the probe “live” without asking the database, but no unknown probe', async () => {
    const live = await knock('health', { path: '/health?probe=live', method: 'GET' });
    expect({ status: live.status, body: json(live) }).toEqual({
      status: 200,
      body: { status: 'healthy', service: 'health', version: 'local' },
    });
    const unknown = await knock('health', { path: '/health?probe=x', method: 'GET' });
    expectRefusal(unknown, 400, 'unknown_probe');
    for (const path of ['/health', '/health?probe=live', '/status'])
      expect(await knock('health', { path, method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });

  it('shows the refusals of another function, the same to Prometheus and to people', async () => {
    // Only IPNs about orders that exist count, because strangers can send any others.
    const { reference } = await askFor(world, newDonor(world));
    const order = world.nowpayments.invoices().find(({ orderId }) => orderId?.includes(reference));
    const body = JSON.stringify({ order_id: order?.orderId });
    const second = await world.startInstance('paymentIpn');
    for (let n = 0; n < 3; n += 1)
      await call(second.url, { body, headers: { 'x-nowpayments-sig': BAD.sha512 } });
    // Stopping makes it write its counters.
    await second.stop();
    await eventually(async () => {
      const { functions, product } = json(await askStatus()) as Status;
      expect(functions['paymentIpn']?.refused).toBeGreaterThanOrEqual(3);
      expect(product.ipnSignatureRefused).toBeGreaterThanOrEqual(3);
      const answer = await askStatus({ accept: 'text/plain' });
      expectHardened(answer);
      expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
      expect(parseExposition(answer.text).get('telepay_ipn_signature_refused_total')?.samples).toEqual([
        { labels: {}, value: product.ipnSignatureRefused },
      ]);
    });
  });

  it('reports how Telegram sees the webhook, as a worker asks every five minutes', async () => {
    await world.moveClock('6 minutes');
    // The first worker has just checked whether it is due, so a second one is started.
    const worker = await world.startInstance('worker');
    await call(worker.url, GOOD_CALLS.worker(world.environment('worker'), 3));
    await eventually(async () => {
      const { telegram } = json(await askStatus()) as Status;
      expect(telegram).toMatchObject({
        isSet: true,
        isExpected: true,
        pendingUpdates: 0,
        lastErrorClass: null,
      });
    });
    expect(worker.output()).toContain('"message":"status.observed"');
  });
});
