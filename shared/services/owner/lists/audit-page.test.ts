import { addChannel, CHANNEL_ID, OWNER_ID } from '../../../../tests/support/order';
import { keepRows } from '../../../../tests/support/keep-rows';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { personWith } from '../../../../tests/worlds/owner';

const MANAGER = 7002;
const test = useTestDatabase();
let restore: () => Promise<void>;

beforeAll(async () => {
  await addChannel(test.database);
  await test.database.query(
    (sql) => sql`
      with manager as (
        insert into channel_administrators (open_channel_id, user_id, role, added_by)
        values (${CHANNEL_ID}, ${MANAGER}, 'manager', ${OWNER_ID})),
      named as (insert into chats (chat_id, username) values (${MANAGER}, 'mia'), (42, 'bob')),
      channel as (update channels set time_zone = 'Asia/Kathmandu'),
      elsewhere as (
        insert into channels (open_channel_id, title, owner_user_id) values (-1005, 'Other', 9) returning open_channel_id)
      insert into audit_log (act, at, actor_user_id, open_channel_id, user_id, details)
      select 'join_approved', '2026-03-04T12:00:00Z'::timestamptz, null::bigint, ${CHANNEL_ID}::bigint, 42, '{"key": "k"}'::jsonb
      union all select 'banned', '2026-03-05T12:00:00Z', ${MANAGER}, ${CHANNEL_ID}, 42, '{"reason": "Spam"}'
      union all select 'access_granted', '2026-03-06T12:00:00Z', ${OWNER_ID}, ${CHANNEL_ID}, 43,
        '{"days": 30, "reason": "Prize", "from": 1772625600000, "to": 1775217600000}'
      union all select 'banned', '2026-03-07T12:00:00Z', 9, open_channel_id, 42, '{"reason": "Not ours"}' from elsewhere`,
  );
  restore = await keepRows(test);
});
beforeEach(() => restore());

it('lists entries newest first', async () => {
  const page = await personWith(test, MANAGER).press(`own_audit_${CHANNEL_ID}_1`);
  expect(page.text.split('\n')).toEqual([
    '📓 Log for Alpha',
    'Newest first.',
    '',
    `March 6, 2026 at 12:00 UTC User ${OWNER_ID} gave days`,
    '– User 43',
    '– 1 month · March 4, 2026 at 12:00 UTC → April 3, 2026 at 12:00 UTC · reason: Prize',
    '',
    'March 5, 2026 at 12:00 UTC @mia banned a user',
    '– @bob',
    '– reason: Spam',
    '',
    'March 4, 2026 at 12:00 UTC The bot let a member in',
    '– @bob',
  ]);
});

it('names the user who took an invitation, also in entries of earlier releases', async () => {
  const taken = async (author: number) => {
    await test.database.query(
      (sql) => sql`
        insert into audit_log (act, actor_user_id, open_channel_id, user_id, details)
        values ('administrator_added', ${author}, ${CHANNEL_ID}, ${MANAGER}, '{"role": "read_only"}')`,
    );
    return (await personWith(test, OWNER_ID).press(`own_audit_${CHANNEL_ID}_1`)).text.split('\n').slice(3, 5);
  };
  for (const author of [OWNER_ID, MANAGER])
    expect(await taken(author)).toEqual([
      expect.stringMatching(/ @mia accepted an invitation to the team$/),
      '– viewer',
    ]);
});

it('shows the last page for a page number beyond the end', async () => {
  await test.database.query(
    (sql) => sql`
      insert into audit_log (act, actor_user_id, open_channel_id)
      select 'channel_paused', ${OWNER_ID}, ${CHANNEL_ID} from generate_series(1, 20)`,
  );
  const seen = [];
  for (const page of [1, 2, 3, 4, 99]) {
    const { message, buttons } = await personWith(test, OWNER_ID).press(`own_audit_${CHANNEL_ID}_${page}`);
    if (message?.type !== 'audit_log') throw new Error('no log');
    seen.push([message.page, message.pages, message.entries.length, buttons.length]);
  }
  expect(seen).toEqual([
    [1, 3, 8, 2],
    [2, 3, 8, 3],
    [3, 3, 7, 2],
    [3, 3, 7, 2],
    [3, 3, 7, 2],
  ]);
});
