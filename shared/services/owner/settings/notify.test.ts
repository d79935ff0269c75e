import { startTelegramSimulator, type TelegramSimulator } from '../../../../playground/telegram';
import { addChannel, addOrder, addTeam, CHANNEL_ID, OWNER_ID } from '../../../../tests/support/order';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { silentLogger } from '../../../logger';
import { isPayment, parseIpn } from '../../../nowpayments/ipn';
import { telegramApi } from '../../../telegram/api';
import { viewOf } from '../../../telegram/views';
import { deliveryOf } from '../../common/delivery-of';
import { drainOutbox } from '../../drain-outbox';
import type { EffectDependencies } from '../../perform-effect';
import { settlePayment } from '../../payments/settle-payment';
import { personWith } from '../../../../tests/worlds/owner';

const MANAGER = 7002;
const READER = 7003;
const STRANGER = 7004;
const BOT_TOKEN = '123456789:AAF-simulated';
const test = useTestDatabase({ per: 'test' });
let telegram: TelegramSimulator;
let deps: EffectDependencies;

beforeEach(async () => {
  await addChannel(test.database);
  await addTeam(test.database, { [MANAGER]: 'manager', [READER]: 'read_only' });
  telegram = await startTelegramSimulator({ botToken: BOT_TOKEN, botUsername: 'telepay_bot', limits: false });
  for (const id of [OWNER_ID, MANAGER]) telegram.addUser({ id, first_name: `P${id}` });
  telegram.as(MANAGER).start();
  const api = telegramApi({ TELEGRAM_BOT_TOKEN: BOT_TOKEN, TELEGRAM_API_ROOT: telegram.url });
  deps = {
    database: test.database,
    log: silentLogger,
    botUsername: 'telepay_bot',
    api,
  } as unknown as EffectDependencies;
});
afterEach(() => telegram.close());

const by = (userId: number) => personWith(test, userId);
const press = (userId: number, act: string, updateId?: number) => {
  const [, word = '', argument] = /^([a-z-]+)(?:_(.+))?$/.exec(act) ?? [];
  const data = `own_${word}_${CHANNEL_ID}${argument === undefined ? '' : `_${argument}`}`;
  return by(userId).press(data, updateId);
};
const drain = () => drainOutbox({ ...deps, log: silentLogger }, { budgetMs: 5_000 });
const textsTo = (userId: number) => telegram.messages(userId).map(({ text }) => text);

async function sell(): Promise<string> {
  const reference = await addOrder(test.database, 2500);
  const ipn = parseIpn({
    payment_id: 5_000_000_001,
    payment_status: 'finished',
    order_id: `PGP-42|${CHANNEL_ID}|${reference}`,
    price_amount: 25,
    price_currency: 'usd',
    pay_amount: 25,
    actually_paid: 25,
    pay_currency: 'usdttrc20',
  });
  if (!isPayment(ipn)) throw new Error('not a payment');
  await settlePayment(
    { database: test.database, log: silentLogger },
    deliveryOf('nowpayments', reference, {}),
    ipn,
  );
  // Messages to the donor would fail, because the simulator has no such account.
  await test.database.query((sql) => sql`delete from outbox where (payload ->> 'chatId')::bigint = 42`);
  return reference;
}

it('lets only roles that may change notifications do so', async () => {
  const page = await press(MANAGER, 'notify');
  expect(page.text).toContain('Sales: each one at once');
  expect(page.text).toContain(`Sent to: the owner (chat ${OWNER_ID})`);
  expect((await press(MANAGER, 'notify-set_digest')).text).toContain(
    'Sales: in a daily digest at 09:00 (UTC)',
  );
  expect((await press(OWNER_ID, 'notify-set_both')).text).toContain(
    'each one at once, and a daily digest at 09:00',
  );
  expect((await press(MANAGER, 'notify-hours')).buttons).toHaveLength(25);
  expect((await press(MANAGER, 'notify-hour_23')).text).toContain('a daily digest at 23:00 (UTC)');
  expect((await press(MANAGER, 'notify-set_off')).text).toContain('Sales: not announced');
  expect((await press(MANAGER, 'notify-set_on')).text).toContain('a daily digest at 23:00 (UTC)');
  expect((await press(MANAGER, 'notify-set_each')).text).toContain('Sales: each one at once\n');
  for (const act of [
    'notify',
    'notify-set_off',
    'notify-hour_1',
    'notify-test',
    'notify-missed',
    'notify-again',
  ]) {
    expect((await press(READER, act)).answer).toMatch(/role/);
    expect((await press(STRANGER, act)).answer).toBe(
      "You don't run this offer. Send /channels to see yours.",
    );
  }
  expect((await press(MANAGER, 'notify')).text).toContain('Sales: each one at once\n');
});

