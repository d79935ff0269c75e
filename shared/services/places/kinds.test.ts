import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import { checkPublicNames } from './check-public-names';

const test = useTestDatabase();
const [OWNER, OFFER] = [7300, -1007300000001];
let last = -1007300000100;
let date = 1_900_000_000;

const reported = (chatId: number, type: string, status = 'administrator') =>
  personWith(test, OWNER).send({
    my_chat_member: {
      date: (date += 1),
      chat: { id: chatId, type, title: 'Alpha' },
      from: { id: OWNER },
      new_chat_member: { status, can_invite_users: true, can_restrict_members: true },
    },
  });
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
});

it('asks once a day what is sold, because an update may never come', async () => {
  const chatId = await sell();
  const api = { getChat: async () => ({ id: chatId, type: 'supergroup' }) };
  await checkPublicNames({ database: test.database, api: api as never });
  expect(await kindOf(chatId)).toBe('supergroup');
});
