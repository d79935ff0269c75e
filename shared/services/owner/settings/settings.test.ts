import { BUYER_ID, CHANNEL_ID, OWNER_ID } from '../../../../tests/support/order';
import { addSellingChannel, addTierOrder, CLOSED_ID } from '../../../../tests/support/subscription';
import { keepRows } from '../../../../tests/support/keep-rows';
import { forgetMinimums, setMinimums } from '../../../../tests/support/minimums';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { settingUp } from '../../../../tests/worlds/set-up';
import { listTimeZones } from '../../../database/owner/channel-pages';
import { FOR_EVER_DAYS } from '../../../domain/common/for-ever';
import type { OpenChannelId } from '../../../domain/common/ids';
import type { AnswerOf } from '../../../domain/messages/answers';
import { takesArgument } from '../../../domain/owner/owner-actions';
import { viewOf } from '../../../telegram/views';

const test = useTestDatabase();
let restore: () => Promise<void>;
const world = settingUp(test);

beforeAll(async () => {
  await addSellingChannel(test.database);
  await test.database.query(
    (sql) => sql`
      insert into schedules (open_channel_id, kind, hour, next_at)
      values (${CHANNEL_ID}, 'digest', 9, next_local_hour(9, 'UTC', app_now()))`,
  );
  restore = await keepRows(test);
});
beforeEach(() => restore());

const own = (action: string, argument?: string | number) =>
  `own_${action}_${CHANNEL_ID}${argument === undefined ? '' : `_${argument}`}`;
const owner = () => world.person(OWNER_ID);
const channel = async () => {
  const [row] = await test.database.query(
    (sql) => sql<Record<string, unknown>[]>`
      select c.*, (select to_char(next_at at time zone c.time_zone, 'HH24:MI') from schedules s
        where s.open_channel_id = c.open_channel_id) as digest_at
      from channels c where open_channel_id = ${CHANNEL_ID}`,
  );
  return row;
};
const tiers = () =>
  test.database.query(
    (sql) => sql<object[]>`
      select position, name, price_cents as cents, days from tiers where open_channel_id = ${CHANNEL_ID} order by position`,
  );
/** The page that was promised after typed text, with the note above it. */
const promisedPage = async () => {
  const [row] = await test.database.query(
    (sql) => sql<{ page: string; argument: string | null; note: string | null }[]>`
      select payload ->> 'page' as page, payload ->> 'argument' as argument, payload ->> 'note' as note
      from outbox where kind = 'show_page' order by outbox_id desc limit 1`,
  );
  return row;
};

it.each([
  ['on', [OWNER_ID], 'yes'],
  ['on', [], "no, because the operator of this bot doesn't allow it"],
  ['off', [OWNER_ID], 'no'],
] as const)(
  'says on the page whether `/start` lists the channel: %s, allowed: %j',
  async (wish, named, words) => {
    await test.database.query((sql) => sql`update channels set file_listed = null`);
    const person = world.person(OWNER_ID, { owners: { isEveryone: true, named } });
    expect((await person.press(own('listed', wish))).text.split('\n')).toContain(
      `Listed in /start: ${words}`,
    );
  },
);

it.each([
  ['description', 'All of <it>', { description: 'All of <it>' }],
  ['donation_message', 'Thanks', { donation_message: 'Thanks' }],
  ['grace_hours', '72', { grace_hours: 72 }],
  ['tolerance_percent', '5 %', { tolerance_percent: 5 }],
  ['time_zone', 'europe/berlin', { time_zone: 'Europe/Berlin', digest_at: '09:00' }],
])('saves the typed %s', async (question, typed, expected) => {
  expect((await owner().press(own('edit', question))).text).toMatch(/Type it and send it/);
  await owner().say(typed);
  expect(await promisedPage()).toMatchObject({ page: 'settings', note: 'Saved.' });
  expect(await channel()).toMatchObject(expected);
});

