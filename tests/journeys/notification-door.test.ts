import type { Channel } from '../../shared/domain/channel';
import { signWebhook } from '../../shared/security/webhook-signature';
import type { Fault } from '../../playground/telegram/index';
import { call, json, type Answer, type Call } from './support/call';
import { freezeClock, thawClock } from './support/freeze-clock';
import { expectRefusal } from './support/hardened';
import { NOTIFICATION, notification, signedCall, type Signing } from './support/signed-calls';
import { newChannel, START_TIMEOUT_MS, startWorld, writtenTo, type World } from './support/world';

const PREVIOUS_SECRET = 'the-secret-before-this-one';
const STRANGER = '203.0.113.9';
const BAD = { 'x-signature': '0'.repeat(64) };

let world: World;
let channel: Channel;
beforeAll(async () => {
  world = await startWorld({
    environment: {
      TRUSTED_PROXY_HOPS: '1',
      ALLOWED_IPS: '10.0.0.0/8,127.0.0.0/8',
      WEBHOOK_SIGNING_SECRET_PREVIOUS: PREVIOUS_SECRET,
    },
  });
  channel = await newChannel(world);
}, START_TIMEOUT_MS);
afterAll(() => world.close());

// A listed client that nobody has counted yet, for each call.
let clients = 0;
const from = (address = `10.1.${++clients >> 8}.${clients & 255}`) => ({ 'x-forwarded-for': address });

/** POSTs a notification, signed as the operator's services sign it. */
function send(content: object, { url, ...signing }: Signing & { url?: string } = {}): Promise<Answer> {
  const environment = world.environment('notificationWebhook');
  const how = signedCall(environment, content, { path: NOTIFICATION, headers: from(), ...signing });
  return post(how, url);
}

const post = (how: Call, url = world.functions.notificationWebhook.url) =>
  call(url, { path: NOTIFICATION, ...how });
const unsigned = (headers: Record<string, string>) => post({ headers, body: '{}' });

let paid = 0;
/** A notification like no other. */
const fresh = (to: Channel = channel) => notification({ amount_crypto: `0.${++paid}1` }, to.openChannelId);
const toldTo = ({ ownerUserId }: Channel): number =>
  writtenTo(world, ownerUserId).filter(({ text }) => text.includes('New donation received')).length;

const SENT = { status: 'success', message: 'Notification sent' };
const NOT_SENT = { status: 'failed', message: 'Notification not sent' };
const DUPLICATE = { status: 'duplicate' };
const expectOk = (answer: Answer, body: object) =>
  expect({ status: answer.status, body: json(answer) }).toEqual({ status: 200, body });

it('tells the owner what was paid', async () => {
  expectOk(await send(fresh()), SENT);
  expect(writtenTo(world, channel.ownerUserId).at(-1)?.text).toMatch(/@dana[^]*ETH, \$25\.00/i);
});

describe('asks for the rate, then for the address, then for the signature', () => {
  test.each<[string, string, Record<string, string>, number, string]>([
    ['a stranger, unsigned', STRANGER, {}, 403, 'forbidden'],
    ['a stranger, with a bad signature', STRANGER, BAD, 403, 'forbidden'],
    ['a stranger who says a listed address first', `10.1.1.1, ${STRANGER}`, {}, 403, 'forbidden'],
    ['a listed client, unsigned', '10.2.0.1', {}, 401, 'unauthorized'],
    ['a listed client, with a bad signature', '10.2.0.1', BAD, 403, 'forbidden'],
  ])('%s', async (_, address, headers, status, code) => {
    expectRefusal(await unsigned({ ...from(address), ...headers }), status, code);
  });

  it('refuses a true signature from an address that is not listed, and tells nobody', async () => {
    const before = toldTo(channel);
    expectRefusal(await send(fresh(), { headers: from(STRANGER) }), 403, 'forbidden');
    expect(toldTo(channel)).toBe(before);
  });

  test.each([
    ['a listed client', '10.3.0.1', 401],
    ['a stranger', '203.0.113.10', 403],
  ])(
    'the 21st call of %s in a burst is told to wait, unsigned as it is, and none was written down',
    async (_, address, status) => {
      const burst = Array.from({ length: 20 }, () => unsigned(from(address)));
      expect(new Set((await Promise.all(burst)).map((answer) => answer.status))).toEqual(new Set([status]));
      const late = await unsigned(from(address));
      expectRefusal(late, 429, 'too_many_requests');
      expect(['1', '2', '3', '4', '5', '6']).toContain(late.headers['retry-after']);
      const rows = await world.database`select from rate_limits where key like ${`%${address}%`}`;
      expect(rows).toHaveLength(0);
    },
  );
});

