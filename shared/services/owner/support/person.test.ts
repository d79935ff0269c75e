import { addTeam, BUYER_ID, CHANNEL_ID, OWNER_ID } from '../../../../tests/support/order';
import { addSellingChannel, addTierOrder, CLOSED_ID } from '../../../../tests/support/subscription';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { personWith } from '../../../../tests/worlds/owner';
import { lastPage } from '../../../../tests/worlds/support';
import type { ClosedChannelId, OpenChannelId } from '../../../domain/common/ids';

const test = useTestDatabase();
const OTHER_CHANNEL = -1002222222222;
const OTHER_OWNER = 7007;

beforeAll(async () => {
  await addSellingChannel(test.database);
  await addSellingChannel(test.database, {
    openChannelId: OTHER_CHANNEL as OpenChannelId,
    closedChannelId: (CLOSED_ID - 1) as ClosedChannelId,
    ownerUserId: OTHER_OWNER,
  });
});

/** The bot sees a user with a @name. */
const see = (userId: number, username: string) =>
  test.database.query(
    (sql) => sql`
      insert into chats (chat_id, username, updated_at)
      values (${userId}, ${username}, app_now() + ${userId} * interval '1 millisecond')
      on conflict (chat_id) do update set username = excluded.username, updated_at = excluded.updated_at`,
  );
const member = (userId: number) =>
  test.database.query(
    (sql) => sql`
      insert into members (open_channel_id, user_id, status, origin)
      values (${CHANNEL_ID}, ${userId}, 'member', 'unknown')`,
  );
const ban = (userId: number) =>
  test.database.query(
    (sql) => sql`
      insert into bans (open_channel_id, user_id, reason, banned_by) values (${CHANNEL_ID}, ${userId}, 'Spam', 1)`,
  );

/** What the owner gets for a name: the id of a user, or a refusal. */
async function find(name: string): Promise<string | null> {
  const owner = personWith(test, OWNER_ID);
  await owner.press(`own_give_${CHANNEL_ID}`);
  await owner.say(`@${name}`);
  const { page, argument, note } = await lastPage(test);
  if (page === 'buyer') return argument;
  expect({ page, note }).toEqual({
    page: 'give',
    note: expect.stringContaining('By name, I only find buyers') as string,
  });
  return null;
}

it.each([
  ['a buyer', (userId: number) => addTierOrder(test.database, { userId })],
  ['a member who paid nothing', member],
  ['a banned user', ban],
  ['a manager', (userId: number) => addTeam(test.database, { [userId]: 'manager' })],
])('finds %s of the channel by name', async (who, relate) => {
  const userId = 5000 + who.length;
  await see(userId, `of_${userId}`);
  await relate(userId);
  expect(await find(`OF_${userId}`)).toBe(String(userId));
});

it.each([
  ['somebody who only wrote to the bot', async () => undefined],
  [
    'a buyer of another channel',
    (userId: number) => addTierOrder(test.database, { userId, openChannelId: OTHER_CHANNEL }),
  ],
])('does not find %s by name', async (who, relate) => {
  const userId = 6000 + who.length;
  await see(userId, `elsewhere_${userId}`);
  await relate(userId);
  expect(await find(`elsewhere_${userId}`)).toBeNull();
});

it('is not misled by a user of another channel who took the name later', async () => {
  await see(BUYER_ID, 'dana');
  await addTierOrder(test.database, { userId: BUYER_ID });
  await see(9100, 'dana');
  await addTierOrder(test.database, { userId: 9100, openChannelId: OTHER_CHANNEL });
  expect(await find('dana')).toBe(String(BUYER_ID));
});

it.each(['grant', 'revoke', 'ban'] as const)('shows the id before it confirms a %s', async (ruling) => {
  const owner = personWith(test, OWNER_ID);
  const userId = 5200 + ruling.length;
  await see(userId, `named_${userId}`);
  await addTierOrder(test.database, { userId });
  await test.database.query(
    (sql) => sql`
      update subscriptions set paid_until = app_now() + interval '9 days' where user_id = ${userId}`,
  );
  const shown = `@named_${userId} (id ${userId})`;
  expect((await owner.press(`own_buyer_${CHANNEL_ID}_${userId}`)).text).toContain(shown);
  const days = ruling === 'grant' ? '_30' : '';
  expect((await owner.press(`own_${ruling}_${CHANNEL_ID}_${userId}${days}`)).text).toContain(shown);
  await owner.say('Because');
  const { argument } = await lastPage(test);
  expect((await owner.press(`own_ruling_${CHANNEL_ID}_${String(argument)}`)).text).toContain(shown);
});
