import { BOT, CLOSED, grantOf, OPEN, OWNER, removalOf, type Buyer } from '../../../tests/worlds/access';
import { personWith } from '../../../tests/worlds/owner';
import { usePlaceWorld } from '../../../tests/worlds/places';
import { listRemoved } from '../../database/access/removed-members';
import { readMetrics } from '../../database/operations/metrics';
import { closePlace, openPlace } from '../../database/places/offer-places';
import type { ClosedChannelId } from '../../domain/common/ids';
import { fateOf } from '../../domain/access/undo-removal';
import { DAY_MS } from '../../domain/common/time';
import { alarmsFrom } from '../../domain/operations/alarms';
import { undoRemovals } from '../operations/undo-removals';

const world = usePlaceWorld();
const database = () => world.test.database;
const RIGHTS = { can_invite_users: true, can_restrict_members: true };

let last = 0;
/** Adds a group that the offer opens. */
async function addGroup(title = 'Talk'): Promise<ClosedChannelId> {
  const chatId = (-1006000000000 - (last += 1)) as ClosedChannelId;
  world.telegram.addGroup({ id: chatId, title, creatorId: OWNER });
  world.telegram.setMember(chatId, BOT, 'administrator', RIGHTS);
  await world.heard();
  const place = { openChannelId: OPEN, chatId, kind: 'supergroup', role: 'extra', title } as const;
  expect(await openPlace(database(), { ...place, actorUserId: OWNER })).toBe('opened');
  return chatId;
}
const statusIn = async (chatId: number, { userId }: Buyer) =>
  (await world.deps.api.getChatMember(chatId, userId)).status;
const linkTo = async (chatId: number, { userId }: Buyer) => {
  const [row] = await database().query(
    (sql) => sql<{ link: string }[]>`
      select invite_link as link from place_links where (chat_id, user_id) = (${chatId}, ${userId}) and revoked_at is null`,
  );
  return row?.link;
};
/** Lets everything happen that is due within some minutes. */
async function soon(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await world.heard();
    await world.advance(3 * 60_000);
  }
  await world.heard();
}
async function bought(paidFor: string): Promise<Buyer> {
  const buyer = await world.newBuyer(paidFor);
  await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
  await soon();
  return buyer;
}
async function enter(buyer: Buyer, ...chats: readonly number[]): Promise<void> {
  for (const chatId of chats) world.telegram.as(buyer.userId).join(String(await linkTo(chatId, buyer)));
  await world.heard();
}
async function refund(buyer: Buyer): Promise<void> {
  await database().query(
    (sql) =>
      sql`update subscriptions set paid_until = null, version = version + 1 where user_id = ${buyer.userId}`,
  );
  await world.perform(removalOf({ ...buyer, paidUntil: null }), `refund:${buyer.userId}`);
  await soon();
}
const newsOf = async (...types: readonly string[]) =>
  (await world.told(OWNER)).map(({ type }) => type).filter((type) => types.includes(type));
const isOnSale = async () =>
  !/not on sale right now/.test((await personWith(world.test, 90_001).press(`channel_${OPEN}`)).text);
const alarms = async () => alarmsFrom((await readMetrics(database())).measures).map(({ name }) => name);

afterEach(async () => {
  world.telegram.clearFaults();
  const open = await database().query(
    (sql) => sql<{ chatId: ClosedChannelId }[]>`
      select chat_id as "chatId" from places where role <> 'main' and closed_at is null`,
  );
  for (const { chatId } of open) await closePlace(database(), { openChannelId: OPEN, chatId });
  await database().query((sql) => sql`delete from outbox`);
  await world.told(OWNER);
});

describe('a bot with rights in two of three places', () => {
  it.each([
    ['days', 5],
    ['more than a year, when the promise of the grant has ended', 401],
  ])('goes on selling, and lets its buyer in when the right is back after %s', async (_, days) => {
    const [talk, news] = [await addGroup('Talk'), await addGroup('News')];
    world.telegram.setMember(news, BOT, 'administrator', { ...RIGHTS, can_invite_users: false });
    await world.heard();
    const buyer = await bought('800 days');
    await enter(buyer, CLOSED, talk);
    expect(await linkTo(news, buyer)).toBeUndefined();
    expect(await isOnSale()).toBe(true);
    await world.advance((days - 1) * DAY_MS);
    await world.nextDay();
    await world.nextDay();
    expect(await newsOf('place_broken')).toEqual(['place_broken']);
    expect(await isOnSale()).toBe(true);
    world.telegram.setMember(news, BOT, 'administrator', RIGHTS);
    await soon();
    expect(await newsOf('place_works')).toEqual(['place_works']);
    await enter(buyer, news);
    expect([await statusIn(CLOSED, buyer), await statusIn(talk, buyer), await statusIn(news, buyer)]).toEqual(
      ['member', 'member', 'member'],
    );
  });
});

