import postgres from 'postgres';
import { eventually } from '../../../tests/journeys/support/eventually';
import { addTeam } from '../../../tests/support/order';
import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { settingUp } from '../../../tests/worlds/set-up';
import { ALL_RIGHTS } from '../../../tests/worlds/update-context';
import { markUnreachable } from '../../database/common/chats';
import { promiseAlone } from '../../database/common/outbox';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import type { Message } from '../../domain/messages/messages';

const test = useTestDatabase();
const world = settingUp(test);

let count = 0;
/** Ids that no other case uses. */
function newIds() {
  count += 1;
  return {
    former: 20_000 + count,
    next: 30_000 + count,
    manager: 40_000 + count,
    outside: (-1005000000000 - count) as OpenChannelId,
    inside: (-1006000000000 - count) as ClosedChannelId,
    other: -1007000000000 - count,
  };
}
type Ids = ReturnType<typeof newIds>;

/** A channel of `former` with `manager` on its team. `next` is on it, too, and created the private chat. */
async function sell({ former, next, manager, outside, inside, other }: Ids) {
  await addSellingChannel(test.database, {
    openChannelId: outside,
    closedChannelId: inside,
    ownerUserId: former,
  });
  await addTeam(test.database, { [next]: 'manager', [manager]: 'manager' }, outside);
  for (const chatId of [inside, outside])
    world.chats.set(chatId, {
      administrators: [former, manager],
      members: { [next]: { status: 'creator' } },
      botRights: ALL_RIGHTS,
    });
  for (const userId of [former, manager]) await world.promote(userId, other, { also: [former, manager] });
}

const importedFor = ({ outside, inside, next }: Ids) =>
  addSellingChannel(test.database, { openChannelId: outside, closedChannelId: inside, ownerUserId: next });

describe('news that was not delivered', () => {
  const sale = (openChannelId: OpenChannelId) =>
    ({ type: 'subscription_sold', openChannelId, title: 'Alpha' }) as unknown as Message;

  /** Promises news that waits, and news that was given up. */
  async function addNews(chatId: number, openChannelId: OpenChannelId) {
    await promiseAlone(
      test.database,
      ['waits', 'failed'].map((what) => ({
        effect: { kind: 'send_message', chatId, message: sale(openChannelId) },
        key: `${what}:${openChannelId}:${chatId}`,
        expiresInSeconds: 259_200,
      })),
    );
    await test.database.query(
      (sql) => sql`
        update outbox set failed_at = app_now(), chat_refusal = 'blocked'
        where idempotency_key = ${`failed:${openChannelId}:${chatId}`}`,
    );
    await markUnreachable(test.database, chatId, 'the bot was blocked');
  }
  const newsOf = async (openChannelId: OpenChannelId) => {
    const rows = await test.database.query(
      (sql) => sql<{ chatId: number; isMissed: boolean }[]>`
        select (payload ->> 'chatId')::bigint as "chatId", failed_at is not null as "isMissed" from outbox
        where payload #>> '{message,type}' = 'subscription_sold'
          and payload #>> '{message,openChannelId}' = ${String(openChannelId)} order by outbox_id`,
    );
    return rows.map(({ chatId, isMissed }) => [chatId, isMissed ? 'missed' : 'waits']);
  };

  it.each<[string, 'former' | 'manager', (ids: Ids) => Promise<unknown>, 'former' | 'next']>([
    ['claimed', 'former', ({ next, outside }) => world.person(next).press(`claim_now_${outside}`), 'next'],
    [
      'transferred',
      'former',
      ({ former, next, outside }) => world.person(former).press(`own_transfer-now_${outside}_${next}`),
      'next',
    ],
    ['given to another owner by the file', 'former', importedFor, 'next'],
    [
      'no longer managed by its reader',
      'manager',
      ({ former, manager, outside }) => world.person(former).press(`own_dismiss_${outside}_${manager}`),
      'former',
    ],
  ])('goes to the owner after the channel was %s', async (_, reader, change, to) => {
    const ids = newIds();
    await sell(ids);
    if (reader === 'manager') await world.person(ids.manager).press(`own_notify-set_${ids.outside}_here`);
    const own = -1008000000000 - count;
    await addNews(ids[reader], ids.outside);
    await addNews(ids[reader], own as OpenChannelId);
    await change(ids);
    await world.person(ids[reader]).say('/start');
    expect(await newsOf(ids.outside)).toEqual([
      [ids[to], 'waits'],
      [ids[to], 'missed'],
    ]);
    // News of other channels still reaches its reader.
    expect(await newsOf(own as OpenChannelId)).toEqual([
      [ids[reader], 'waits'],
      [ids[reader], 'waits'],
    ]);
    const [channel] = await test.database.query(
      (sql) => sql<{ told: number }[]>`
        select coalesce(notifications_chat_id, owner_user_id) as told from channels where open_channel_id = ${ids.outside}`,
    );
    expect(channel?.told).toBe(ids[to]);
  });
});

describe('a tap of the former owner that waits while the channel is claimed', () => {
  const channelOf = async ({ outside }: Ids) => {
    const [row] = await test.database.query(
      (sql) => sql<object[]>`
        select to_jsonb(c) - 'owner_user_id' - 'updated_at' as row from channels c where open_channel_id = ${outside}`,
    );
    return row;
  };

  /** Changes the channel's owner in a transaction that ends only when the tap waits for it. */
  async function claimDuring({ next, outside }: Ids, tap: () => Promise<unknown>) {
    const holder = postgres(test.url, { max: 1 });
    try {
      let tapped: Promise<unknown> | undefined;
      await holder.begin(async (sql) => {
        await sql`select from channels where open_channel_id = ${outside} for update`;
        tapped = tap();
        await eventually(async () => {
          const [row] = await holderOfLocks<{ waiting: number }[]>`
            select count(*)::int as waiting from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`;
          expect(row?.waiting).toBeGreaterThan(0);
        });
        await sql`update channels set owner_user_id = ${next} where open_channel_id = ${outside}`;
      });
      await tapped;
    } finally {
      await holder.end();
    }
  }
  let holderOfLocks: postgres.Sql;
  beforeAll(() => {
    holderOfLocks = postgres(test.url, { max: 1 });
  });
  afterAll(() => holderOfLocks.end());

  it.each<[string, (ids: Ids) => string]>([
    ['another private channel', ({ outside, other }) => `own_set-private_${outside}_${other}`],
    ['another public channel', ({ outside, other }) => `own_set-public_${outside}_${other}`],
    ['no public channel', ({ outside }) => `own_set-public_${outside}_none`],
    ['a pause', ({ outside }) => `own_pause_${outside}`],
    ['the list of channels', ({ outside }) => `own_listed_${outside}_off`],
    ['notifications for a manager', ({ outside }) => `own_notify-set_${outside}_off`],
  ])('does not set %s', async (_, tapOf) => {
    const ids = newIds();
    await sell(ids);
    const before = await channelOf(ids);
    await claimDuring(ids, () => world.person(ids.former).press(tapOf(ids)));
    expect(await channelOf(ids)).toEqual(before);
  });

  it('takes up no invitation of the former owner', async () => {
    const ids = newIds();
    await sell(ids);
    const { text } = await world.person(ids.former).press(`own_invite_${ids.outside}_manager`);
    const link = /start=(join_[\w-]{22})/.exec(text)?.[1] ?? 'none';
    const guest = 50_000 + count;
    await claimDuring(ids, () => world.person(guest).say(`/start ${link}`));
    const added = await test.database.query(
      (sql) => sql`select from channel_administrators where user_id = ${guest}`,
    );
    expect(added).toHaveLength(0);
  });
});