it('admits exactly a burst over two instances, for they share one bucket', async () => {
  const second = await world.startInstance('notificationWebhook');
  const headers = from('10.4.0.1');
  const urls = [world.functions.notificationWebhook.url, second.url];
  const before = toldTo(channel);
  await freezeClock(world.database); // or the bucket would fill while it is emptied
  try {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => send(fresh(), { headers, url: urls[n % 2]! })),
    );
    const admitted = answers.filter(({ status }) => status === 200);
    expect(admitted).toHaveLength(20);
    for (const answer of answers.filter((one) => !admitted.includes(one)))
      expectRefusal(answer, 429, 'too_many_requests');
    expect(toldTo(channel) - before).toBe(20);
  } finally {
    await thawClock(world.database);
    await second.stop();
  }
});

describe('a signature', () => {
  afterEach(() => thawClock(world.database));

  test.each([
    [-300, 200],
    [-301, 403],
    [300, 200],
    [301, 403],
  ])('with a timestamp %i s from now is answered %i', async (seconds, status) => {
    const now = await freezeClock(world.database);
    expect(await send(fresh(), { timestamp: now + seconds })).toMatchObject({ status });
  });

  test.each([
    ['the secret before this one', 200, PREVIOUS_SECRET],
    ['one that never was a secret', 403, 'never-was-a-secret'],
  ])('by %s is answered %i', async (_, status, secret) => {
    const body = JSON.stringify(fresh());
    const headers = { ...from(), ...signWebhook(secret, body) };
    expect(await post({ headers, body })).toMatchObject({ status });
  });
});

describe('the same signed call', () => {
  it('is performed once, however often it comes at once', async () => {
    const before = toldTo(channel);
    const content = fresh();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(content)));
    expect(answers.filter(({ text }) => text === JSON.stringify(SENT))).toHaveLength(1);
    for (const { status, headers } of answers)
      expect(status === 200 || (status === 503 && headers['retry-after'] !== undefined)).toBe(true);
    expectOk(await send(content), DUPLICATE);
    expect(toldTo(channel) - before).toBe(1);
  });

  it('without a timestamp is a repeat for ten minutes, and may be meant again after that', async () => {
    const content = fresh();
    expectOk(await send(content), SENT);
    await world.moveClock('9 minutes 50 seconds');
    expectOk(await send(content), DUPLICATE);
    await world.moveClock('11 seconds');
    expectOk(await send(content), SENT);
  });
});

describe('an owner who is not told', () => {
  const blockedChannel = async (): Promise<Channel> => {
    const blocked = await newChannel(world);
    world.telegram.as(blocked.ownerUserId).block();
    return blocked;
  };
  const nobodys = -1000000000001 as Channel['openChannelId'];

  test.each<[string, () => Promise<Channel>]>([
    ['not_configured', async () => ({ ...channel, openChannelId: nobodys })],
    ['disabled', () => newChannel(world, { notificationsEnabled: false })],
    ['undeliverable', blockedChannel],
  ])('is %s, and a repeat of the call is a duplicate', async (reason, open) => {
    const to = await open();
    const before = toldTo(to);
    const content = fresh(to);
    expectOk(await send(content), { ...NOT_SENT, reason });
    expectOk(await send(content), DUPLICATE);
    expect(toldTo(to)).toBe(before);
  });
});

test.each<[string, Fault, string]>([
  ['fails', { kind: 'error', status: 502 }, '5'],
  ['hangs up', { kind: 'drop' }, '5'],
  ['asks for patience', { kind: 'error', retryAfter: 7 }, '7'],
])(
  'while Telegram %s the caller is told when to come back, and the same call is then performed',
  async (_, fault, wait) => {
    const before = toldTo(channel);
    const content = fresh();
    world.telegram.fault({ ...fault, method: 'sendMessage' });
    const refused = await send(content);
    expectRefusal(refused, 503, 'unavailable');
    expect(refused.headers['retry-after']).toBe(wait);
    expectOk(await send(content), SENT);
    expect(toldTo(channel) - before).toBe(1);
  },
);
