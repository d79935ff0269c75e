import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import {
  BROADCAST_TRIGGER_PATH,
  NOTIFICATION_PATH,
  TEST_NOTIFICATION_PATH,
} from '../../shared/notification-api/answers';
import { purposeKey, signFor } from '../../shared/security/purpose-keys';
import { signWebhook } from '../../shared/security/webhook-signature';
import type { Channel } from '../../shared/domain/common/channel';
import { TARGETS, type Target } from '../../playground/stack-types';
import { WORLD_START_DEADLINE_MS } from '../support/deadlines';
import { useWorld } from '../worlds/journey';
import { call, json, type Call } from './support/call';
import { writtenTo } from './support/chat';
import { expectRefusal } from './support/hardened';
import { fresh, from } from './support/notification-caller';
import { newChannel } from './support/people';
import { orphanIpn, signedIpn, statusCall, telegramCall } from './support/signed-calls';
import { quiet } from './support/work';

// One secret, one purpose: a call is good at the endpoint that it was signed for, and once.

const PREVIOUS = 'the-secret-before-this-one';
const world = useWorld({
  targets: TARGETS,
  environment: {
    TRUSTED_PROXY_HOPS: '1',
    ALLOWED_IPS: '10.0.0.0/8',
    RATE_LIMIT_BURST: '1000',
    WEBHOOK_SIGNING_SECRET_PREVIOUS: PREVIOUS,
  },
});
let channel: Channel;
beforeAll(async () => {
  channel = await newChannel(world);
}, WORLD_START_DEADLINE_MS);

interface Endpoint {
  readonly target: Target;
  readonly path: string;
}
const ENDPOINTS: readonly Endpoint[] = [
  { target: 'telegramWebhook', path: '/' },
  { target: 'paymentIpn', path: '/' },
  { target: 'notificationWebhook', path: NOTIFICATION_PATH },
  { target: 'notificationWebhook', path: TEST_NOTIFICATION_PATH },
  { target: 'notificationWebhook', path: BROADCAST_TRIGGER_PATH },
  { target: 'worker', path: '/' },
  { target: 'health', path: '/status' },
];
const METHODS: Partial<Record<Target, string>> = { health: 'GET' };
const secretOf = (name: string, target: Target) => String(world.environment(target)[name]);
const now = () => Date.now() / 1000;

/** Sends the same headers and body to an endpoint. A stranger's address, except where callers must be listed. */
const send = ({ target, path }: Endpoint, how: Call) => {
  const address = target === 'health' ? '203.0.113.7' : '10.9.9.9';
  const headers = { ...how.headers, ...from(address) };
  return call(world.functions[target].url, { method: METHODS[target] ?? 'POST', ...how, path, headers });
};

let made = 0;
/** A new call for each endpoint, with everything that a caller may send along. */
const CALLS: Readonly<Record<string, (endpoint: Endpoint) => Call>> = {
  telegramWebhook: () => {
    made += 1;
    const user = { id: 91_000 + made, first_name: 'Dana', is_bot: false };
    const message = { message_id: made, date: 0, from: user, chat: { id: user.id, type: 'private' } };
    const update = { update_id: 91_000_000 + made, message: { ...message, text: '/help' } };
    return telegramCall(world.environment('telegramWebhook'), update);
  },
  paymentIpn: () => signedIpn(world.environment('paymentIpn'), orphanIpn(91_000_000 + ++made)),
  notificationWebhook: ({ path }) => {
    const body = JSON.stringify({
      ...fresh(channel),
      ...(path === BROADCAST_TRIGGER_PATH && { n: ++made }),
    });
    return { body, headers: signWebhook(secretOf('WEBHOOK_SIGNING_SECRET', 'worker'), body, now()) };
  },
  worker: () => {
    const body = JSON.stringify({ n: ++made });
    return { body, headers: signFor('worker', secretOf('WEBHOOK_SIGNING_SECRET', 'worker'), body) };
  },
  health: () => ({ ...statusCall(world.environment('health')), body: '' }),
};
const callFor = (endpoint: Endpoint): Pick<Call, 'headers' | 'body'> => {
  const { headers = {}, body = '' } = CALLS[endpoint.target]!(endpoint);
  return { headers, body };
};

