import { TARGETS } from '../../playground/stack-types';
import type { Channel } from '../../shared/domain/common/channel';
import type { OpenChannelId } from '../../shared/domain/common/ids';
import { NOTIFICATION_PATH, TEST_NOTIFICATION_PATH } from '../../shared/notification-api/answers';
import { wordingIn } from '../../shared/telegram/views/wording';
import type { Fault } from '../../playground/telegram/index';
import { WORLD_START_DEADLINE_MS } from '../support/deadlines';
import { json, type Answer } from './support/call';
import { freezeClock, thawClock } from './support/freeze-clock';
import { expectRefusal } from './support/hardened';
import { fresh, notificationCaller, type Caller } from './support/notification-caller';
import { notification } from './support/signed-calls';
import { writtenTo } from './support/chat';
import { newChannel } from './support/people';
import { useWorld } from '../worlds/journey';

const world = useWorld({
  targets: TARGETS,
  environment: { TRUSTED_PROXY_HOPS: '1', ALLOWED_IPS: '10.0.0.0/8' },
});
let channel: Channel;
let send: Caller['send'];
beforeAll(async () => {
  channel = await newChannel(world, { title: 'Tom & <b>Jerry</b>' });
  ({ send } = notificationCaller(world));
}, WORLD_START_DEADLINE_MS);
afterEach(async () => {
  world.telegram.clearFaults();
  await thawClock(world.database);
});

const SENT = { status: 'success', message: 'Notification sent' };
const NOT_SENT = { status: 'failed', message: 'Notification not sent' };
const DUPLICATE = { status: 'duplicate' };
const expectOk = (answer: Answer, body: object) =>
  expect({ status: answer.status, body: json(answer) }).toEqual({ status: 200, body });
const messagesTo = ({ ownerUserId }: Channel): readonly string[] =>
  writtenTo(world, ownerUserId).map(({ text }) => text);

/** Both routes: a notification about a unique payment, and a test notification. */
const ROUTES: readonly [string, (to: Channel) => object][] = [
  [NOTIFICATION_PATH, fresh],
  [TEST_NOTIFICATION_PATH, ({ openChannelId }) => ({ open_channel_id: openChannelId, n: fresh(channel) })],
];

const AMOUNT = '$25.00 (0.002 ETH)';
const TITLE = 'Tom & <b>Jerry</b>';
const CONFIRMED = ' · confirmed by NOWPayments';
test.each<[string, object, string, readonly string[], string]>([
  ['donation', {}, `💝 ${AMOUNT} for ${TITLE} from @dana.`, [], CONFIRMED],
  ['donation', { username: null }, `💝 ${AMOUNT} for ${TITLE} from User 5001.`, [], CONFIRMED],
  [
    'subscription',
    { tier: '<i>Gold</i>', tier_price: '30', duration_days: 30 },
    `🎉 @dana bought <i>Gold</i> (1 month) in ${TITLE}.`,
    [`Paid: ${AMOUNT}`, 'Price: $30.00'],
    CONFIRMED,
  ],
  ['subscription', {}, `🎉 @dana subscribed to ${TITLE}.`, [`Paid: ${AMOUNT}`], CONFIRMED],
  ['tip_jar', { tier: 'Gold' }, `💳 @dana paid ${AMOUNT} in ${TITLE}.`, ['Type: tip_jar'], ''],
])('tells the owner about a %s %j with all known fields', async (type, known, head, lines, end) => {
  const now = await freezeClock(world.database);
  const content = { ...notification(known, channel.openChannelId), payment_type: type };
  expectOk(await send({ ...content, n: known }).finally(() => thawClock(world.database)), SENT);
  const time = wordingIn('en')
    .time(now * 1000)
    .text.replace(/<[^>]*>/g, '');
  expect(messagesTo(channel).at(-1)?.split('\n')).toEqual([head, ...lines, `${time}${end}`]);
});

it('sends a test message that says that nobody has paid', async () => {
  expectOk(await send({ open_channel_id: channel.openChannelId }, { path: TEST_NOTIFICATION_PATH }), SENT);
  expect(messagesTo(channel).at(-1)).toMatch(
    /^🧪 It works: .* Tom & <b>Jerry<\/b> here\.\nThis is a test\. Nobody has paid\.\n.* UTC$/,
  );
});

