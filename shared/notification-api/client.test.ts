import { join } from 'node:path';
import { build } from 'esbuild';
import { guarded } from '../http/guarded';
import { fakeRequest } from '../../tests/support/fake-request';
import type { Request } from '../http/types';
import { webhookSignature } from '../security/webhook-signature';
import { answerOf, broadcastAnswerOf, type BroadcastOutcome, type NotificationOutcome } from './answers';
import { notificationClient, type NotificationFailed } from './client';

const URL = 'https://pay.example';
const secret = 'a secret of sixteen';
const notification = {
  open_channel_id: '-1001234567890',
  payment_type: 'gift',
  payment_data: { user_id: 42, amount_crypto: '1', amount_usd: 5, crypto_currency: 'trx' },
};

type Reply = Response | 'no answer';
const ok = (outcome: NotificationOutcome) => Response.json(answerOf(outcome));
const error = (status: number, code: string, retryAfter?: string) =>
  Response.json({ error: code }, { status, headers: retryAfter ? { 'Retry-After': retryAfter } : {} });

/**
 * A webhook that gives these answers in turn to validly signed calls, and a client of it. Only waiting advances the
 * time.
 */
function setUp(...replies: Reply[]) {
  let ms = 1_700_000_000_500;
  const waited: number[] = [];
  const seen: { request: Request; content: Record<string, unknown>; init: RequestInit }[] = [];
  const now = () => Math.floor(ms / 1000);
  const webhook = guarded([webhookSignature({ keys: [secret], clocks: [now] })], async () => ({
    status: 200,
  }));
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const body = init.body as string;
    const request = fakeRequest({ path: url.replace(URL, ''), headers, body });
    await webhook(request);
    seen.push({ request, content: JSON.parse(body) as Record<string, unknown>, init });
    const reply = replies.shift();
    if (reply === undefined) throw new Error('asked once too often');
    if (reply === 'no answer') throw new TypeError('fetch failed');
    return reply;
  };
  const wait = async (time: number) => {
    waited.push(time / 1000);
    ms += time;
  };
  const client = notificationClient({
    url: URL,
    secret,
    fetch,
    wait,
    now: () => ms,
    correlationId: () => 'c-1',
  });
  return { client, seen, waited };
}

it.each<NotificationOutcome>(['sent', 'duplicate', 'disabled', 'not_configured', 'undeliverable'])(
  'returns the result %s',
  async (outcome) => {
    const { client, seen } = setUp(ok(outcome), ok(outcome));
    expect(await client.notify(notification)).toBe(outcome);
    expect(await client.testNotification(-1001234567890)).toBe(outcome);
    expect(seen.map(({ request }) => request.path)).toEqual([
      '/webhooks/notification',
      '/webhooks/test-notification',
    ]);
    expect(seen.map(({ content }) => content)).toEqual([
      { ...notification, idempotency_key: expect.any(String) as string },
      { open_channel_id: -1001234567890, idempotency_key: expect.any(String) as string },
    ]);
  },
);

it.each<BroadcastOutcome>([
  { channels: 1, posts: 2 },
  'paused',
  'no_public_channel',
  'nothing_to_post',
  'not_on_sale',
  'duplicate',
])('returns the result of a broadcast: %j', async (outcome) => {
  const { client, seen } = setUp(
    Response.json(broadcastAnswerOf(outcome)),
    Response.json(broadcastAnswerOf(outcome)),
  );
  expect(await client.broadcast(-1001234567890)).toEqual(outcome);
  expect(await client.broadcast()).toEqual(outcome);
  expect(seen.map(({ request, content }) => [request.path, content['open_channel_id']])).toEqual([
    ['/webhooks/broadcast-trigger', -1001234567890],
    ['/webhooks/broadcast-trigger', undefined],
  ]);
});

it('reports a long wait for a broadcast instead of waiting', async () => {
  const { client, waited } = setUp(error(429, 'too_many_requests', '299'));
  await expect(client.broadcast(-1001234567890)).rejects.toMatchObject({
    status: 429,
    retryAfterSeconds: 299,
  });
  expect(waited).toEqual([]);
});

it('tries again if that may help, never sooner than it was told to', async () => {
  const { client, waited } = setUp(
    error(429, 'too_many_requests', '6'),
    error(503, 'unavailable', '1'),
    'no answer',
    ok('sent'),
  );
  expect(await client.notify(notification)).toBe('sent');
  expect(waited).toEqual([6, 2, 4]);
});

it('signs each attempt again under the same idempotency key', async () => {
  const { client, seen } = setUp(error(503, 'unavailable', '59'), 'no answer', ok('duplicate'));
  await client.notify(notification);
  const [first, second, third] = seen.map(({ request }) => Number(request.headers['x-timestamp']));
  expect([second! - first!, third! - second!]).toEqual([59, 2]);
  expect(new Set(seen.map(({ content }) => content['idempotency_key'])).size).toBe(1);
  expect(new Set(seen.map(({ request }) => request.headers['x-correlation-id']))).toEqual(new Set(['c-1']));
});