const nameOf = ({ target, path }: Endpoint) => `${target} ${path}`;
const isSame = (a: Endpoint, b: Endpoint) => a.target === b.target && a.path === b.path;
const PAIRS = ENDPOINTS.flatMap((own) =>
  ENDPOINTS.filter((other) => !isSame(own, other)).map(
    (other) => [nameOf(own), nameOf(other), own, other] as const,
  ),
);

beforeEach(() => world.database`update channels set posts_triggered_at = null`);

it.each(PAIRS)('makes a call for %s worthless at %s', async (_, __, own, other) => {
  const how = callFor(own);
  expect((await send(own, how)).status).toBe(200);
  const answer = await send(other, how);
  // Another path of the same function knows the caller, but the call is used up.
  if (own.target === other.target) expect(json(answer)).toEqual({ status: 'duplicate' });
  else
    expectRefusal(
      answer,
      answer.status === 401 ? 401 : 403,
      answer.status === 401 ? 'unauthorized' : 'forbidden',
    );
});

it.each(PAIRS.filter(([, , own, other]) => own.target !== other.target))(
  'refuses a call for %s that comes to %s first',
  async (_, __, own, other) => {
    const how = callFor(own);
    expect([401, 403]).toContain((await send(other, how)).status);
    expect((await send(own, how)).status).toBe(200);
  },
);

const told = () => writtenTo(world, channel.ownerUserId).length;
const posts = async () => (await world.database`select 1 from outbox where kind = 'publish_post'`).length;

describe.each(ENDPOINTS.filter(({ target }) => target === 'notificationWebhook'))('$path', (endpoint) => {
  it('performs a call once, even if its second use has another path', async () => {
    const how = callFor(endpoint);
    expect(json(await send(endpoint, how))).toMatchObject({ status: 'success' });
    const before = { told: told(), posts: await posts() };
    await world.database`update channels set posts_triggered_at = null`;
    for (const other of ENDPOINTS.filter(({ target }) => target === 'notificationWebhook'))
      expect(json(await send(other, how))).toEqual({ status: 'duplicate' });
    expect({ told: told(), posts: await posts() }).toEqual(before);
  });

  it('performs a call with an idempotency key once, at its own path and elsewhere', async () => {
    const secret = secretOf('WEBHOOK_SIGNING_SECRET', 'worker');
    const key = `once-${++made}`;
    const body = JSON.stringify({ ...fresh(channel), idempotency_key: key });
    const signed = (at: number): Call => ({ body, headers: signWebhook(secret, body, at) });
    const first = signed(now());
    expect(json(await send(endpoint, first))).toMatchObject({ status: 'success' });
    const before = { told: told(), posts: await posts() };
    await world.database`update channels set posts_triggered_at = null`;
    // A retry is signed again. It has the same key, so it is a repeat as well.
    expect(json(await send(endpoint, signed(now() - 30)))).toEqual({ status: 'duplicate' });
    for (const other of ENDPOINTS.filter(({ target }) => target === 'notificationWebhook'))
      expect(json(await send(other, first))).toEqual({ status: 'duplicate' });
    expect({ told: told(), posts: await posts() }).toEqual(before);
  });
});

it('keeps a call good that was answered 503', async () => {
  const endpoint = ENDPOINTS[3]!;
  const how = callFor(endpoint);
  await quiet(world); // so that the fault meets this call's message
  world.telegram.fault({ method: 'sendMessage', kind: 'error', times: 1, status: 500 });
  expect((await send(endpoint, how)).status).toBe(503);
  world.telegram.clearFaults();
  expect(json(await send(endpoint, how))).toMatchObject({ status: 'success' });
  expect(json(await send(endpoint, how))).toEqual({ status: 'duplicate' });
});

