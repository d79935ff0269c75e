import { listOpenPlaces } from '../../database/places/known-chats';
import { closePlace, countTouched, openPlace } from '../../database/places/offer-places';
import {
  BOT,
  CLOSED,
  grantOf,
  OPEN,
  OWNER,
  promiseNow,
  removalOf,
  type Buyer,
} from '../../../tests/worlds/access';
import { personWith } from '../../../tests/worlds/owner';
import { PUBLIC, usePlaceWorld, wordsOf } from '../../../tests/worlds/places';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';

const world = usePlaceWorld();
const GROUP = -1006666666666 as ClosedChannelId;
const OTHER_OFFER = -1007777777777 as OpenChannelId;
const OTHER_MAIN = -1008888888888 as ClosedChannelId;

const database = () => world.test.database;
const place = { openChannelId: OPEN, chatId: GROUP };
const openGroup = () =>
  openPlace(database(), { ...place, kind: 'supergroup', role: 'extra', title: 'Talk', actorUserId: OWNER });
const closeGroup = () => closePlace(database(), { ...place, actorUserId: OWNER });
const statusIn = async (chatId: number, userId: number) =>
  (await world.deps.api.getChatMember(chatId, userId)).status;
const linkTo = async (chatId: number, userId: number) => {
  const [row] = await database().query(
    (sql) => sql<{ link: string }[]>`
      select invite_link as link from place_links where (chat_id, user_id) = (${chatId}, ${userId}) and revoked_at is null`,
  );
  return row?.link;
};
/** Waits until everything is due within an hour, and performs it. */
async function soon(): Promise<void> {
  await world.heard();
  for (let minutes = 0; minutes < 3; minutes += 1) {
    await world.advance(3 * 60_000);
    await world.heard();
  }
}
async function entered(buyer: Buyer, chatId: number): Promise<void> {
  world.telegram.as(buyer.userId).join(String(await linkTo(chatId, buyer.userId)));
  await world.heard();
}

beforeAll(() => {
  for (const [id, title] of [
    [GROUP, 'Talk'],
    [OTHER_MAIN, 'Other VIP'],
  ] as const) {
    if (id === GROUP) world.telegram.addGroup({ id, title, creatorId: OWNER });
    else world.telegram.addChannel({ id, title, creatorId: OWNER });
    world.telegram.setMember(id, BOT, 'administrator');
  }
});
afterEach(async () => {
  world.telegram.clearFaults();
  world.telegram.setMember(GROUP, BOT, 'administrator', { can_invite_users: true });
  await closeGroup();
  await soon();
  await database().query((sql) => sql`delete from outbox`);
  await database().query((sql) => sql`delete from places where role <> 'main'`);
});

it('sells what was sold before as an offer with one main place', async () => {
  expect(await listOpenPlaces(database(), [OPEN])).toMatchObject([
    {
      openChannelId: OPEN,
      chatId: CLOSED,
      kind: 'channel',
      role: 'main',
      title: expect.any(String) as string,
    },
  ]);
});

it('opens an added place to all who have access, each by a link of their own', async () => {
  const buyer = await world.invited();
  await entered(buyer, CLOSED);
  const expired = await world.newBuyer('-2 days');
  const stranger = await world.newBuyer(null);
  await world.told(buyer.userId);
  expect(await countTouched(database(), place, 'open')).toBeGreaterThanOrEqual(1);
  expect(await openGroup()).toBe('opened');
  expect(await openGroup()).toBe('unchanged');
  await soon();
  const told = await world.told(buyer.userId);
  expect(told.map(wordsOf)).toEqual([
    expect.stringMatching(/added Talk \(group\) to Alpha[^]*1 of 2 opened/),
  ]);
  expect([await linkTo(GROUP, expired.userId), await linkTo(GROUP, stranger.userId)]).toEqual([
    undefined,
    undefined,
  ]);
  const link = String(await linkTo(GROUP, buyer.userId));
  world.telegram.as(stranger.userId).join(link);
  await entered(buyer, GROUP);
  expect(await statusIn(GROUP, buyer.userId)).toBe('member');
  expect(await statusIn(GROUP, stranger.userId)).toBe('left');
  expect(await countTouched(database(), place, 'close')).toBe(1);
});