describe.each(ROUTES)('a repeated call to %s', (path, content) => {
  it('is performed once if it comes many times at once', async () => {
    const before = messagesTo(channel).length;
    const same = content(channel);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(same, { path })));
    expect(answers.filter(({ text }) => text === JSON.stringify(SENT))).toHaveLength(1);
    for (const { status, headers } of answers)
      expect(status === 200 || (status === 503 && headers['retry-after'] !== undefined)).toBe(true);
    expectOk(await send(same, { path }), DUPLICATE);
    expect(messagesTo(channel).length - before).toBe(1);
  });

  it('without a timestamp is a duplicate for ten minutes', async () => {
    const same = content(channel);
    await freezeClock(world.database);
    expectOk(await send(same, { path }), SENT);
    await world.moveClock('9 minutes 59 seconds');
    expectOk(await send(same, { path }), DUPLICATE);
    await world.moveClock('2 seconds');
    expectOk(await send(same, { path }), SENT);
  });

  it('with a timestamp is a duplicate for as long as its signature is valid', async () => {
    const same = content(channel);
    const timestamp = (await freezeClock(world.database)) + 300;
    expectOk(await send(same, { path, timestamp }), SENT);
    await freezeClock(world.database, timestamp + 300);
    expectOk(await send(same, { path, timestamp }), DUPLICATE);
    await freezeClock(world.database, timestamp + 301);
    expectRefusal(await send(same, { path, timestamp }), 403, 'forbidden');
  });
});

describe.each(ROUTES)('a call to %s with an idempotency key', (path, content) => {
  it('is a duplicate for a day, even with a new signature', async () => {
    const now = await freezeClock(world.database);
    const at = async (seconds: number) => {
      await freezeClock(world.database, now + seconds);
      return send({ ...content(channel), idempotency_key: 'order-17' }, { path, timestamp: now + seconds });
    };
    expectOk(await at(0), SENT);
    expectOk(await at(1), DUPLICATE);
    expectOk(await at(86_400), DUPLICATE);
    expectOk(await at(86_401), SENT);
  });
});

it('treats an idempotency key for another channel or route as another call', async () => {
  for (const to of [channel, await newChannel(world)])
    for (const [path, content] of ROUTES)
      expectOk(await send({ ...content(to), idempotency_key: 'order-18' }, { path }), SENT);
});

describe.each(ROUTES)('a call to %s about an owner who cannot be notified', (path, content) => {
  const blockedChannel = async (): Promise<Channel> => {
    const blocked = await newChannel(world);
    world.telegram.as(blocked.ownerUserId).block();
    return blocked;
  };
  const nobodys = -1000000000001 as OpenChannelId;

  test.each<[string, () => Promise<Channel>]>([
    ['not_configured', async () => ({ ...channel, openChannelId: nobodys })],
    ['disabled', () => newChannel(world, { notificationsEnabled: false })],
    ['undeliverable', blockedChannel],
  ])('gets %s, and “duplicate” if it is repeated', async (reason, open) => {
    const to = await open();
    const before = messagesTo(to).length;
    const same = content(to);
    expectOk(await send(same, { path }), { ...NOT_SENT, reason });
    expectOk(await send(same, { path }), DUPLICATE);
    expect(messagesTo(to)).toHaveLength(before);
  });
});

const FAULTS: readonly [string, Fault, string][] = [
  ['fails', { kind: 'error', status: 502 }, '5'],
  ['hangs up', { kind: 'drop' }, '60'],
  ['asks for patience', { kind: 'error', retryAfter: 7 }, '7'],
];
test.each(ROUTES.flatMap(([path, content]) => FAULTS.map((fault) => [...fault, path, content] as const)))(
  'while Telegram %s (%j) it asks the caller to retry in %s s (%s)',
  async (_, fault, wait, path, content) => {
    const before = messagesTo(channel).length;
    const same = content(channel);
    world.telegram.fault({ ...fault, method: 'sendMessage' });
    const refused = await send(same, { path });
    expectRefusal(refused, 503, 'unavailable');
    expect(refused.headers['retry-after']).toBe(wait);
    await world.moveClock(`${Number(wait) + 1} seconds`);
    expectOk(await send(same, { path }), SENT);
    expect(messagesTo(channel).length - before).toBe(1);
  },
);