it('makes an idempotency key for each call that has none', async () => {
  const { client, seen } = setUp(...Array.from({ length: 5 }, () => ok('sent')));
  await client.notify({ ...notification, idempotency_key: 'order-17' });
  await client.notify(notification);
  await client.notify(notification);
  for (const blank of ['', null]) await client.notify({ ...notification, idempotency_key: blank });
  const [given, ...made] = seen.map(({ content }) => content['idempotency_key']);
  expect(given).toBe('order-17');
  expect(new Set(made.filter(Boolean)).size).toBe(4);
});

it('reports the idempotency key of a failed call', async () => {
  const failing = () => error(400, 'invalid_json');
  const { client, seen } = setUp(failing(), failing(), ok('sent'));
  const failureOf = (call: Promise<unknown>) =>
    call.then(
      () => undefined,
      (caught: unknown) => (caught as NotificationFailed).idempotencyKey,
    );
  expect(await failureOf(client.notify({ ...notification, idempotency_key: 17 }))).toBe('17');
  const made = await failureOf(client.notify(notification));
  await client.notify({ ...notification, idempotency_key: made });
  expect(seen.map(({ content }) => content['idempotency_key'])).toEqual(['17', made, made]);
});

it('does not follow a redirect with what it signed', async () => {
  const moved = new Response(null, { status: 301, headers: { Location: 'https://evil.example' } });
  const { client, seen } = setUp(moved);
  await expect(client.notify(notification)).rejects.toMatchObject({ status: 301, retryable: false });
  expect(seen[0]?.init.redirect).toBe('manual');
});

const many = (make: () => Reply) => Array.from({ length: 4 }, make);
test.each<[string, Reply[], Partial<NotificationFailed>]>([
  [
    'an invalid call',
    [error(400, 'Missing field: user_id')],
    { status: 400, code: 'Missing field: user_id', retryable: false },
  ],
  ['a wrong secret', [error(403, 'forbidden')], { status: 403, code: 'forbidden', retryable: false }],
  ['a wrong address', [error(404, 'not_found')], { status: 404, code: 'not_found', retryable: false }],
  [
    'a page that isn’t ours',
    [new Response('<html>')],
    { status: 200, code: 'unexpected_answer', retryable: false },
  ],
  [
    'an unknown result',
    [Response.json({ status: 'failed', reason: 'moon' })],
    { status: 200, code: 'unexpected_answer', retryable: false },
  ],
  [
    'four refusals in a row',
    many(() => error(503, 'unavailable', '2')),
    { status: 503, code: 'unavailable', retryable: true, retryAfterSeconds: 2 },
  ],
  ['four errors in a row', many(() => error(500, 'internal')), { status: 500, retryable: true }],
  [
    'four calls without an answer',
    many(() => 'no answer'),
    { code: 'no_answer', retryable: true, correlationId: 'c-1' },
  ],
  [
    'being told to wait too long',
    [error(503, 'unavailable', '61')],
    { status: 503, retryable: true, retryAfterSeconds: 61 },
  ],
])('gives up with the answer after %s', async (_, replies, failure) => {
  const asked = replies.length;
  const { client, seen } = setUp(...replies);
  const error = await client.notify(notification).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ name: 'NotificationFailed', ...failure });
  expect(String(error)).not.toContain(secret);
  expect(seen).toHaveLength(asked);
});

test.each([
  ['https://pay.example/', 'https://pay.example/webhooks/notification'],
  ['https://x.example/notificationWebhook', 'https://x.example/notificationWebhook/webhooks/notification'],
])('calls a webhook at %s under %s', async (url, expected) => {
  const fetch = jest.fn(async () => ok('sent'));
  await notificationClient({ url, secret, fetch }).notify(notification);
  expect(fetch).toHaveBeenCalledWith(expected, expect.anything());
});

test.each([
  [{ url: URL, secret: ' ' }, 'blank'],
  [{ url: 'pay.example', secret }, 'Invalid URL'],
])('throws for %j', (options, reason) => {
  expect(() => notificationClient(options)).toThrow(reason);
});

it('imports no package in its 12 KiB', async () => {
  const { metafile } = await build({
    entryPoints: [join(__dirname, 'client.ts')],
    bundle: true,
    platform: 'node',
    packages: 'external',
    metafile: true,
    write: false,
    outdir: 'out',
  });
  const [output] = Object.values(metafile.outputs);
  const packages = output?.imports.map(({ path }) => path).filter((path) => !path.startsWith('node:'));
  expect(packages).toEqual([]);
  expect(output?.bytes).toBeLessThan(12 * 1024);
});
