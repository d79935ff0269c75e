import { CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { addSellingChannel } from '../../../tests/support/subscription';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { settingUp } from '../../../tests/worlds/set-up';
import { claimDue } from '../../database/common/claim-outbox';
import { performEffect, type EffectDependencies } from '../perform-effect';

let test: TestDatabase;
let world: ReturnType<typeof settingUp>;

beforeAll(async () => {
  test = await createTestDatabase();
  await addSellingChannel(test.database);
  world = settingUp(test);
});
afterAll(() => test.close());

let lastKey = 0;
/** Stores an outbox row, performs it as the worker does, and returns the text that it shows. */
async function performRow(kind: string, payload: object): Promise<string> {
  await test.database.query(
    (sql) => sql`
      insert into outbox (kind, payload, idempotency_key, due_at, expires_at)
      values (${kind}, ${sql.json(payload as never)}, ${`row:${(lastKey += 1)}`}, app_now() - interval '1 year',
        app_now() + interval '1 hour')`,
  );
  const [entry] = await claimDue(test.database, 1);
  if (entry === undefined || !('effect' in entry)) throw new Error('this version cannot read it');
  const owners = { isEveryone: true, named: [] };
  const deps = { database: test.database, api: world.api, owners } as unknown as EffectDependencies;
  await performEffect(deps, entry.effect, entry);
  return world.sent.at(-1)?.text ?? '';
}

const page = {
  openChannelId: CHANNEL_ID,
  userId: OWNER_ID,
  messageId: 9,
  page: 'settings',
  argument: null,
};

it('shows the note of a page that an older version promised without an answer', async () => {
  expect(await performRow('show_page', { ...page, note: 'Saved in other words.' })).toMatch(
    /^✔️ Saved in other words\.\n/,
  );
});

it('shows a page without a note', async () => {
  expect(await performRow('show_page', { ...page, note: null })).toMatch(/^⚙️/);
  expect(await performRow('show_page', { ...page, note: null, answer: null })).toMatch(/^⚙️/);
});

it('shows the note if a newer version wrote an answer that this one does not know', async () => {
  const row = { ...page, note: 'Newer words.', answer: { answer: 'brewed_tea', cups: 2 } };
  expect(await performRow('show_page', row)).toMatch(/^✔️ Newer words\.\n/);
});

it('renders the answer and ignores the note beside it', async () => {
  const answer = { answer: 'too_many_tiers', max: 10 };
  expect(await performRow('show_page', { ...page, note: 'Older words.', answer })).toMatch(
    /^⚠️ 10 tiers are the most\. Remove one first\.\n/,
  );
});

it('writes both note and answer so that either version can show them', async () => {
  const owner = world.person(OWNER_ID);
  await owner.press(`own_edit_${CHANNEL_ID}_grace_hours`);
  await owner.say('never');
  const [row] = await test.database.query(
    (sql) => sql<{ payload: object }[]>`
      select payload from outbox where kind = 'show_page' order by outbox_id desc limit 1`,
  );
  expect(row?.payload).toMatchObject({
    note: 'Type a whole number of hours from 0 to 720.',
    answer: { answer: 'not_hours', min: 0, max: 720 },
  });
});

it.each([
  [{ complaint: 'Older words.' }, /^⚠️ Older words\.\n/],
  [{ complaint: 'Older words.', answer: { answer: 'nothing_to_type' } }, /^⚠️ There's nothing to type here/],
  [{ complaint: null, answer: null }, /^🛠 Setting up/],
])('shows a set-up with %j', async (fields, words) => {
  const userId = 8800;
  await world.person(userId).say('/setup');
  const row = { userId, messageId: 9, botUsername: 'telepay_bot', ...fields };
  expect(await performRow('show_set_up', row)).toMatch(words);
});

it.each([
  [{ text: 'Older words.' }, '✔️ Older words.'],
  [
    { text: 'Older words.', answer: { answer: 'set_up_postponed' } },
    '✔️ All right. Send /setup whenever you like.',
  ],
])('sends an answer with %j', async (fields, words) => {
  const message = { type: 'owner_answered', ...fields };
  expect(await performRow('send_message', { chatId: OWNER_ID, message })).toBe(words);
});