it.each([
  ['grace_hours', '721', /from 0 to 720/],
  ['tolerance_percent', 'all', /from 0 to 20/],
  ['time_zone', 'Europe/Nowhere', /don't know that time zone/],
  ['time_zone', 'posix/Europe/Berlin', /don't know that time zone/],
  ['tier_price', '0', /isn't a price/],
  ['tier_days', '3651', /from 1 to 3650/],
])('asks for the %s again after “%s”', async (question, typed, complaint) => {
  const before = await channel();
  await owner().press(own('edit', question));
  await owner().say(typed);
  const page = await promisedPage();
  expect(page).toMatchObject({ page: 'edit', argument: question });
  expect(page?.note).toMatch(complaint);
  expect(await channel()).toEqual(before);
});

it('moves daily schedules to a time zone chosen by a tap', async () => {
  const seen = await owner().press(own('edit', 'time_zone'));
  expect(seen.buttons).toContain(own('zone', 'Asia/Kolkata'));
  await owner().press(own('zone', 'Asia/Kolkata'));
  expect(await channel()).toMatchObject({ time_zone: 'Asia/Kolkata', digest_at: '09:00' });
  expect((await owner().press(own('zone', 'Mars'))).answer).toMatch(/don't know that time zone/);
});

it.each([
  ['Berlin', 'Europe/Berlin'],
  ['são paulo', 'America/Sao_Paulo'],
  ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
])('finds the time zone of %s', async (typed, zone) => {
  await owner().press(own('edit', 'time_zone'));
  await owner().say(typed);
  expect(await channel()).toMatchObject({ time_zone: zone });
});

it('offers the time zones to choose from if several have the name', async () => {
  await owner().press(own('edit', 'time_zone'));
  await owner().say('indiana');
  expect(await promisedPage()).toMatchObject({ page: 'edit', argument: 'time_zone' });
  const [row] = await test.database.query(
    (sql) => sql<{ answer: AnswerOf<'time_zones_found'> }[]>`
      select payload -> 'answer' as answer from outbox where kind = 'show_page' order by outbox_id desc limit 1`,
  );
  const { zones = [] } = row?.answer ?? {};
  expect(zones).toContain('America/Indiana/Knox');
  const page = {
    openChannelId: CHANNEL_ID as OpenChannelId,
    title: 'Alpha',
    role: 'owner',
    current: null,
  } as const;
  const { keyboard } = viewOf({
    type: 'question',
    question: 'time_zone',
    ...page,
    complaint: { answer: 'time_zones_found', zones },
  });
  const offered = keyboard?.inline_keyboard?.flat().map(({ text }) => text);
  expect(offered).toEqual(expect.arrayContaining(zones.map((zone) => zone.replaceAll('_', ' '))));
  await owner().press(own('zone', 'America/Indiana/Knox'));
  expect(await channel()).toMatchObject({ time_zone: 'America/Indiana/Knox' });
});

it('has room on a button for every time zone', async () => {
  const zones = await listTimeZones(test.database);
  expect(zones.length).toBeGreaterThan(400);
  expect(zones.filter((zone) => !takesArgument('zone', zone))).toEqual([]);
  const data = zones.map((zone) => `own_zone_-1009999999999999_${zone}`);
  expect(data.filter((text) => Buffer.byteLength(text) > 64)).toEqual([]);
});

it('leaves open orders alone if a tier is added, changed or removed', async () => {
  const reference = await addTierOrder(test.database);
  await owner().press(own('edit', 'tier_name'));
  await owner().say('  Year\nlong ');
  expect(await promisedPage()).toMatchObject({ page: 'edit', argument: 'tier_price' });
  await owner().say('$199');
  await owner().say('365');
  expect(await promisedPage()).toMatchObject({ page: 'tiers', note: 'Added to your offer.' });
  const seen = await owner().press(own('edit-tier', '1_tier_price'));
  expect(seen.text).toMatch(/Now: 30\.00/);
  await owner().say('35');
  await owner().press(own('edit-tier', '1_tier_name'));
  await owner().say('Moon');
  await owner().press(own('drop-tier', 2));
  expect([...(await tiers())]).toEqual([
    { position: 1, name: 'Moon', cents: 3500, days: 30 },
    { position: 3, name: 'Year long', cents: 19900, days: 365 },
  ]);
  const [order] = await test.database.query(
    (sql) => sql<object[]>`
      select tier_name as name, amount_cents as cents from orders where reference = ${reference}`,
  );
  expect(order).toEqual({ name: 'Month', cents: 3000 });
  expect((await owner().press(own('tier', 2))).text).toMatch(/no longer exists/);
  await setMinimums(test.database, { usdttrc20: 1143 });
  await owner().press(own('edit-tier', '1_tier_price'));
  await owner().say('5');
  expect((await promisedPage())?.note).toMatch(
    /start at \$11\.43 today, so nobody could pay \$5\.00\. Try \$12\?/,
  );
  await forgetMinimums(test.database);
});

it('sells a tier for ever after a tap, or after words for it', async () => {
  const days = async () => (await tiers()).map((tier) => (tier as { days: number }).days);
  expect((await owner().press(own('edit-tier', '1_tier_days'))).buttons).toContain(
    own('tier-days', 'forever'),
  );
  await owner().press(own('tier-days', 'forever'));
  expect(await promisedPage()).toMatchObject({ page: 'tiers', note: 'Saved. Open orders keep their terms.' });
  expect((await owner().press(own('tier', 1))).text).toContain('$30.00 for access that never ends.');
  expect((await owner().press(own('edit-tier', '1_tier_days'))).text).toContain('Now: lifetime');
  await owner().press(own('tier-days', 90));
  await owner().press(own('edit-tier', '2_tier_days'));
  await owner().say('навсегда');
  await owner().press(own('edit', 'tier_name'));
  await owner().say('Lifetime');
  await owner().say('300');
  await owner().press(own('tier-days', 'forever'));
  expect(await days()).toEqual([90, FOR_EVER_DAYS, FOR_EVER_DAYS]);
  // The question is answered, so that the button means nothing any longer.
  await owner().press(own('tier-days', 7));
  expect(await days()).toEqual([90, FOR_EVER_DAYS, FOR_EVER_DAYS]);
});

it('adds one tier after a double tap on how long it lasts, and complains about neither', async () => {
  const before = await tiers();
  await owner().press(own('edit', 'tier_name'));
  for (const text of ['Twice', '30']) await owner().say(text);
  for (const updateId of [8_100_001, 8_100_002, 8_100_001]) {
    const { message, buttons } = await owner().press(own('tier-days', 30), updateId);
    if (updateId === 8_100_002) expect(message).toMatchObject({ type: 'channel_tiers', note: null });
    expect(buttons).not.toContain(own('tier-days', 30));
    expect(await tiers()).toHaveLength(before.length + 1);
  }
  expect(await promisedPage()).toMatchObject({ page: 'tiers', note: 'Added to your offer.' });
});

it('refuses an eleventh tier', async () => {
  for (let count = (await tiers()).length; count <= 10; count += 1) {
    await owner().press(own('edit', 'tier_name'));
    for (const text of [`T${count}`, '30', '30']) await owner().say(text);
  }
  expect(await tiers()).toHaveLength(10);
  expect((await promisedPage())?.note).toMatch(/10 tiers are the most/);
});

it('sets removals to on, off or dry run', async () => {
  for (const removals of ['off', 'dry_run', 'on']) {
    await owner().press(own('set-removals', removals));
    expect(await channel()).toMatchObject({ removals });
  }
});

it('changes the public channel only to one that the owner administers', async () => {
  const [chat, foreign] = [-1004000000001, -1004000000002];
  await world.promote(OWNER_ID, chat, { title: 'News', username: 'news' });
  await world.promote(OWNER_ID + 1, foreign);
  expect((await owner().press(own('chat', 'public'))).buttons).toContain(own('set-public', chat));
  await test.database.query(
    (sql) => sql`
      insert into posts (open_channel_id, post, occasion, chat_id, message_id, posted_at)
      values (${CHANNEL_ID}, 'offer', 'here', ${CHANNEL_ID}, 5, app_now()), (${CHANNEL_ID}, 'donate', 'there', ${chat}, 6, app_now())`,
  );
  await owner().press(own('set-public', chat));
  expect(await channel()).toMatchObject({ public_channel_id: chat });
  // Only the posts in the previous channel are removed.
  const removed = await test.database.query(
    (sql) => sql<{ occasion: string }[]>`
      select payload ->> 'occasion' as occasion from outbox where kind = 'remove_post'`,
  );
  expect([...removed]).toEqual([{ occasion: 'here' }]);
  expect((await owner().press(own('set-public', foreign))).text).toMatch(/no longer see that one/);
  world.chats.set(chat, { administrators: [OWNER_ID], botRights: [] });
  const lacking = await owner().press(own('set-public', chat));
  expect(lacking.text).toMatch(/I still need “Post Messages”/);
  expect(lacking.buttons[0]).toBe(own('set-public', chat));
  world.state.isSilent = true;
  expect((await owner().press(own('set-public', chat))).answer).toMatch(/Telegram isn't answering/);
  world.state.isSilent = false;
  await owner().press(own('set-public', 'none'));
  expect(await channel()).toMatchObject({ public_channel_id: null });
});

it('changes the private channel only while no member would stay in the old one', async () => {
  const chat = -1004000000003;
  await world.promote(OWNER_ID, chat, { title: 'Inside' });
  await addTierOrder(test.database);
  const setPaidUntil = (until: string | null) =>
    test.database.query(
      (sql) => sql`update subscriptions set paid_until = ${until}::timestamptz where user_id = ${BUYER_ID}`,
    );
  await setPaidUntil('2020-01-01');
  expect((await owner().press(own('set-private', chat))).text).toMatch(/can't change what you sell/);
  expect(await channel()).toMatchObject({ closed_channel_id: CLOSED_ID });
  await setPaidUntil(null);
  expect((await owner().press(own('set-private', chat))).text).toMatch(/It's on sale now/);
  expect(await channel()).toMatchObject({ closed_channel_id: chat, open_channel_id: CHANNEL_ID });
});

describe('while a question is open', () => {
  it.each([
    '/help_me',
    '/help_me now',
    '/Alpha',
    '/',
    '//',
    '/start2',
    '/help@OtherBot',
    '/заголовок',
    ' /x\ny',
  ])('does not take %j as its answer', async (text) => {
    const before = await channel();
    await owner().press(own('edit', 'title'));
    await owner().say(text);
    expect(await channel()).toEqual(before);
    // The question is still open.
    await owner().say('Beta');
    expect(await channel()).toMatchObject({ title: 'Beta' });
  });
});
