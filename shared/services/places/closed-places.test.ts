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
import { closePlace, openPlace } from '../../database/places/offer-places';
import type { ClosedChannelId } from '../../domain/common/ids';
import { DAY_MS } from '../../domain/common/time';

const world = usePlaceWorld();
const database = () => world.test.database;
const RIGHTS = { can_invite_users: true, can_restrict_members: true };

let last = 0;
/** Adds a group that the offer opens. */
async function addGroup(): Promise<ClosedChannelId> {
  const chatId = (-1006100000000 - (last += 1)) as ClosedChannelId;
  world.telegram.addGroup({ id: chatId, title: 'Talk', creatorId: OWNER });
  world.telegram.setMember(chatId, BOT, 'administrator', RIGHTS);
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