it('lets a buyer into every place, and tells how many are opened', async () => {
  await openGroup();
  await soon();
  const buyer = await world.newBuyer('30 days');
  await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
  await soon();
  const words = (await world.told(buyer.userId))
    .map(wordsOf)
    .filter((text) => text.includes('0 of 2 opened'));
  expect(words).toHaveLength(2);
  await entered(buyer, CLOSED);
  await entered(buyer, GROUP);
  expect([await statusIn(CLOSED, buyer.userId), await statusIn(GROUP, buyer.userId)]).toEqual([
    'member',
    'member',
  ]);
});

it('removes a member from every place at the end, proven each', async () => {
  await openGroup();
  const buyer = await world.newBuyer('30 days');
  await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
  await soon();
  await entered(buyer, CLOSED);
  await entered(buyer, GROUP);
  await database().query(
    (sql) =>
      sql`update subscriptions set paid_until = null, version = version + 1 where user_id = ${buyer.userId}`,
  );
  await world.perform(removalOf({ ...buyer, paidUntil: null }), 'refund');
  await soon();
  expect([await statusIn(CLOSED, buyer.userId), await statusIn(GROUP, buyer.userId)]).toEqual([
    'left',
    'left',
  ]);
  const proven = await database().query(
    (sql) => sql`select from place_access where user_id = ${buyer.userId} and removed_at is not null`,
  );
  expect(proven).toHaveLength(2);
});

it('lets a buyer with too many chats into one place now and into the other one later', async () => {
  await openGroup();
  await soon();
  const buyer = await world.newBuyer('30 days');
  await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
  await soon();
  await entered(buyer, CLOSED);
  const description = 'Bad Request: USER_CHANNELS_TOO_MUCH';
  world.telegram.fault({
    method: 'approveChatJoinRequest',
    kind: 'error',
    status: 400,
    description,
    times: Infinity,
  });
  await entered(buyer, GROUP);
  const told = (await world.told(buyer.userId)).filter(({ type }) => type === 'access_delayed');
  expect(told).toEqual([expect.objectContaining({ title: 'Talk', isInTooManyChats: true })]);
  expect([await statusIn(CLOSED, buyer.userId), await statusIn(GROUP, buyer.userId)]).toEqual([
    'member',
    'left',
  ]);
  world.telegram.clearFaults();
  await world.advance(2 * 3600_000);
  await soon();
  expect(await statusIn(GROUP, buyer.userId)).toBe('member');
});

it('removes a restricted member at the end', async () => {
  await openGroup();
  await soon();
  const buyer = await world.newBuyer('30 days');
  await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
  await soon();
  await entered(buyer, GROUP);
  world.telegram.setMember(GROUP, buyer.userId, 'restricted');
  await world.heard();
  await database().query(
    (sql) =>
      sql`update subscriptions set paid_until = null, version = version + 1 where user_id = ${buyer.userId}`,
  );
  await world.perform(removalOf({ ...buyer, paidUntil: null }), `refund:${buyer.userId}`);
  await soon();
  expect(await statusIn(GROUP, buyer.userId)).toBe('left');
});

it('holds up no place by another one that refuses', async () => {
  await openGroup();
  await soon();
  await world.told(OWNER);
  const buyer = await world.newBuyer('30 days');
  world.telegram.setMember(GROUP, BOT, 'administrator', { can_invite_users: false });
  await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
  await soon();
  await entered(buyer, CLOSED);
  expect(await statusIn(CLOSED, buyer.userId)).toBe('member');
  expect(await linkTo(GROUP, buyer.userId)).toBeUndefined();
  const owner = (await world.told(OWNER)).map(({ type }) => type);
  expect(owner).toContain('place_broken');
  expect((await personWith(world.test, OWNER).press(`own_menu_${OPEN}`)).text).toMatch(
    /Invite Users via Link.*in “Talk”/,
  );
  world.telegram.setMember(GROUP, BOT, 'administrator', { can_invite_users: true });
  await soon();
  await entered(buyer, GROUP);
  expect(await statusIn(GROUP, buyer.userId)).toBe('member');
});

