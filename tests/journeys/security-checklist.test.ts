import {
  BROADCAST_TRIGGER_PATH,
  NOTIFICATION_PATH,
  TEST_NOTIFICATION_PATH,
} from '../../shared/notification-api/answers';
import { findPort } from '../../playground/find-ports';
import { runFunction, type RunningFunction } from '../../playground/run-function';
import { TARGETS, FOLDERS } from '../../playground/stack-types';
import { signWebhook } from '../../shared/security/webhook-signature';
import type { Channel } from '../../shared/domain/common/channel';
import { WORLD_START_DEADLINE_MS } from '../support/deadlines';
import { json, type Call } from './support/call';
import { eventually } from './support/eventually';
import { freezeClock, thawClock } from './support/freeze-clock';
import { expectRefusal } from './support/hardened';
import { fresh, from, notificationCaller, toldTo, type Caller } from './support/notification-caller';
import { writtenTo } from './support/chat';
import { newChannel } from './support/people';
import { useWorld, type World } from '../worlds/journey';

// The security checklist: signatures, rate limits and the order of guards. Client addresses are in
// `security-checklist-addresses.test.ts`, headers and HTTPS in `security-checklist-answers.test.ts`.

const PREVIOUS_SECRET = 'the-secret-before-this-one';
const LISTED = '10.1.2.3';

const world = useWorld({
  targets: TARGETS,
  environment: {
    TRUSTED_PROXY_HOPS: '1',
    ALLOWED_IPS: '10.0.0.0/8',
    WEBHOOK_SIGNING_SECRET_PREVIOUS: PREVIOUS_SECRET,
  },
});
let channel: Channel;
let caller: Caller;
let secret: string;
beforeAll(async () => {
  channel = await newChannel(world);
  caller = notificationCaller(world);
  secret = String(world.environment('notificationWebhook')['WEBHOOK_SIGNING_SECRET']);
}, WORLD_START_DEADLINE_MS);
afterEach(() => thawClock(world.database));

type Headers = Record<string, string>;
interface Signed {
  readonly body: string;
  readonly now: number;
}
const sign = ({ body }: Signed, timestamp?: number, by = secret): Headers => signWebhook(by, body, timestamp);
const hexOf = (headers: Headers) => String(headers['X-Signature']);

const SIGNATURES: readonly [string, 200 | 401 | 403, (signed: Signed) => Headers][] = [
  ['valid, over the body', 200, (it) => sign(it)],
  ['valid, over the body, in capitals', 200, (it) => ({ 'X-Signature': hexOf(sign(it)).toUpperCase() })],
  ['valid, with a timestamp', 200, (it) => sign(it, it.now)],
  ['valid, by the secret before this one', 200, (it) => sign(it, undefined, PREVIOUS_SECRET)],
  ['valid, by the secret before this one, with a timestamp', 200, (it) => sign(it, it.now, PREVIOUS_SECRET)],
  ['300 s old', 200, (it) => sign(it, it.now - 300)],
  ['301 s old', 403, (it) => sign(it, it.now - 301)],
  ['300 s ahead', 200, (it) => sign(it, it.now + 300)],
  ['301 s ahead', 403, (it) => sign(it, it.now + 301)],
  ['missing', 401, () => ({})],
  ['missing, with a timestamp', 401, (it) => ({ 'X-Timestamp': String(it.now) })],
  ['empty', 401, () => ({ 'X-Signature': '' })],
  ['wrong', 403, () => ({ 'X-Signature': '0'.repeat(64) })],
  ['by a secret that never was one', 403, (it) => sign(it, undefined, 'never-was-a-secret')],
  ['of another body', 403, (it) => sign({ ...it, body: `${it.body} ` })],
  ['half of one', 403, (it) => ({ 'X-Signature': hexOf(sign(it)).slice(32) })],
  ['old, its timestamp made new', 403, (it) => ({ ...sign(it, it.now - 301), 'X-Timestamp': `${it.now}` })],
  ['old, its timestamp taken away', 403, (it) => ({ 'X-Signature': hexOf(sign(it, it.now - 301)) })],
  ['over the body, given a timestamp', 403, (it) => ({ ...sign(it), 'X-Timestamp': `${it.now}` })],
];