it('sends only to the chat of the owner or of a current manager', async () => {
  const target = async () => {
    const [row] = await test.database.query(
      (sql) => sql<{ id: number | null }[]>`select notifications_chat_id as id from channels`,
    );
    return row?.id;
  };
  expect((await press(MANAGER, 'notify-set_here')).text).toContain('Sent to: you, here');
  expect(await target()).toBe(MANAGER);
  for (const forged of [String(STRANGER), '-1005', 'here_5', 'HERE', ''])
    await press(MANAGER, `notify-set_${forged}`);
  expect(await target()).toBe(MANAGER);
  await test.database.query((sql) => sql`delete from channel_administrators where user_id = ${MANAGER}`);
  expect(await target()).toBeNull();
  await test.database.query((sql) => sql`update channels set notifications_chat_id = ${OWNER_ID}`);
  await test.database.query((sql) => sql`update channels set title = 'Beta'`);
  expect(await target()).toBe(OWNER_ID);
  await test.database.query((sql) => sql`update channels set owner_user_id = ${STRANGER}`);
  expect(await target()).toBeNull();
});

/** Requests a test with one tap that is delivered twice, and returns the page that shows the result. */
async function testResult(): Promise<string> {
  for (let times = 0; times < 2; times += 1)
    expect((await press(MANAGER, 'notify-test', 900)).answer).toBe('Sending a test now.');
  await drain();
  return textsTo(MANAGER).at(-1) ?? '';
}
const testTextsTo = (userId: number) =>
  textsTo(userId).filter((text) => text.includes('This is a test.')).length;

it('says that a test was delivered', async () => {
  telegram.as(OWNER_ID).start();
  expect(await testResult()).toContain('✅ The test reached the owner.');
  expect(testTextsTo(OWNER_ID)).toBe(1);
});

it('says whether the owner never started the bot or blocked it', async () => {
  expect(await testResult()).toMatch(
    /haven't started me\. Ask them to open t\.me\/telepay_bot and tap Start/,
  );
  telegram.as(OWNER_ID).start();
  telegram.as(OWNER_ID).block();
  await press(MANAGER, 'notify-test');
  await drain();
  const page = textsTo(MANAGER).at(-1);
  expect(page).toContain('they blocked me. Ask them to unblock me.');
  expect(page).toMatch(
    /I haven't been able to reach this chat since \w+ \d+, \d{4} at \d\d:\d\d UTC: Forbidden: bot was blocked/,
  );
  telegram.as(OWNER_ID).start();
  await press(MANAGER, 'notify-test');
  await drain();
  expect(textsTo(MANAGER).at(-1)).toContain('Reachable: yes');
});

it('says why a test has not been delivered', async () => {
  await test.database.query((sql) => sql`update channels set notifications_chat_id = -1005555`);
  expect(await testResult()).toContain("I'm not in it or not allowed to write there.");
  await press(MANAGER, 'notify-set_here');
  telegram.fault({ method: 'sendMessage', kind: 'error', retryAfter: 30, times: 1 });
  await press(MANAGER, 'notify-test');
  await drain();
  await drain();
  expect(textsTo(MANAGER).at(-1)).toContain("Telegram doesn't accept it right now");
  await test.advance('31 seconds');
  await drain();
  expect(textsTo(MANAGER).at(-1)).toContain('✅ The test reached you.');
  expect(testTextsTo(MANAGER)).toBe(1);
});

it('sends a missed sale again only once', async () => {
  await sell();
  telegram.fault({ method: 'sendMessage', kind: 'error', status: 500, times: Infinity });
  await drain();
  expect((await press(MANAGER, 'notify')).text).not.toContain('Missed');
  await test.advance('72 hours 1 minute');
  await drain();
  telegram.clearFaults();
  expect((await press(MANAGER, 'notify')).text).toContain('Missed in 30 days: 1');
  const { text, buttons } = await press(MANAGER, 'notify-missed');
  expect(text).toMatch(
    /1 notification couldn't be delivered[^]*💝 Donation, \$25\.00, \w+ \d+, \d{4}[^]*not done in time/,
  );
  expect(buttons).toContain(`own_notify-again_${CHANNEL_ID}`);
  // The notifications now go to another manager.
  await press(MANAGER, 'notify-set_here');
  for (let times = 0; times < 2; times += 1) await press(MANAGER, 'notify-again', 901);
  await drain();
  await drain();
  expect(textsTo(MANAGER).filter((each) => /^💝 \$.* from /.test(each))).toHaveLength(1);
  expect((await press(MANAGER, 'notify-missed')).text).toContain('Nothing was missed');
});

