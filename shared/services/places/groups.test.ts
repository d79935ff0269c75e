import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import type { ClosedChannelId, OpenChannelId } from '../../domain/common/ids';
import { viewOf } from '../../telegram/views';
import type { Message } from '../../domain/messages/messages';

const test = useTestDatabase({ per: 'test' });

const OLGA = 7001;
const GROUP = { id: -4555, type: 'group', title: 'Alpha talk' };
const SUPERGROUP = { id: -1007770009, type: 'supergroup', title: 'Alpha talk' };

const told = async () => {
  const rows = await test.database.query(
    (sql) => sql<{ chatId: number; message: Message }[]>`
      select (payload ->> 'chatId')::bigint as "chatId", payload -> 'message' as message from outbox`,
  );
  return rows.map(({ chatId, message }) => ({ chatId, text: viewOf(message).text.text }));
};

interface Change {
  readonly owners?: AllowedOwners;
  readonly chat?: object;
  readonly from?: object;
  readonly before?: string;
  readonly after?: string;
}
const change = ({
  owners = { isEveryone: true, named: [] },
  chat = GROUP,
  from = { id: OLGA, is_bot: false },
  before = 'left',
  after = 'member',
}: Change = {}) =>
  personWith(test, OLGA, { owners }).send({
    my_chat_member: {
      date: 1_790_000_000,
      chat,
      from,
      old_chat_member: { status: before },
      new_chat_member: { status: after },
    },
  });

const BASIC =
  /Alpha talk[^]*basic group[^]*Edit → Chat History for New Members → Visible\. Then send \/setup/;
const NO_ADMINISTRATOR = /Alpha talk[^]*make me an administrator[^]*“Invite Users via Link” and “Ban Users”/;

it.each([
  ['a group', { chat: GROUP }, BASIC],
  ['a group as an administrator', { after: 'administrator' }, BASIC],
  ['a group that removed it earlier', { before: 'kicked' }, BASIC],
  ['a supergroup', { chat: SUPERGROUP }, NO_ADMINISTRATOR],
])('tells the user who adds the bot to %s once, in private, what to press', async (_, how, text) => {
  await change(how);
  await change(how);
  expect(await told()).toEqual([{ chatId: OLGA, text: expect.stringMatching(text) as string }]);
});

it('asks the user who makes the bot an administrator of a supergroup whether to sell it', async () => {
  await change({ chat: SUPERGROUP });
  await change({ chat: SUPERGROUP, before: 'member', after: 'administrator' });
  const offers = await test.database.query(
    (sql) => sql`select payload from outbox where kind = 'offer_set_up'`,
  );
  expect([...offers]).toEqual([{ payload: { chatId: SUPERGROUP.id, userId: OLGA } }]);
});

it('invites only users that may set up channels', async () => {
  await change({ owners: { isEveryone: false, named: [OLGA] } });
  await change({ owners: { isEveryone: false, named: [OLGA + 1] }, chat: SUPERGROUP });
  expect((await told()).map(({ text }) => text.includes('chosen by the operator'))).toEqual([false, true]);
});

it.each([GROUP, SUPERGROUP])('tells nobody about a $type that is told about sales', async (chat) => {
  await test.database.query(
    (sql) => sql`
      insert into channels (open_channel_id, title, owner_user_id, notifications_chat_id)
      values (-1001, 'Alpha', ${OLGA}, ${chat.id})`,
  );
  await change({ chat });
  await change({ chat, before: 'kicked', after: 'administrator' });
  expect(await told()).toEqual([]);
});

it.each([
  ['is promoted in a group', { before: 'member', after: 'administrator' }],
  ['is removed from a group', { before: 'member', after: 'kicked' }],
  ['is added to a group by a bot', { from: { id: 9, is_bot: true } }],
  ['is unblocked by a user', { chat: { id: OLGA, type: 'private' }, before: 'kicked' }],
])('tells nobody if the bot %s', async (_, how) => {
  await change(how);
  expect(await told()).toEqual([]);
});

it('writes nothing for what is written in a group', async () => {
  for (const text of ['/start', '/setup', 'hello'])
    await personWith(test, OLGA).send({
      message: { message_id: 1, from: { id: OLGA }, chat: GROUP, text },
    });
  expect(await told()).toEqual([]);
});

describe('a group that is told about sales and becomes a supergroup', () => {
  /** As if it was added by a person, which is what Telegram says. */
  const added = { chat: SUPERGROUP, after: 'member' };
  const upgraded = [
    ['the old group', { chat: GROUP, from: { id: OLGA }, migrate_to_chat_id: SUPERGROUP.id }],
    [
      'the new one',
      { chat: SUPERGROUP, from: { id: 1087968824, is_bot: true }, migrate_from_chat_id: GROUP.id },
    ],
  ] as const;
  const said = async () => {
    const rows = await test.database.query(
      (sql) => sql`
        select from outbox where failed_at is null and payload #>> '{message,type}' = 'groups_not_sold'`,
    );
    return rows.length;
  };
  const sendTo = (chatId: number) =>
    addSellingChannel(test.database, {
      openChannelId: -1001 as OpenChannelId,
      closedChannelId: -1002 as ClosedChannelId,
      notificationsChatId: chatId,
    });

  describe.each(upgraded)('says so in %s', (_, message) => {
    const move = () => personWith(test, OLGA).send({ message: { message_id: 1, ...message } });

    const orders: readonly (readonly [string, readonly (() => Promise<unknown>)[]])[] = [
      ['after', [() => change(added), move]],
      ['before', [move, () => change(added)]],
      ...Array.from({ length: 8 }, () => ['while', [() => Promise.all([change(added), move()])]] as const),
    ];
    it.each(orders)('%s the bot was added to it: its owner reads nothing', async (__, steps) => {
      await sendTo(GROUP.id);
      for (const step of steps) await step();
      expect(await said()).toBe(0);
    });
  });

  it('delays what the user who adds the bot to another supergroup reads by a minute at most', async () => {
    await sendTo(GROUP.id);
    await change(added);
    const due = await test.database.query(
      (sql) =>
        sql`select from outbox where due_at between app_now() + interval '1 second' and app_now() + interval '1 minute'`,
    );
    expect([await said(), due.length]).toEqual([1, 1]);
  });
});