it('removes from a place, proven, when the bot that was kicked from it is back', async () => {
  const talk = await addGroup();
  const buyer = await bought('30 days');
  await enter(buyer, CLOSED, talk);
  world.telegram.setMember(talk, BOT, 'kicked');
  await world.heard();
  await refund(buyer);
  expect([await statusIn(CLOSED, buyer), await isOnSale()]).toEqual(['left', true]);
  expect(await newsOf('place_broken')).toEqual(['place_broken']);
  await world.advance(3 * DAY_MS);
  world.telegram.setMember(talk, BOT, 'administrator', RIGHTS);
  await soon();
  expect(await statusIn(talk, buyer)).toBe('left');
  const proven = await database().query(
    (sql) => sql`select from place_access where user_id = ${buyer.userId} and removed_at is not null`,
  );
  expect(proven).toHaveLength(2);
});

it('tells the owner once of a place that was deleted, and goes on without it', async () => {
  const talk = await addGroup();
  const member = await bought('30 days');
  await enter(member, CLOSED, talk);
  world.telegram.deleteChat(talk);
  const buyer = await bought('30 days');
  await enter(buyer, CLOSED);
  expect(await statusIn(CLOSED, buyer)).toBe('member');
  await refund(member);
  await world.nextDay();
  expect(await newsOf('place_gone', 'place_broken')).toEqual(['place_gone']);
  expect([await statusIn(CLOSED, member), await isOnSale()]).toEqual(['left', true]);
  expect((await alarms()).filter((name) => /outbox|removal/.test(name))).toEqual([]);
  expect(await closePlace(database(), { openChannelId: OPEN, chatId: talk })).toBe(true);
  await soon();
  expect((await alarms()).filter((name) => /outbox|removal/.test(name))).toEqual([]);
});

it('changes nobody’s access when the owner leaves a place', async () => {
  const talk = await addGroup();
  const member = await bought('30 days');
  await enter(member, CLOSED, talk);
  world.telegram.as(OWNER).leave(talk);
  const buyer = await bought('30 days');
  await enter(buyer, CLOSED, talk);
  expect([await statusIn(talk, member), await statusIn(talk, buyer)]).toEqual(['member', 'member']);
});

it('lets in and removes in every place of a paused offer', async () => {
  const talk = await addGroup();
  await database().query((sql) => sql`update channels set paused_at = app_now()`);
  const buyer = await bought('30 days');
  await enter(buyer, CLOSED, talk);
  await refund(buyer);
  expect([await statusIn(CLOSED, buyer), await statusIn(talk, buyer)]).toEqual(['left', 'left']);
  await database().query((sql) => sql`update channels set paused_at = null`);
});

it('posts in no place of its own', async () => {
  const chatId = -1006500000001 as ClosedChannelId;
  world.telegram.addChannel({ id: chatId, title: 'News', creatorId: OWNER });
  world.telegram.as(OWNER).admin.addBot(chatId, ['invite_users', 'restrict_members', 'post_messages']);
  await world.heard();
  const place = { openChannelId: OPEN, chatId, kind: 'channel', role: 'extra', title: 'News' } as const;
  expect(await openPlace(database(), place)).toBe('opened');
  const asking = { asking: world.asking, botId: BOT };
  await personWith(world.test, OWNER, asking).press(`own_set-public_${OPEN}_${chatId}`);
  const posting = await database().query(
    (sql) => sql`select from channels where public_channel_id = ${chatId}`,
  );
  expect(posting).toHaveLength(0);
});

it('undoes a removal in each place that the offer still opens, with one link each', async () => {
  const [talk, news, closing] = [await addGroup('Talk'), await addGroup('News'), await addGroup('Old')];
  const buyer = await bought('30 days');
  await enter(buyer, CLOSED, talk, closing);
  await closePlace(database(), { openChannelId: OPEN, chatId: closing });
  await refund(buyer);
  await database().query(
    (sql) => sql`
      update subscriptions set paid_until = app_now() + interval '20 days', version = version + 1
      where user_id = ${buyer.userId}`,
  );
  const removed = (await listRemoved(database(), new Date(0))).filter(
    ({ userId }) => userId === buyer.userId,
  );
  expect(new Map(removed.map((member) => [member.chatId, fateOf(member)]))).toEqual(
    new Map([
      [null, 'owed'],
      [talk, 'owed'],
      [closing, 'closed'],
    ]),
  );
  await world.told(buyer.userId);
  const owed = removed.filter((member) => fateOf(member) === 'owed');
  expect(await undoRemovals(database(), owed)).toBe(2);
  await soon();
  const links = (await world.told(buyer.userId)).filter(({ type }) => type === 'access');
  expect(links).toHaveLength(3);
  await enter(buyer, CLOSED, talk, news);
  expect(await statusIn(talk, buyer)).toBe('member');
});
