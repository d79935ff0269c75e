import { GrammyError } from 'grammy';
import { forgetMinimums, setMinimums } from '../../../../tests/support/minimums';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { addChannel } from '../../../../tests/support/order';
import { settingUp } from '../../../../tests/worlds/set-up';
import { viewOf } from '../../../telegram/views';

const test = useTestDatabase();
const world = settingUp(test);

beforeAll(async () => {
  await addChannel(test.database);
});

let lastOwner = 0;
/** A new owner with a private and a public channel that the bot was added to. */
async function newOwner(rights?: readonly string[]) {
  lastOwner += 1;
  const [userId, inside, outside] = [
    8000 + lastOwner,
    -1005000000000 - lastOwner,
    -1006000000000 - lastOwner,
  ];
  const title = `Alpha ${lastOwner}`;
  await world.promote(userId, inside, { title, ...(rights && { rights }) });
  await world.promote(userId, outside, { title: `${title} news`, username: `alpha_${lastOwner}` });
  return { userId, inside, outside, title };
}
const channelOf = async (openChannelId: number) => {
  const [row] = await test.database.query(
    (sql) => sql<Record<string, unknown>[]>`
      select c.open_channel_id, c.closed_channel_id, c.public_channel_id, c.title, c.description, c.owner_user_id,
        c.donation_message, c.notifications_enabled, c.grace_hours, c.tolerance_percent, (
          select jsonb_agg(jsonb_build_array(t.name, t.price_cents, t.days) order by t.position) from tiers t
          where t.open_channel_id = c.open_channel_id) as tiers
      from channels c where open_channel_id = ${openChannelId}`,
  );
  return row;
};
const set = (step: string, choice: string | number) => `setup_${step}_${choice}`;