describe.each([NOTIFICATION_PATH, TEST_NOTIFICATION_PATH])('a signature at %s', (path) => {
  test.each(SIGNATURES)('%s: %i', async (_, status, headersFor) => {
    const now = await freezeClock(world.database);
    const told = () => writtenTo(world, channel.ownerUserId).length;
    const before = told();
    const body = JSON.stringify(fresh(channel));
    const how: Call = { path, body, headers: { ...from(), ...headersFor({ body, now }) } };
    const answer = await caller.post(how);
    if (status !== 200) {
      expectRefusal(answer, status, status === 401 ? 'unauthorized' : 'forbidden');
      expect(told()).toBe(before);
      return;
    }
    expect(answer).toMatchObject({ status, text: expect.stringContaining('"success"') as string });
    // A replay of any of them notifies nobody.
    expect(json(await caller.post(how))).toEqual({ status: 'duplicate' });
    expect(told()).toBe(before + 1);
  });
});

test.each(SIGNATURES)(`a signature at ${BROADCAST_TRIGGER_PATH} %s: %i`, async (_, status, headersFor) => {
  const now = await freezeClock(world.database);
  await world.database`update channels set posts_triggered_at = null`;
  const promised = async () =>
    (await world.database`select 1 from outbox where kind = 'publish_post'`).length;
  const before = await promised();
  const body = JSON.stringify({ open_channel_id: channel.openChannelId, at: `${now} ${before}` });
  const how: Call = {
    path: BROADCAST_TRIGGER_PATH,
    body,
    headers: { ...from(), ...headersFor({ body, now }) },
  };
  const answer = await caller.post(how);
  if (status !== 200) {
    expectRefusal(answer, status, status === 401 ? 'unauthorized' : 'forbidden');
    expect(await promised()).toBe(before);
    return;
  }
  expect(json(answer)).toEqual({ status: 'success', channels: 1, posts: 1 });
  // A replay of any of them posts nothing: it is a duplicate, or it comes too soon.
  expect((await caller.post(how)).text).toMatch(/duplicate|too_many_requests/);
  expect(await promised()).toBe(before + 1);
});

describe('the rate', () => {
  let second: Awaited<ReturnType<World['startInstance']>>;
  const urls = () => [world.functions.notificationWebhook.url, second.url];
  beforeAll(async () => {
    second = await world.startInstance('notificationWebhook');
  });
  afterAll(() => second.stop());

  /** Sends valid calls of one client to both instances in turn. Returns how many were admitted. */
  async function admitted(times: number, headers: Headers, path = NOTIFICATION_PATH): Promise<number> {
    const calls = Array.from({ length: times }, (_, n) =>
      caller.send(fresh(channel), { path, headers, url: urls()[n % 2]! }),
    );
    const answers = await Promise.all(calls);
    const refused = answers.filter(({ status }) => status !== 200);
    for (const answer of refused) {
      expectRefusal(answer, 429, 'too_many_requests');
      // The bucket in memory uses the clock of its process, which is not frozen.
      expect(answer.headers['retry-after']).toMatch(/^[1-6]$/);
    }
    return times - refused.length;
  }

  it('allows a burst of exactly 20 over two instances together', async () => {
    // On a running clock the bucket would refill during the test.
    await freezeClock(world.database);
    const before = toldTo(world, channel);
    expect(await admitted(40, from())).toBe(20);
    expect(toldTo(world, channel) - before).toBe(20);
  });

  it('refills by 10 a minute as the clock moves', async () => {
    const now = await freezeClock(world.database);
    const client = from();
    expect(await admitted(24, client)).toBe(20);
    await freezeClock(world.database, now + 6);
    expect(await admitted(4, client)).toBe(1);
    await freezeClock(world.database, now + 66);
    expect(await admitted(12, client)).toBe(10);
  });

  it('is counted separately for each route and each client', async () => {
    await freezeClock(world.database);
    const client = from();
    expect(await admitted(21, client)).toBe(20);
    expect(await admitted(21, client, TEST_NOTIFICATION_PATH)).toBe(20);
    expect(await admitted(1, from())).toBe(1);
  });
});

