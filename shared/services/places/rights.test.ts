import { nowSeconds } from '../../../tests/support/clock';
import { personWith } from '../../../tests/worlds/owner';
import { ADMINISTRATOR, PUBLIC, usePlaceWorld, wordsOf } from '../../../tests/worlds/places';
import { BOT, CLOSED, OPEN, OWNER } from '../../../tests/worlds/access';

const world = usePlaceWorld();

const NEEDED = ['invite_users', 'restrict_members'];

/** Makes the bot an administrator of the private channel with these rights, appointed by `userId`. */
const appoint = (userId: number, rights: readonly string[]) =>
  world.telegram.as(userId).admin.addBot(CLOSED, rights);

/** The owner takes the bot out, and `userId` appoints it with all it needs, so that they may change it. */
async function appointedBy(userId: number): Promise<void> {
  const owner = world.telegram.as(OWNER).admin;
  owner.promote(CLOSED, ADMINISTRATOR, ['promote_members', 'post_messages', 'pin_messages', ...NEEDED]);
  appoint(OWNER, NEEDED);
  owner.dismiss(CLOSED, BOT);
  appoint(userId, NEEDED);
  await world.heard();
  for (const chatId of [OWNER, ADMINISTRATOR]) await world.told(chatId);
}

/** Types of the messages to the owner, and whether anybody else was told. */
async function news(): Promise<{ types: string[]; text: string }> {
  await world.heard();
  const told = await world.told(OWNER);
  expect(await world.told(ADMINISTRATOR)).toEqual([]);
  return { types: told.map(({ type }) => type), text: wordsOf(told[0]) };
}

let lastBuyer = 80_000;
const ordersOf = async (userId: number) => {
  const rows = await world.test.database.query((sql) => sql`select from orders where user_id = ${userId}`);
  return rows.length;
};