it('spreads many missed notifications over minutes', async () => {
  await test.database.query(
    (sql) => sql`
      insert into outbox (kind, payload, idempotency_key, expires_at, failed_at, last_error)
      select 'send_message', ${sql.json({ chatId: OWNER_ID, message: { type: 'donation_received', openChannelId: CHANNEL_ID } })},
        'missed:' || n, app_now(), app_now(), 'x' from generate_series(1, 100) as n`,
  );
  await press(OWNER_ID, 'notify-again');
  const dueWithin = async (seconds: number) => {
    const [row] = await test.database.query(
      (sql) => sql<{ count: number }[]>`
        select count(*)::int as count from outbox where idempotency_key like 'missed:%' and failed_at is null
          and due_at <= app_now() + ${seconds} * interval '1 second'`,
    );
    return row?.count;
  };
  expect(await dueWithin(59)).toBeLessThanOrEqual(20);
  expect(await dueWithin(300)).toBe(100);
});

it('lists only what the owner of this channel missed', async () => {
  await test.database.query(
    (sql) => sql`
      insert into channels (open_channel_id, title, owner_user_id) values (-1009, 'Other', ${STRANGER})`,
  );
  const failed = (openChannelId: number, type: string) =>
    test.database.query(
      (sql) => sql`
        insert into outbox (kind, payload, idempotency_key, expires_at, failed_at, last_error)
        values ('send_message', ${sql.json({ chatId: STRANGER, message: { type, openChannelId, amountCents: 1 } })},
          ${`${openChannelId}:${type}`}, app_now(), app_now(), 'x')`,
    );
  await failed(-1009, 'subscription_sold');
  await failed(CHANNEL_ID, 'access');
  const { message } = await press(OWNER_ID, 'notify-missed');
  expect(message).toMatchObject({ count: 0, missed: [] });
  await press(OWNER_ID, 'notify-again');
  const left = await test.database.query((sql) => sql`select from outbox where failed_at is not null`);
  expect(left).toHaveLength(2);
  for (const [type, words] of [
    ['ban_trouble', 'Trouble with a ban'],
    ['chat_became_public', 'What you sell is public'],
    ['place_gone', 'A chat is gone'],
  ] as const) {
    await failed(CHANNEL_ID, type);
    expect((await press(OWNER_ID, 'notify-missed')).text).toContain(words);
  }
});

it('sends no message for each sale if only the digest is on', async () => {
  telegram.as(OWNER_ID).start();
  await press(OWNER_ID, 'notify-set_digest');
  await sell();
  await drain();
  expect(textsTo(OWNER_ID).join()).not.toContain(' from ');
});

const PREVIOUS = ['Subscriptions: 2, $60.00', 'Donations: none', 'Refunds: 1'];
const CURRENT = [
  'Revenue: $45.10',
  'Gross: $75.10',
  '↩️ Sent back: 1, $30.00',
  'Subscriptions: 2, $60.00',
  'Donations: none',
  'Odd payments counted: 1, $15.10',
];

it.each([
  ['of this release', { credited: 1, creditedCents: 1510, refundedCents: 3000 }, CURRENT],
  ['of the previous release, which names no sum of refunds', {}, PREVIOUS],
])('renders a digest %s', (_, more, money) => {
  const figures = {
    sales: 2,
    salesCents: 6000,
    donations: 0,
    donationsCents: 0,
    refunds: 1,
    joined: 1,
    lost: 1,
    odd: 1,
    oddWaiting: 2,
    ...more,
  };
  const from = Date.UTC(2026, 2, 28, 8);
  const digest = {
    type: 'sales_digest',
    openChannelId: CHANNEL_ID,
    title: 'Alpha',
    from,
    until: from + 23 * 3_600_000,
  };
  const { text } = viewOf({ ...digest, timeZone: 'Europe/Berlin', ...figures } as never);
  expect(text.text.replace(/<[^>]*>/g, '')).toBe(
    [
      '📊 Daily digest for Alpha',
      'March 28, 2026 at 08:00 UTC – March 29, 2026 at 07:00 UTC',
      '',
      ...money,
      'New members: 1',
      'Lost members: 1',
      '⚠️ Needs your decision: 2',
    ].join('\n'),
  );
});
