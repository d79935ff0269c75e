import { CLOSED, OPEN, OWNER, grantOf } from '../../../tests/worlds/access';
import { usePlaceWorld } from '../../../tests/worlds/places';
import { personWith } from '../../../tests/worlds/owner';
import { takeovers } from '../../../tests/worlds/takeovers';
import { undoTakeover } from '../../database/takeovers/confirm-takeover';
import { readTakeover } from '../../database/takeovers/takeovers';
import { openPlace } from '../../database/places/offer-places';
import type { ClosedChannelId } from '../../domain/common/ids';
import { DAY_MS } from '../../domain/common/time';

const world = usePlaceWorld();
const lists = takeovers(world);

let last = 970_000;
function newUser(): { userId: number; username: string } {
  const userId = ++last;
  const username = `Listed_${userId}`;
  world.telegram.addUser({ id: userId, first_name: `User ${userId}`, username });
  return { userId, username };
}

async function asksToJoin(userId: number, chatId: number = CLOSED): Promise<void> {
  const { invite_link } = await world.deps.api.createChatInviteLink(chatId, { creates_join_request: true });
  world.telegram.as(userId).join(invite_link);
  await world.heard();
}

it.each([
  ['id', ({ userId }: { userId: number }) => userId],
  ['name', ({ username }: { username: string }) => username],
])('lets in anybody on the list, by %s, who asks to join', async (_, nameOf) => {
  const [listed, other] = [newUser(), newUser()];
  const takeoverId = await lists.take([{ who: nameOf(listed), days: 30 }]);
  await asksToJoin(other.userId);
  await asksToJoin(listed.userId);
  expect(await world.isIn(listed.userId)).toBe(true);
  expect(await world.isIn(other.userId)).toBe(false);
  expect(await readTakeover(world.test.database, takeoverId)).toMatchObject({
    waiting: 0,
    outcomes: { new: 1 },
  });
});

it('lets them into every place of the offer', async () => {
  const chatId = -1005550001 as ClosedChannelId;
  world.telegram.addGroup({ id: chatId, title: 'Talk', creatorId: OWNER });
  world.telegram.setMember(chatId, 123456789, 'administrator', {
    can_invite_users: true,
    can_restrict_members: true,
  });
  await openPlace(world.test.database, {
    openChannelId: OPEN,
    chatId,
    kind: 'supergroup',
    role: 'extra',
    title: 'Talk',
    actorUserId: OWNER,
  });
  const listed = newUser();
  await lists.take([{ who: listed.username, days: 30 }]);
  await asksToJoin(listed.userId, chatId);
  expect((await world.deps.api.getChatMember(chatId, listed.userId)).status).toBe('member');
});

it('gives access to a person with a listed name who writes to the bot', async () => {
  const listed = newUser();
  await lists.take([{ who: `USER_${listed.userId}`, days: 30 }]);
  expect(await lists.daysLeft(listed.userId)).toEqual([null]);
  await personWith(world.test, listed.userId).say('/start');
  await world.nextDay();
  expect(await lists.daysLeft(listed.userId)).toEqual([29]);
});

it('gives nothing to a listed name when its time has passed, or the list was undone', async () => {
  const [late, undone] = [newUser(), newUser()];
  await lists.take([{ who: late.username, days: 3 }]);
  const takeoverId = await lists.take([{ who: undone.username, days: 300 }]);
  await undoTakeover(world.test.database, { takeoverId, actorUserId: OWNER });
  await world.advance(4 * DAY_MS);
  for (const { userId } of [late, undone]) {
    await asksToJoin(userId);
    expect(await world.isIn(userId)).toBe(false);
  }
});

it('writes to nobody, and invites nobody', async () => {
  const [inside, outside] = [newUser(), newUser()];
  world.telegram.setMember(CLOSED, inside.userId, 'member');
  await world.heard();
  await lists.take([
    { who: inside.userId, days: 30 },
    { who: outside.userId, days: 30 },
  ]);
  await world.heard();
  for (const { userId } of [inside, outside]) {
    expect(await world.told(userId)).toEqual([]);
    expect(await world.liveLinks(userId)).toEqual([]);
  }
  expect(await world.isIn(inside.userId)).toBe(true);
});

it('removes a member from before when the time on the list has passed, but not while removals are held', async () => {
  const members = [newUser(), newUser()];
  const [seen, unseen] = members;
  for (const { userId } of members) world.telegram.setMember(CLOSED, userId, 'member');
  await world.heard();
  await world.test.database.query(
    (sql) => sql`delete from place_access where user_id = ${unseen?.userId ?? 0}`,
  );
  await lists.take(
    members.map(({ userId }) => ({ who: userId, days: 2 })),
    { holdDays: 7 },
  );
  for (let day = 0; day < 6; day += 1) await world.nextDay();
  for (const { userId } of members) expect(await world.isIn(userId)).toBe(true);
  for (let day = 0; day < 4; day += 1) await world.nextDay();
  for (const { userId } of members) expect(await world.isIn(userId)).toBe(false);
  expect(await world.told(OWNER)).not.toContainEqual(expect.objectContaining({ type: 'member_kept' }));
  expect(seen).toBeDefined();
});

it('removes a member from before who renewed, when what they paid for has ended', async () => {
  const buyer = await world.newBuyer('30 days');
  world.telegram.setMember(CLOSED, buyer.userId, 'member');
  await lists.take([{ who: buyer.userId, days: 40 }], { holdDays: 0 });
  await world.perform(grantOf(buyer), 'renewed');
  expect(await world.isIn(buyer.userId)).toBe(true);
  for (let day = 0; day < 43; day += 1) await world.nextDay();
  expect(await world.isIn(buyer.userId)).toBe(false);
});

it('leaves a member from before alone when the list is undone, and removes one that it let in', async () => {
  const [inside, entered] = [newUser(), newUser()];
  world.telegram.setMember(CLOSED, inside.userId, 'member');
  await world.heard();
  const takeoverId = await lists.take([
    { who: inside.userId, days: 30 },
    { who: entered.userId, days: 30 },
  ]);
  await asksToJoin(entered.userId);
  expect(await world.isIn(entered.userId)).toBe(true);
  await undoTakeover(world.test.database, { takeoverId, actorUserId: OWNER });
  await world.heard();
  await world.nextDay();
  expect(await world.isIn(inside.userId)).toBe(true);
  expect(await world.isIn(entered.userId)).toBe(false);
});