it('removes from a place that is taken away all who have no other right to it, without the brake', async () => {
  await openGroup();
  await soon();
  const before = await countTouched(database(), place, 'close');
  const buyers = await Promise.all(Array.from({ length: 8 }, () => world.newBuyer('30 days')));
  for (const buyer of buyers) await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
  await soon();
  for (const buyer of buyers) await entered(buyer, GROUP);
  expect(await countTouched(database(), place, 'close')).toBe(before + 8);
  expect(await closeGroup()).toBe(true);
  expect(await closeGroup()).toBe(false);
  await soon();
  for (const { userId } of buyers) expect(await statusIn(GROUP, userId)).toBe('left');
  expect(await linkTo(CLOSED, Number(buyers[0]?.userId))).toBeDefined();
});

describe('a chat in two offers', () => {
  beforeEach(async () => {
    await database().query(
      (sql) => sql`
        insert into channels (open_channel_id, closed_channel_id, title, owner_user_id)
        values (${OTHER_OFFER}, ${OTHER_MAIN}, 'Other', ${OWNER}) on conflict do nothing`,
    );
    await openGroup();
    const other = {
      openChannelId: OTHER_OFFER,
      chatId: GROUP,
      kind: 'supergroup',
      role: 'extra',
      title: 'Talk',
    } as const;
    expect(await openPlace(database(), { ...other, actorUserId: OWNER })).toBe('opened');
    await soon();
  });

  const buyOther = (buyer: Buyer) =>
    database().query(
      (sql) => sql`
        insert into subscriptions (open_channel_id, user_id, paid_until)
        values (${OTHER_OFFER}, ${buyer.userId}, app_now() + interval '60 days')`,
    );

  it('is left only when none of them gives it', async () => {
    const buyer = await world.newBuyer('30 days');
    await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
    await soon();
    await entered(buyer, CLOSED);
    await entered(buyer, GROUP);
    await buyOther(buyer);
    await database().query(
      (sql) => sql`
        update subscriptions set paid_until = null, version = version + 1
        where (open_channel_id, user_id) = (${OPEN}, ${buyer.userId})`,
    );
    await world.perform(removalOf({ ...buyer, paidUntil: null }), `refund:${buyer.userId}`);
    await soon();
    expect([await statusIn(CLOSED, buyer.userId), await statusIn(GROUP, buyer.userId)]).toEqual([
      'left',
      'member',
    ]);
    await database().query(
      (sql) => sql`
        update subscriptions set paid_until = null, version = version + 1
        where (open_channel_id, user_id) = (${OTHER_OFFER}, ${buyer.userId})`,
    );
    const effect = {
      kind: 'remove_member',
      openChannelId: OTHER_OFFER,
      userId: buyer.userId,
      paidUntil: null,
    } as const;
    await world.perform(effect, `refund2:${buyer.userId}`);
    await soon();
    expect(await statusIn(GROUP, buyer.userId)).toBe('left');
  });

  it('is kept by a ban from one of them if the other one gives it', async () => {
    const buyer = await world.newBuyer('30 days');
    await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
    await soon();
    await entered(buyer, CLOSED);
    await entered(buyer, GROUP);
    await buyOther(buyer);
    await database().query(
      (sql) => sql`
        insert into bans (open_channel_id, user_id, reason, banned_by) values (${OPEN}, ${buyer.userId}, '', ${OWNER})`,
    );
    await world.perform(
      { kind: 'apply_ban', openChannelId: OPEN, userId: buyer.userId },
      `ban:${buyer.userId}`,
    );
    await soon();
    expect([await statusIn(CLOSED, buyer.userId), await statusIn(GROUP, buyer.userId)]).toEqual([
      'kicked',
      'member',
    ]);
  });
});

