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
import { usePlaceWorld } from '../../../tests/worlds/places';
import { takeovers } from '../../../tests/worlds/takeovers';
import { closePlace, countTouched, openPlace } from '../../database/places/offer-places';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import { DAY_MS } from '../../domain/common/time';
import { endProtection } from '../access/end-protection';
import { deliveryOf } from '../common/delivery-of';

const world = usePlaceWorld();
const OTHER = -1007700000001 as OpenChannelId;
const lists = takeovers(world);
const database = () => world.test.database;
const RIGHTS = { can_invite_users: true, can_restrict_members: true };

let last = 0;
/** Adds a group that the offer opens, with members from before. */
async function addGroup(...members: readonly Buyer[]): Promise<ClosedChannelId> {
  const chatId = (-1006100000000 - (last += 1)) as ClosedChannelId;
  world.telegram.addGroup({ id: chatId, title: 'Talk', creatorId: OWNER });
  world.telegram.setMember(chatId, BOT, 'administrator', RIGHTS);
  for (const { userId } of members) world.telegram.setMember(chatId, userId, 'member');
  await world.heard();
  const place = { openChannelId: OPEN, chatId, kind: 'supergroup', role: 'extra', title: 'Talk' } as const;
  expect(await openPlace(database(), { ...place, actorUserId: OWNER })).toBe('opened');
  return chatId;
}
/** Lets everything happen that is due within some minutes. */
async function soon(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await world.heard();
    await world.advance(3 * 60_000);
  }
  await world.heard();
}
async function close(chatId: ClosedChannelId): Promise<void> {
  expect(await closePlace(database(), { openChannelId: OPEN, chatId })).toBe(true);
  await soon();
}
const statusIn = async (chatId: number, userId: number) =>
  (await world.deps.api.getChatMember(chatId, userId)).status;
async function enter(userId: number, ...chats: readonly number[]): Promise<void> {
  for (const chatId of chats) {
    const [row] = await database().query(
      (sql) => sql<{ link: string }[]>`
        select invite_link as link from place_links
        where (chat_id, user_id) = (${chatId}, ${userId}) and revoked_at is null`,
    );
    world.telegram.as(userId).join(String(row?.link));
  }
  await world.heard();
}
/** A buyer who is in the channel and in these groups. */
async function member(paidFor: string, ...groups: readonly number[]): Promise<Buyer> {
  const buyer = await world.newBuyer(paidFor);
  await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
  await soon();
  await enter(buyer.userId, CLOSED, ...groups);
  return buyer;
}
const typesTo = async (userId: number) => (await world.told(userId)).map(({ type }) => type);

afterEach(async () => {
  world.telegram.clearFaults();
  await database().query((sql) => sql`delete from outbox`);
});

it('tells a member only at the real end that their access has ended', async () => {
  const talk = await addGroup();
  const buyer = await member('30 days', talk);
  await promiseNow(world, removalOf(buyer), `end:${buyer.userId}`);
  await close(talk);
  expect(await statusIn(talk, buyer.userId)).toBe('left');
  expect(await typesTo(buyer.userId)).not.toContain('access_ended');
  const causes = await database().query(
    (sql) =>
      sql`select details ->> 'cause' as cause from audit_log where act = 'removed' and user_id = ${buyer.userId}`,
  );
  expect(causes).toEqual([{ cause: 'place_closed' }]);
  await world.advance(33 * DAY_MS);
  await soon();
  expect(await statusIn(CLOSED, buyer.userId)).toBe('left');
  expect((await typesTo(buyer.userId)).filter((type) => type === 'access_ended')).toHaveLength(1);
});

it('removes the members of a list that the bot never saw there', async () => {
  const talk = await addGroup();
  const listed = await world.newBuyer(null);
  const touched = () => countTouched(database(), { openChannelId: OPEN, chatId: talk }, 'close');
  const before = await touched();
  world.telegram.setMember(talk, listed.userId, 'member');
  await world.heard();
  await database().query((sql) => sql`delete from place_access where user_id = ${listed.userId}`);
  await lists.take([{ who: listed.userId, days: 30 }], { holdDays: 0 });
  expect(await touched()).toBe(before + 1);
  await close(talk);
  expect(await statusIn(talk, listed.userId)).toBe('left');
});

it('removes a member from before if a list has them now', async () => {
  const [listed, other] = [await world.newBuyer('30 days'), await world.newBuyer('30 days')];
  const talk = await addGroup(listed, other);
  await soon();
  await lists.take([{ who: listed.userId, days: 40 }], { holdDays: 0 });
  await close(talk);
  expect([await statusIn(talk, listed.userId), await statusIn(talk, other.userId)]).toEqual([
    'left',
    'member',
  ]);
});

it('removes an administrator for ever from before the closing once they are demoted', async () => {
  const talk = await addGroup();
  const buyer = await member('9000 years', talk);
  world.telegram.setMember(talk, buyer.userId, 'administrator');
  await close(talk);
  expect(await statusIn(talk, buyer.userId)).toBe('administrator');
  world.telegram.setMember(talk, buyer.userId, 'member');
  await soon();
  expect([await statusIn(talk, buyer.userId), await statusIn(CLOSED, buyer.userId)]).toEqual([
    'left',
    'member',
  ]);
});

it.each(['30 days', '9000 years'])(
  'removes a protected member with %s when the owner says so',
  async (days) => {
    const buyer = await world.newBuyer(days);
    const talk = await addGroup(buyer);
    await soon();
    await close(talk);
    expect(await statusIn(talk, buyer.userId)).toBe('member');
    const ruling = { actorUserId: OWNER, openChannelId: OPEN, userId: buyer.userId, chatId: talk };
    expect(await endProtection(database(), deliveryOf('telegram', `remove ${days}`), ruling)).toBe('now');
    await soon();
    expect(await statusIn(talk, buyer.userId)).toBe('left');
  },
);

it('lets in again by another offer if the answer to the kick was lost', async () => {
  const talk = await addGroup();
  const buyer = await member('30 days', talk);
  await database().query(
    (sql) => sql`
      insert into channels (open_channel_id, closed_channel_id, title, owner_user_id)
      values (${OTHER}, null, 'Other', ${OWNER}) on conflict do nothing`,
  );
  const other = {
    openChannelId: OTHER,
    chatId: talk,
    kind: 'supergroup',
    role: 'extra',
    title: 'Talk',
  } as const;
  expect(await openPlace(database(), { ...other, actorUserId: OWNER })).toBe('opened');
  await soon();
  expect(await closePlace(database(), { openChannelId: OPEN, chatId: talk })).toBe(true);
  world.telegram.fault({ method: 'unbanChatMember', kind: 'drop', afterPerforming: true });
  await world.heard();
  await world.advance(2000);
  await world.heard();
  expect(await statusIn(talk, buyer.userId)).toBe('left');
  await database().query(
    (sql) => sql`
      insert into subscriptions (open_channel_id, user_id, paid_until)
      values (${OTHER}, ${buyer.userId}, app_now() + interval '60 days')`,
  );
  await soon();
  await enter(buyer.userId, talk);
  expect(await statusIn(talk, buyer.userId)).toBe('member');
});