it('puts a channel on sale by taps and typing alone', async () => {
  const { userId, inside, outside, title } = await newOwner();
  const by = world.person(userId);
  await by.say('/setup');
  const first = await by.press('setup_open');
  expect(first.text).toMatch(/Which private channel or group do you sell/);
  expect(first.buttons.slice(0, 2)).toEqual([set('private', inside), set('private', outside)]);
  expect((await by.press(set('private', inside))).text).toMatch(/a public channel, too/);
  expect((await by.press(set('public', outside))).text).toMatch(/What is it called/);
  expect((await by.press(set('title', 'keep'))).text).toMatch(
    new RegExp(`Setting up ${title}\n\nWhat do buyers get`),
  );
  expect(await world.type(userId, 'All of <it>')).toMatch(/What does access cost/);
  expect((await by.press(set('tiers', 'add'))).text).toMatch(/What is this tier called/);
  expect(await world.type(userId, 'Gold & Co')).toMatch(/What does “Gold &amp; Co” cost/);
  expect(await world.type(userId, '$29.99')).toMatch(/How many days/);
  const tiers = await by.press(set('days', 30));
  expect(tiers.buttons).toEqual(
    ['drop1of1', 'add', 'done', 'back'].map((each) => set('tiers', each)).concat('setup_cancel'),
  );
  await world.walk(userId, set('tiers', 'add'), set('name', 'vip'), set('price', 100), '=365');
  expect((await by.press(set('tiers', 'done'))).text).toMatch(/want to tell donors/);
  const review = await world.walk(
    userId,
    '=Thank you',
    set('notifications', 'on'),
    set('grace', 72),
    set('tolerance', 2),
  );
  for (const words of [
    title,
    'All of',
    'Gold &amp; Co · $29.99 · 1 month',
    'VIP · $100.00 · 1 year',
    'Thank you',
    'here',
    '72 hours',
    '2%',
  ])
    expect(review.text).toContain(words);
  const started = await by.press(set('review', 'start'));
  expect(started.message).toMatchObject({
    type: 'channel_links',
    openChannelId: outside,
    role: 'owner',
  });
  expect(started.text).toMatch(/^✔️ It's on sale\. Share the link/);
  expect(await channelOf(outside)).toEqual({
    open_channel_id: outside,
    closed_channel_id: inside,
    public_channel_id: outside,
    title,
    description: 'All of <it>',
    owner_user_id: userId,
    donation_message: 'Thank you',
    notifications_enabled: true,
    grace_hours: 72,
    tolerance_percent: 2,
    tiers: [
      ['Gold & Co', 2999, 30],
      ['VIP', 10000, 365],
    ],
  });
  const acts = await test.database.query(
    (sql) => sql`select act, actor_user_id as by from audit_log where open_channel_id = ${outside}`,
  );
  expect([...acts]).toEqual([{ act: 'channel_set_up', by: userId }]);
  // The set-up has ended for the same tap and for any other button of an old page.
  for (const data of [set('review', 'start'), set('tiers', 'add')])
    expect((await by.press(data)).answer).toMatch(/has ended/);
});

/** The fewest buttons that lead to the review. */
const shortestPath = (inside: number, outside: number | 'none' = 'none') => [
  'setup_open',
  set('private', inside),
  set('public', outside),
  set('title', 'keep'),
  set('description', 'skip'),
  set('tiers', 'done'),
  set('donation', 'skip'),
  set('notifications', 'off'),
  set('grace', 0),
  set('tolerance', 0),
];

it('names a channel without a public one after its private one', async () => {
  const { userId, inside } = await newOwner();
  const review = await world.walk(userId, ...shortestPath(inside));
  expect(review.text).toMatch(
    /Public channel: none[^]*none, donations only[^]*Sales news: off[^]*Grace period: none/,
  );
  await world.walk(userId, set('review', 'start'));
  expect(await channelOf(inside)).toMatchObject({
    closed_channel_id: inside,
    public_channel_id: null,
    tiers: null,
  });
});

it('gives two channels that share a public one different ids', async () => {
  const { userId, inside, outside } = await newOwner();
  await world.walk(userId, ...shortestPath(inside, outside), set('review', 'start'));
  const second = inside - 500_000;
  await world.promote(userId, second);
  await world.walk(userId, ...shortestPath(second, outside), set('review', 'start'));
  expect(await channelOf(second)).toMatchObject({ closed_channel_id: second, public_channel_id: outside });
});

it('continues after days at the same step in one message', async () => {
  const { userId, inside, title } = await newOwner();
  await world.walk(userId, 'setup_open', set('private', inside));
  await test.advance('9 days');
  expect((await world.person(userId).press('setup_open')).text).toMatch(/a public channel, too/);
  // The command sends a new message and deletes the old one.
  await world.person(userId).say('/setup');
  const [cleaned] = await test.database.query(
    (sql) => sql<{ n: number }[]>`
      select count(*)::int as n from outbox where kind = 'delete_message' and payload ->> 'chatId' = ${String(userId)}`,
  );
  expect(cleaned?.n).toBe(1);
  const steps = shortestPath(inside).slice(2);
  await world.walk(userId, ...steps);
  const earlierSteps = [
    'tolerance',
    'grace',
    'notifications',
    'donation',
    'tiers',
    'description',
    'title',
    'public',
    'private',
  ];
  let step = 'review';
  for (const before of earlierSteps) {
    await world.walk(userId, set(step, 'back'));
    expect(await world.stepOf(userId)).toBe(before);
    step = before;
  }
  const again = await world.walk(userId, ...shortestPath(inside).slice(1));
  expect(again.text).toContain(title);
  await world.walk(userId, set('review', 'back'), set('tolerance', 3), 'setup_cancel');
  expect(await world.stepOf(userId)).toBeUndefined();
});

it('accepts the longest title in characters of two UTF-16 units', async () => {
  const { userId } = await newOwner();
  const inside = -1007000000000 - userId;
  await world.promote(userId, inside, { title: `a${'🚀'.repeat(127)}` });
  await world.walk(userId, 'setup_open', set('private', inside), set('public', 'none'));
  expect((await world.person(userId).press(set('title', 'keep'))).text).toMatch(/What do buyers get/);
});

it('names the missing rights until Telegram confirms them', async () => {
  const { userId, inside, outside } = await newOwner(['can_post_messages']);
  const by = world.person(userId);
  await by.press('setup_open');
  const lacking = await by.press(set('private', inside));
  expect(lacking.text).toMatch(
    /I still need “Invite Users via Link” and “Ban Users” in “Alpha \d+”\. Open the channel, tap its name, then Administrators → me, switch that on, then tap Check again/,
  );
  expect(lacking.buttons[0]).toBe(set('private', inside));
  world.chats.set(inside, {
    administrators: [userId],
    botRights: ['can_invite_users', 'can_restrict_members'],
  });
  await by.press(set('private', inside));
  world.chats.set(outside, { administrators: [userId], botRights: [] });
  expect((await by.press(set('public', outside))).text).toMatch(/I still need “Post Messages”/);
  world.chats.set(outside, { administrators: [userId], botRights: null });
  expect((await by.press(set('public', outside))).text).toMatch(/I'm not an administrator of/);
  world.state.isSilent = true;
  expect((await by.press(set('public', outside))).answer).toMatch(/Telegram isn't answering/);
  world.state.isSilent = false;
  // The owner lost their rights between the pages: the last check refuses to sell.
  await world.walk(userId, ...shortestPath(inside).slice(2));
  world.chats.set(inside, { administrators: [], botRights: ['can_invite_users', 'can_restrict_members'] });
  expect((await by.press(set('review', 'start'))).text).toMatch(/you aren't an administrator of/);
  expect(await channelOf(inside)).toBeUndefined();
});

it('rejects a price that no coin can pay', async () => {
  const { userId, inside } = await newOwner();
  await setMinimums(test.database, { usdttrc20: 1143 });
  await world.walk(userId, ...shortestPath(inside).slice(0, 5), set('tiers', 'add'), set('name', 'gold'));
  expect(await world.type(userId, '5')).toMatch(
    /^⚠️ Crypto payments start at \$11\.43 today, so nobody could pay \$5\.00\. Try \$12\?/,
  );
  expect(await world.type(userId, 'much')).toMatch(/^⚠️ That isn't a price/);
  expect(await world.type(userId, '0')).toMatch(/^⚠️ That isn't a price/);
  expect((await world.walk(userId, set('price', 5))).text).toMatch(/start at \$11\.43 today/);
  expect(await world.type(userId, '11.43')).toMatch(/How many days/);
  expect(await world.type(userId, '0')).toMatch(/^⚠️ Type a whole number of days from 1 to 3650/);
  expect(await world.type(userId, '9999')).toMatch(/^⚠️/);
  expect(await world.type(userId, '7 days')).toMatch(/Tap a tier/);
  await forgetMinimums(test.database);
});

it('rejects a channel that the user does not administer', async () => {
  const victim = await newOwner();
  const attacker = await newOwner();
  const by = world.person(attacker.userId);
  await by.press('setup_open');
  expect((await by.press(set('private', victim.inside))).text).toMatch(
    /I no longer see that one among yours/,
  );
  // Even if a forged update adds them to the table, Telegram says that they aren't an administrator.
  await test.database.query(
    (sql) => sql`
      update bot_chats set administrator_ids = administrator_ids || ${attacker.userId}::bigint where chat_id = ${victim.inside}`,
  );
  expect((await by.press(set('private', victim.inside))).text).toMatch(/you aren't an administrator of/);
  expect((await by.press(set('public', victim.outside))).text).toMatch(/Which private channel/);
  expect((await by.press(set('review', 'start'))).text).toMatch(/Which private channel/);
  expect(await world.stepOf(victim.userId)).toBeUndefined();
});

it.each(['foo', '9'.repeat(20), '-1e9'])('rejects a forged chat “%s” at both steps', async (forged) => {
  const { userId, inside } = await newOwner();
  const by = world.person(userId);
  await by.press('setup_open');
  const refused = /I no longer see that one among yours/;
  expect((await by.press(set('private', forged))).text).toMatch(refused);
  await by.press(set('private', inside));
  expect((await by.press(set('public', forged))).text).toMatch(refused);
});

it('lets only one of two owners put the same channel on sale', async () => {
  const { userId, inside, outside } = await newOwner();
  const other = userId + 500;
  await world.promote(userId, inside, { also: [other] });
  await world.promote(other, outside, { also: [userId] });
  await world.greet(inside, userId);
  await test.database.query(
    (sql) =>
      sql`update bot_chats set administrator_ids = array[${userId}, ${other}]::bigint[] where chat_id = ${inside}`,
  );
  await world.walk(userId, ...shortestPath(inside, outside));
  await world.walk(other, ...shortestPath(inside));
  const results = await Promise.all(
    [userId, other].map((each) => world.person(each).press(set('review', 'start'))),
  );
  expect(results.filter(({ message }) => message?.type === 'channel_links')).toHaveLength(1);
  expect(results.filter(({ text }) => /Someone else just put/.test(text))).toHaveLength(1);
});

it('sets up a tier for ever by a tap', async () => {
  const { userId, inside } = await newOwner();
  const days = await world.walk(
    userId,
    ...shortestPath(inside).slice(0, 5),
    set('tiers', 'add'),
    set('name', 'gold'),
    set('price', 100),
  );
  expect(days.buttons).toContain(set('days', 'forever'));
  const tiers = await world.person(userId).press(set('days', 'forever'));
  const labels = viewOf(tiers.message!)
    .keyboard?.inline_keyboard?.flat()
    .map(({ text }) => text);
  expect(labels).toContain('🗑 Gold · $100.00 · lifetime');
});

it('applies only one of two concurrent or repeated taps', async () => {
  const { userId, inside } = await newOwner();
  await world.walk(
    userId,
    ...shortestPath(inside).slice(0, 5),
    set('tiers', 'add'),
    set('name', 'gold'),
    set('price', 30),
  );
  await Promise.all([30, 90].map((days) => world.person(userId).press(set('days', days))));
  const tiers = await world.person(userId).press(set('days', 7), 5_555);
  expect(tiers.text).toMatch(/Tap a tier/);
  expect(tiers.buttons.filter((data) => data.includes('drop'))).toHaveLength(1);
  for (let times = 0; times < 2; times += 1) {
    await world.person(userId).press(set('tiers', 'drop1of1'), 5_556);
    expect((await world.person(userId).press('setup_open')).buttons).not.toContain(set('tiers', 'drop1of1'));
  }
  await world.walk(
    userId,
    ...['Gold', 'VIP'].flatMap((name) => [
      set('tiers', 'add'),
      set('name', name.toLowerCase()),
      set('price', 30),
      set('days', 30),
    ]),
  );
  // Two taps before the page changes.
  await world.person(userId).press(set('tiers', 'drop1of2'));
  const left = await world.person(userId).press(set('tiers', 'drop1of2'));
  expect(left.text).not.toMatch(/Gold/);
  expect(left.buttons.filter((data) => data.includes('drop'))).toEqual([set('tiers', 'drop1of1')]);
});

it('offers a set-up to the user who added the bot once it may message them', async () => {
  const { userId, inside, outside } = await newOwner();
  const promises = await test.database.query(
    (sql) => sql`select from outbox where kind = 'offer_set_up' and payload ->> 'userId' = ${String(userId)}`,
  );
  expect(promises).toHaveLength(2);
  expect(await world.greet(inside, userId)).toEqual({ type: 'done' });
  expect(world.sent.at(-1)?.chatId).toBe(userId);
  expect(world.sent.at(-1)?.text).toMatch(/I was added to:/);
  // A user who is no longer an administrator gets no message.
  const before = world.sent.length;
  await world.greet(outside, userId + 1);
  expect(world.sent).toHaveLength(before);
  const refused = new GrammyError(
    'x',
    {
      ok: false,
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
      parameters: {},
    },
    'sendMessage',
    {},
  );
  await world.greet(outside, userId, { sendMessage: () => Promise.reject(refused) });
  const greeting = async () => {
    await world.person(userId).say('/start');
    const [row] = await test.database.query(
      (sql) => sql<{ message: object }[]>`
        select payload -> 'message' as message from outbox where payload ->> 'chatId' = ${String(userId)}
        order by outbox_id desc limit 1`,
    );
    return row?.message;
  };
  expect(await greeting()).toMatchObject({ type: 'set_up_offered', titles: [expect.stringMatching(/news/)] });
  await world.person(userId).press('setup_later');
  expect(await greeting()).toMatchObject({ type: 'channel_list' });
});

it('keeps the latest status of the bot even if updates arrive out of order', async () => {
  const { userId, inside } = await newOwner();
  const statusUpdate = (date: number, status: string) =>
    world.person(userId).send({
      my_chat_member: {
        date,
        chat: { id: inside, type: 'channel', title: 'Alpha' },
        from: { id: userId },
        new_chat_member: { status },
      },
    });
  await statusUpdate(1_900_000_002, 'left');
  await statusUpdate(1_900_000_001, 'administrator');
  expect((await world.person(userId).press('setup_open')).buttons).not.toContain(set('private', inside));
  await statusUpdate(1_900_000_003, 'administrator');
  expect((await world.person(userId).press('setup_open')).buttons).toContain(set('private', inside));
});