describe('a group that becomes a supergroup while people are let in', () => {
  it.each(['heard', 'found out by a call'])('keeps its members and lets in the others: %s', async (how) => {
    const basic = (how === 'heard' ? -4561 : -4562) as ClosedChannelId;
    world.telegram.addGroup({ id: basic, title: 'Small talk', creatorId: OWNER });
    world.telegram.setMember(basic, BOT, 'administrator');
    const wanted = {
      openChannelId: OPEN,
      chatId: basic,
      kind: 'supergroup',
      role: 'extra',
      title: 'Small',
    } as const;
    await openPlace(database(), { ...wanted, actorUserId: OWNER });
    const [inside, waiting] = [await world.newBuyer('30 days'), await world.newBuyer('30 days')];
    for (const buyer of [inside, waiting]) await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
    await soon();
    await entered(inside, basic);
    const supergroup = world.telegram.upgradeGroup(basic);
    if (how === 'found out by a call') {
      await world.telegram.drained();
      await database().query(
        (sql) => sql`update places set chat_id = ${basic} where chat_id = ${supergroup}`,
      );
      await database().query(
        (sql) => sql`update place_access set chat_id = ${basic} where chat_id = ${supergroup}`,
      );
      await world.perform(
        { ...grantOf(waiting, 'asked'), chatId: basic } as never,
        `asked:${waiting.userId}`,
      );
      await world.perform(
        { ...grantOf(waiting, 'asked'), chatId: supergroup } as never,
        `asked2:${waiting.userId}`,
      );
    }
    await soon();
    await entered(waiting, supergroup);
    for (const { userId } of [inside, waiting]) expect(await statusIn(supergroup, userId)).toBe('member');
    await database().query(
      (sql) =>
        sql`update subscriptions set paid_until = null, version = version + 1 where user_id = ${inside.userId}`,
    );
    await world.perform(removalOf({ ...inside, paidUntil: null }), `refund:${inside.userId}`);
    await soon();
    expect(await statusIn(supergroup, inside.userId)).toBe('left');
  });

  it.each(['heard', 'found out by a call'])(
    'removes a member whose removal was on its way: %s',
    async (how) => {
      const basic = (how === 'heard' ? -4571 : -4572) as ClosedChannelId;
      world.telegram.addGroup({ id: basic, title: 'Small talk', creatorId: OWNER });
      world.telegram.setMember(basic, BOT, 'administrator');
      const wanted = { openChannelId: OPEN, chatId: basic, kind: 'supergroup', role: 'extra' } as const;
      await openPlace(database(), { ...wanted, title: 'Small', actorUserId: OWNER });
      const buyer = await world.newBuyer('30 days');
      await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
      await soon();
      await entered(buyer, basic);
      await database().query(
        (sql) =>
          sql`update subscriptions set paid_until = null, version = version + 1 where user_id = ${buyer.userId}`,
      );
      const removal = { ...removalOf({ ...buyer, paidUntil: null }), chatId: basic } as never;
      await promiseNow(world, removal, `refund:${buyer.userId}`);
      const supergroup = world.telegram.upgradeGroup(basic);
      await world.telegram.drained();
      if (how === 'found out by a call') {
        for (const table of ['places', 'place_access'])
          await database().query(
            (sql) => sql`update ${sql(table)} set chat_id = ${basic} where chat_id = ${supergroup}`,
          );
        await database().query(
          (sql) => sql`
            update outbox set payload = replace(payload::text, ${String(supergroup)}, ${String(basic)})::jsonb
            where kind = 'remove_member'`,
        );
      }
      await soon();
      expect(await statusIn(supergroup, buyer.userId)).toBe('left');
    },
  );
});

it.each([
  ['a public channel', PUBLIC],
  ['a place of another owner', OTHER_MAIN],
])('refuses %s', async (_, chatId) => {
  await database().query(
    (sql) => sql`
      insert into channels (open_channel_id, closed_channel_id, title, owner_user_id)
      values (${OTHER_OFFER}, ${OTHER_MAIN}, 'Other', 1) on conflict (open_channel_id) do update set owner_user_id = 1`,
  );
  const wanted = {
    openChannelId: OPEN,
    chatId: chatId as ClosedChannelId,
    kind: 'channel',
    role: 'extra',
    title: 'X',
  } as const;
  expect(await openPlace(database(), { ...wanted, actorUserId: OWNER })).toBe('taken');
});