describe('a nudge', () => {
  const worker: Endpoint = { target: 'worker', path: '/' };
  const nudge = (secret: string, seconds?: number, body = '{"due":true}'): Call => ({
    body,
    headers: signFor('worker', secret, body, seconds),
  });
  const current = () => secretOf('WEBHOOK_SIGNING_SECRET', 'worker');

  it.each<[string, number, () => Call]>([
    ['signed now', 200, () => nudge(current())],
    ['signed with the key of the previous secret', 200, () => nudge(PREVIOUS)],
    ['with any body', 200, () => nudge(current(), undefined, 'anything at all')],
    ['with no body', 200, () => nudge(current(), undefined, '')],
    ['of six minutes ago', 403, () => nudge(current(), now() - 360)],
    ['of six minutes ahead', 403, () => nudge(current(), now() + 360)],
    [
      'signed with the secret itself',
      403,
      () => ({ body: '{}', headers: signWebhook(current(), '{}', now()) }),
    ],
    ['of the older form', 403, () => ({ body: '{}', headers: signWebhook(current(), '{}') })],
    [
      'without its timestamp',
      403,
      () => ({ body: '{}', headers: signWebhook(purposeKey('worker', current()), '{}') }),
    ],
    ['signed with a secret that never was one', 403, () => nudge('never-was-a-secret-here')],
  ])('%s is answered %i', async (_, status, how) => {
    const twice = [await send(worker, how()), await send(worker, how())];
    expect(twice.map((answer) => answer.status)).toEqual([status, status]);
  });
});

it('is woken by the lines of the runbook', async () => {
  const [lines = ''] =
    /(?<=```sh\n)key=\$\(printf worker[^`]*/.exec(readFileSync('infra/README.md', 'utf8')) ?? [];
  const environment = {
    ...process.env,
    WEBHOOK_SIGNING_SECRET: secretOf('WEBHOOK_SIGNING_SECRET', 'worker'),
    WORKER_URL: world.functions.worker.url,
  };
  // Telegram and NOWPayments run in this process, so it must not stop for the answer.
  const { stdout } = await promisify(execFile)('sh', ['-e', '-c', lines], { env: environment });
  expect(JSON.parse(stdout)).toMatchObject({ delivered: expect.any(Number) as number });
});

describe('/status', () => {
  const status: Endpoint = { target: 'health', path: '/status' };
  const read = (headers: Call['headers'] = {}, address = '203.0.113.7') =>
    call(world.functions.health.url, {
      method: 'GET',
      path: status.path,
      headers: { ...headers, ...from(address) },
    });
  const key = (secret: string, seconds?: number) => signFor('status', secret, '', seconds);
  const bearer = (secret: string) => ({
    authorization: `Bearer ${purposeKey('status', secret).toString('hex')}`,
  });
  const current = () => secretOf('WEBHOOK_SIGNING_SECRET', 'worker');

  it.each<[string, number, () => Promise<{ status: number }>]>([
    ['a stranger', 401, () => read()],
    ['a listed address', 200, () => read({}, '10.1.2.3')],
    ['a stranger who says a listed address first', 401, () => read({}, '10.1.2.3, 203.0.113.7')],
    ['a signature', 200, () => read(key(current()))],
    ['a signature under the previous secret', 200, () => read(key(PREVIOUS))],
    ['an old signature', 403, () => read(key(current(), now() - 360))],
    ['its key', 200, () => read(bearer(current()))],
    ['its key under the previous secret', 200, () => read(bearer(PREVIOUS))],
    ['the secret in place of its key', 403, () => read({ authorization: `Bearer ${current()}` })],
    ['a wrong key from a listed address', 403, () => read(bearer('another-secret-altogether'), '10.1.2.3')],
    ['a signature of the callers', 403, () => read(signWebhook(current(), '', now()))],
    ['a signature of the worker', 403, () => read(signFor('worker', current(), ''))],
    [
      'a wrong signature from a listed address',
      403,
      () => read({ 'x-signature': '0'.repeat(64) }, '10.1.2.3'),
    ],
  ])('answers %s with %i', async (_, expected, ask) => {
    expect((await ask()).status).toBe(expected);
  });

  it('lets everyone read /health', async () => {
    const answer = await call(world.functions.health.url, {
      method: 'GET',
      path: '/health',
      headers: from('203.0.113.7'),
    });
    expect(answer.status).toBe(200);
  });

  it('is guarded without the callers’ secret', () => {
    const environment = Object.entries(world.environment('health'));
    expect(environment.some(([, value]) => value === current())).toBe(false);
  });
});
