import { addTeam } from '../../../tests/support/order';
import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { settingUp } from '../../../tests/worlds/set-up';
import { ALL_RIGHTS } from '../../../tests/worlds/update-context';
import { isLetIn } from '../../database/access/holders';
import { listOpenPlaces } from '../../database/places/known-chats';
import { openPlace } from '../../database/places/offer-places';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import type { Message } from '../../domain/messages/messages';
import { viewOf } from '../../telegram/views';

const test = useTestDatabase();
const world = settingUp(test);

const TALK = -1008000000001 as ClosedChannelId;
const [FORMER, NEXT] = [21_000, 31_000];
const offer = (index: number) => ({
  openChannelId: (-1005000000000 - index) as OpenChannelId,
  closedChannelId: (-1006000000000 - index) as ClosedChannelId,
});
const [ALPHA, BETA] = [offer(1), offer(2)];

/** Two offers of one owner that share a chat. One is about to be another owner's. */
beforeEach(async () => {
  await test.database.query((sql) => sql`delete from outbox`);
  for (const [index, of] of [ALPHA, BETA].entries()) {
    await addSellingChannel(test.database, {
      ...of,
      title: ['Alpha', 'Beta'][index] ?? '',
      ownerUserId: FORMER,
    });
    await openPlace(test.database, { ...of, chatId: TALK, kind: 'supergroup', role: 'extra', title: 'Talk' });
    await test.database.query(
      (sql) => sql`
        insert into subscriptions (open_channel_id, user_id, paid_until)
        values (${of.openChannelId}, ${40_000 + index}, app_now() + interval '1 day') on conflict do nothing`,
    );
  }
  await addTeam(test.database, { [NEXT]: 'manager' }, ALPHA.openChannelId);
  for (const chatId of [ALPHA.openChannelId, ALPHA.closedChannelId])
    world.chats.set(chatId, {
      administrators: [FORMER],
      members: { [NEXT]: { status: 'creator' } },
      botRights: ALL_RIGHTS,
    });
});

const told = async () => {
  const rows = await test.database.query(
    (sql) => sql<{ chatId: number; message: Message }[]>`
      select (payload ->> 'chatId')::bigint as "chatId", payload -> 'message' as message from outbox
      where payload #>> '{message,type}' = 'places_shared' order by 1`,
  );
  return rows.map(({ chatId, message }) => [chatId, viewOf(message).text.text]);
};

it.each<[string, () => Promise<unknown>]>([
  ['claimed', () => world.person(NEXT).press(`claim_now_${ALPHA.openChannelId}`)],
  ['transferred', () => world.person(FORMER).press(`own_transfer-now_${ALPHA.openChannelId}_${NEXT}`)],
])('keeps a shared chat open in both offers after one was %s, and tells both owners', async (_, change) => {
  await change();
  const places = await listOpenPlaces(test.database);
  expect(places.filter(({ chatId }) => chatId === TALK).map(({ ownerUserId }) => ownerUserId)).toEqual([
    NEXT,
    FORMER,
  ]);
  const words = expect.stringMatching(/Alpha has a new owner[^]*“Talk”, which Beta opens/) as string;
  expect(await told()).toEqual([
    [FORMER, words],
    [NEXT, words],
  ]);
  for (const userId of [40_000, 40_001]) {
    const [row] = await test.database.query(
      (sql) => sql<{ isIn: boolean }[]>`select ${isLetIn(sql, { chatId: TALK, userId })} as "isIn"`,
    );
    expect(row?.isIn).toBe(true);
  }
  const other = { openChannelId: ALPHA.openChannelId, chatId: BETA.closedChannelId, title: 'Beta VIP' };
  expect(await openPlace(test.database, { ...other, kind: 'channel', role: 'extra' })).toBe('taken');
});