/** What a new buyer meets everywhere: on the page, behind an old button, in the list. */
async function isOnSale(): Promise<boolean> {
  const buyer = personWith(world.test, ++lastBuyer);
  const page = await buyer.press(`channel_${OPEN}`);
  const pressed = await buyer.press(`sub_tier_${OPEN}_1`);
  await buyer.say('/start');
  const [list] = (await world.told(lastBuyer)).slice(-1);
  const isSold = page.buttons.includes(`sub_tier_${OPEN}_1`);
  expect(await ordersOf(lastBuyer)).toBe(isSold ? 1 : 0);
  for (const text of [page.text, wordsOf(list)]) expect(/not on sale right now/.test(text)).toBe(!isSold);
  if (!isSold) {
    expect(page.text).toMatch(/Month.*not on sale right now/);
    expect(pressed.answer).toMatch(/isn't on sale right now/);
  }
  return isSold;
}

describe.each([
  ['its owner', OWNER],
  ['another administrator', ADMINISTRATOR],
])('what %s changes', (_, by) => {
  const admin = () => world.telegram.as(by).admin;
  beforeEach(() => appointedBy(by));

  it.each<[string, () => void, boolean, RegExp]>([
    ['Ban Users', () => appoint(by, ['invite_users']), true, /need “Ban Users” in the private channel/],
    ['Invite Users', () => appoint(by, ['restrict_members']), false, /need “Invite Users via Link”/],
    ['both rights', () => appoint(by, []), false, /need “Invite Users via Link” and “Ban Users”/],
    ['the place', () => admin().removeBot(CLOSED), false, /not an administrator of the private channel/],
    ['its role', () => admin().dismiss(CLOSED, BOT), false, /not an administrator of the private channel/],
  ])('is told once if the bot loses %s, and once when it has it back', async (_what, lose, sells, words) => {
    expect(await isOnSale()).toBe(true);
    lose();
    const lost = await news();
    expect(lost.types).toEqual(['place_broken']);
    expect(lost.text).toMatch(words);
    expect(lost.text).toMatch(/Administrators/);
    expect(await isOnSale()).toBe(sells);
    appoint(by, NEEDED);
    expect((await news()).types).toEqual(['place_works']);
    expect(await isOnSale()).toBe(true);
  });

  it('is not told about a right that the bot does not need', async () => {
    appoint(by, [...NEEDED, 'post_messages']);
    appoint(by, NEEDED);
    expect((await news()).types).toEqual([]);
  });

  it('lets in three buyers who asked meanwhile, within a minute of the return', async () => {
    const buyers = [await world.invited(), await world.invited(), await world.invited()];
    appoint(by, ['restrict_members']);
    await news();
    for (const { userId, inviteLink } of buyers) world.telegram.as(userId).join(inviteLink);
    await world.heard();
    for (const { userId } of buyers) expect(await world.isIn(userId)).toBe(false);
    for (const { userId } of buyers) await world.told(userId);
    appoint(by, NEEDED);
    await world.heard();
    for (const { userId } of buyers) {
      expect(await world.isIn(userId)).toBe(true);
      expect(await world.told(userId)).toEqual([]);
    }
  });
});

it('tells the owner what is still missing when one of two rights returns', async () => {
  await appointedBy(OWNER);
  appoint(OWNER, []);
  await news();
  appoint(OWNER, ['invite_users']);
  const { types, text } = await news();
  expect([types, text]).toEqual([['place_broken'], expect.stringContaining('need “Ban Users”')]);
  expect(await isOnSale()).toBe(true);
});

it('tells the owner that it cannot post, and sells on', async () => {
  const admin = world.telegram.as(OWNER).admin;
  await appointedBy(OWNER);
  admin.addBot(PUBLIC, ['post_messages']);
  expect((await news()).types).toEqual([]);
  admin.addBot(PUBLIC, ['edit_messages']);
  const lost = await news();
  expect([lost.types, lost.text]).toEqual([
    ['place_broken'],
    expect.stringContaining('need “Post Messages” in the public'),
  ]);
  expect(await isOnSale()).toBe(true);
  admin.addBot(PUBLIC, ['post_messages']);
  expect((await news()).types).toEqual(['place_works']);
});

it('says nothing about an update that comes twice or too late', async () => {
  await appointedBy(OWNER);
  const report = (date: number, can_restrict_members: boolean, update_id: number) =>
    personWith(world.test, OWNER).send(
      {
        my_chat_member: {
          date,
          chat: { id: CLOSED, type: 'channel', title: 'VIP' },
          from: { id: OWNER },
          new_chat_member: { status: 'administrator', can_invite_users: true, can_restrict_members },
        },
      },
      update_id,
    );
  const now = nowSeconds();
  await report(now, false, 1);
  await report(now, false, 1);
  await report(now - 500, true, 2);
  expect((await news()).types).toEqual(['place_broken']);
  await report(now, true, 3);
  expect((await news()).types).toEqual(['place_works']);
});

it('updates the offer in the public channel', async () => {
  await appointedBy(OWNER);
  world.telegram.as(OWNER).admin.addBot(PUBLIC, ['post_messages']);
  await world.heard();
  const { telegram } = world;
  await world.perform({ kind: 'publish_post', openChannelId: OPEN, post: 'offer', occasion: 'test' });
  const post = () => telegram.messages(PUBLIC).at(-1);
  expect(post()?.reply_markup?.inline_keyboard).toHaveLength(2);
  appoint(OWNER, ['restrict_members']);
  await news();
  expect(post()?.text).toMatch(/Month.*not on sale right now/);
  expect(post()?.reply_markup).toBeUndefined();
  appoint(OWNER, NEEDED);
  await news();
  expect(post()?.reply_markup?.inline_keyboard).toHaveLength(2);
});

it('finds out once a day what no update said', async () => {
  await appointedBy(OWNER);
  const before = await world.invited();
  // As if Telegram had dropped the update: the bot can't hear the request, and the right is back before anybody looks.
  world.telegram.setMember(CLOSED, BOT, 'administrator', { can_invite_users: false });
  world.telegram.as(before.userId).join(before.inviteLink);
  await world.telegram.drained();
  world.telegram.setMember(CLOSED, BOT, 'administrator', { can_invite_users: true });
  await world.telegram.drained();
  await world.test.database.query((sql) => sql`delete from outbox where kind = 'approve_waiting'`);
  await world.heard();
  expect(await world.isIn(before.userId)).toBe(false);
  await world.nextDay();
  expect(await world.isIn(before.userId)).toBe(true);
  await world.test.database.query(
    (sql) =>
      sql`
        update bot_chats set rights = r.rights, last_told = jsonb_build_object('status', status, 'rights', r.rights, 'isGone', false)
        from (select rights || '{"can_restrict_members": false}' as rights from bot_chats where chat_id = ${CLOSED}) as r
        where chat_id = ${CLOSED}`,
  );
  await world.told(OWNER);
  await world.nextDay();
  expect((await world.told(OWNER)).map(({ type }) => type)).toEqual(['place_works']);
  await world.nextDay();
  expect(await world.told(OWNER)).toEqual([]);
});

it('tells nobody that there was no request to approve', async () => {
  await appointedBy(OWNER);
  const buyer = await world.invited();
  await world.told(buyer.userId);
  await world.nextDay();
  expect(await world.told(buyer.userId)).toEqual([]);
  expect(await world.isIn(buyer.userId)).toBe(false);
  expect(await world.liveLinks(buyer.userId)).toEqual([buyer.inviteLink]);
});
