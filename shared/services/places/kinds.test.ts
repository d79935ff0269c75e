import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import type { Message } from '../../domain/messages/messages';
import { viewOf } from '../../telegram/views';
import { checkPublicNames } from './check-public-names';

const test = useTestDatabase();
const [OWNER, OFFER] = [7300, -1007300000001];
let last = -1007300000100;
let date = 1_900_000_000;

const reported = (chatId: number, type: string, status = 'administrator', more: object = {}) =>
  personWith(test, OWNER).send({
    my_chat_member: {
      date: (date += 1),
      chat: { id: chatId, type, title: 'Alpha', ...more },
      from: { id: OWNER },
      new_chat_member: { status, can_invite_users: true, can_restrict_members: true },
    },
  });
const buttonsOf = (message: Message) =>
  (viewOf(message).keyboard?.inline_keyboard ?? [])
    .flat()
    .map(({ text }) => text.replace(/[\u2068\u2069]/g, ''));
/** Sells a chat as the operator's file does. Returns its id. */
async function sell(chatId = (last -= 1)) {
  await test.database.query(
    (sql) => sql`
      insert into channels (open_channel_id, closed_channel_id, title, owner_user_id) values (${OFFER}, ${chatId}, 'Alpha', ${OWNER})
      on conflict (open_channel_id) do update set closed_channel_id = excluded.closed_channel_id, name_checked_at = null`,
  );
  return chatId;
}
const kindOf = async (chatId: number) => {
  const [row] = await test.database.query(
    (sql) => sql<{ kind: string }[]>`select kind from places where chat_id = ${chatId} and role = 'main'`,
  );
  return row?.kind;
};

/** The messages that were promised, in order. */
async function messages() {
  const rows = await test.database.query(
    (sql) => sql<{ message: Message }[]>`
      select payload -> 'message' as message from outbox where kind = 'send_message' order by outbox_id`,
  );
  return rows.map(({ message }) => message);
}
/** What owners were told, in order. */
const told = async () => (await messages()).map((message) => viewOf(message).text.text);

it.each(['channel', 'supergroup'])('knows that a %s is one when it is sold', async (type) => {
  const chatId = (last -= 1);
  await reported(chatId, type);
  expect(await kindOf(await sell(chatId))).toBe(type);
});

it('corrects a group that was sold before Telegram said what it is', async () => {
  const chatId = await sell();
  expect(await kindOf(chatId)).toBe('channel');
  await reported(chatId, 'supergroup', 'member');
  expect(await kindOf(chatId)).toBe('supergroup');
  expect((await told()).at(-1)).toMatch(/not an administrator of the private group/);
});

it('asks once a day what is sold, because an update may never come', async () => {
  const chatId = await sell();
  const api = { getChat: async () => ({ id: chatId, type: 'supergroup' }) };
  await checkPublicNames({ database: test.database, api: api as never });
  expect(await kindOf(chatId)).toBe('supergroup');
});

it('calls a group a group wherever its owner reads what is wrong there', async () => {
  const chatId = (last -= 1);
  await reported(chatId, 'supergroup');
  await sell(chatId);
  await reported(chatId, 'supergroup', 'member');
  const menu = () => personWith(test, OWNER).press(`own_menu_${OFFER}`);
  expect((await menu()).text).toMatch(/👥 Alpha[^]*I'm not an administrator of the private group\./);
  await reported(chatId, 'supergroup', 'administrator', { username: 'alpha_club' });
  expect((await menu()).text).toMatch(
    /join the private group through @alpha_club[^]*Group Type → Private Group/,
  );
  expect((await told()).slice(-3)).toEqual([
    expect.stringMatching(
      /private group “Alpha”[^]*Open the group, tap its name, then Edit → Administrators/,
    ),
    expect.stringMatching(/works again in the private group “Alpha”/),
    expect.stringMatching(/your private group is public now[^]*Group Type → Private Group/),
  ]);
});

it('shows a group as a group in the lists and on its page', async () => {
  const chatId = (last -= 1);
  await reported(chatId, 'supergroup');
  await sell(chatId);
  await test.database.query((sql) => sql`update channels set listed = true, file_listed = true`);
  const by = personWith(test, OWNER);
  await by.say('/start');
  await by.say('/channels');
  const [list, mine] = (await messages()).slice(-2);
  expect([list, mine].map((message) => message && buttonsOf(message))).toEqual([
    expect.arrayContaining(['👥 Alpha']),
    expect.arrayContaining(['👥 Alpha (owner)']),
  ]);
  expect((await by.press(`channel_${OFFER}`)).text).toMatch(/^👥 Alpha/);
});