describe('asked in this order: the rate, the address, the signature', () => {
  const GUARDS = {
    rate: /over the rate limit/,
    address: /address is not on the list/,
    signature: /no signature|wrong signature/,
  } as const;

  // The buckets of this instance refill by one a minute, so that a slow machine gets none between two calls.
  let slow: RunningFunction;
  beforeAll(async () => {
    slow = await runFunction({
      target: 'notificationWebhook',
      folder: FOLDERS.notificationWebhook,
      port: await findPort(),
      environment: { ...world.environment('notificationWebhook'), RATE_LIMIT_PER_MINUTE: '1' },
    });
  });
  afterAll(() => slow.stop());

  /** How many calls with one correlation id each guard refused, by the function's log. */
  const refusalsOf = (id: string, times: number) =>
    eventually(() => {
      const lines = slow.output().split('\n');
      const refused = lines.filter((line) => line.includes(id) && line.includes('http.refused'));
      if (refused.length !== times) return false;
      const count = ([name, words]: [string, RegExp]) =>
        [name, refused.filter((line) => words.test(line)).length] as const;
      return Object.fromEntries(Object.entries(GUARDS).map(count));
    });

  const signed = (): Call => {
    const body = JSON.stringify(fresh(channel));
    return { body, headers: signWebhook(secret, body) };
  };
  const unsigned = (): Call => ({ body: '{}' });
  const forged = (): Call => ({ body: '{}', headers: { 'x-signature': '0'.repeat(64) } });

  // Each row makes a burst of 20 calls and two more.
  test.each<[string, string, () => Call, Record<keyof typeof GUARDS, number>, number]>([
    ['a stranger, signed', '203.0.113.20', signed, { rate: 2, address: 20, signature: 0 }, 403],
    ['a stranger, unsigned', '203.0.113.21', unsigned, { rate: 2, address: 20, signature: 0 }, 403],
    [
      'a stranger who says a listed address first',
      `${LISTED}, 203.0.113.22`,
      signed,
      { rate: 2, address: 20, signature: 0 },
      403,
    ],
    ['a listed client, unsigned', '10.3.0.1', unsigned, { rate: 2, address: 0, signature: 20 }, 401],
    ['a listed client, forged', '10.3.0.2', forged, { rate: 2, address: 0, signature: 20 }, 403],
  ])('%s (%s)', async (who, address, make, expected, status) => {
    const id = who.replace(/\W+/g, '-');
    const before = toldTo(world, channel);
    const send = () => {
      const how = make();
      const headers = { ...how.headers, ...from(address), 'x-correlation-id': id };
      return caller.post({ ...how, headers }, slow.url);
    };
    const answers = await Promise.all(Array.from({ length: 22 }, send));
    expect(answers.filter((answer) => answer.status === status)).toHaveLength(20);
    for (const late of answers.filter((answer) => answer.status !== status)) {
      expectRefusal(late, 429, 'too_many_requests');
      expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(await refusalsOf(id, 22)).toEqual(expected);
    // Nobody was notified, and unauthenticated callers made us write nothing.
    expect(toldTo(world, channel)).toBe(before);
    const client = `%${address.split(' ').at(-1)}`;
    expect(await world.database`select from rate_limits where key like ${client}`).toHaveLength(0);
  });
});
