import { addChannel, addTeam, CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { keepRows } from '../../../tests/support/keep-rows';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';

const MANAGER = 7002;
const READER = 7003;
const STRANGER = 7004;
const test = useTestDatabase();
let restore: () => Promise<void>;

beforeAll(async () => {
  await addChannel(test.database);
  await addTeam(test.database, { [MANAGER]: 'manager', [READER]: 'read_only' });
  restore = await keepRows(test);
});
beforeEach(() => restore());

const by = (userId: number) => personWith(test, userId);
const channel = async () => {
  const [row] = await test.database.query(
    (sql) => sql<{ title: string; isPaused: boolean }[]>`
      select title, paused_at is not null as "isPaused" from channels where open_channel_id = ${CHANNEL_ID}`,
  );
  return row;
};
const acts = () =>
  test.database.query(
    (sql) => sql<{ act: string; by: number }[]>`
      select act, actor_user_id as by from audit_log where open_channel_id = ${CHANNEL_ID} order by audit_id`,
  );

it('shows each role only the buttons that it may press', async () => {
  const owner = await by(OWNER_ID).press(`own_menu_${CHANNEL_ID}`);
  expect(owner.buttons).toContain(`own_pause_${CHANNEL_ID}`);
  const reader = await by(READER).press(`own_menu_${CHANNEL_ID}`);
  expect(reader.message?.type).toBe('channel_menu');
  expect(reader.buttons).not.toContain(`own_pause_${CHANNEL_ID}`);
  const stranger = await by(STRANGER).press(`own_menu_${CHANNEL_ID}`);
  expect(stranger).toMatchObject({
    message: undefined,
    answer: "You don't run this offer. Send /channels to see yours.",
  });
  const nowhere = await by(STRANGER).press('own_menu_-1005555');
  expect(nowhere.answer).toBe(stranger.answer);
});

it('pauses once if the tap is delivered twice', async () => {
  for (let times = 0; times < 2; times += 1) {
    const { text } = await by(MANAGER).press(`own_pause_${CHANNEL_ID}`, 77);
    expect(text).toMatch(/^✔️ Sales are paused/);
  }
  expect(await channel()).toMatchObject({ isPaused: true });
  expect([...(await acts())]).toEqual([{ act: 'channel_paused', by: MANAGER }]);
  expect((await by(READER).press(`own_resume_${CHANNEL_ID}`)).answer).toMatch(/role/);
  expect(await channel()).toMatchObject({ isPaused: true });
});

it('accepts typed text only from the manager who was asked', async () => {
  const { text } = await by(MANAGER).press(`own_edit_${CHANNEL_ID}_title`);
  expect(text).toMatch(/What is it called/);
  await by(STRANGER).say('Stolen');
  await by(MANAGER).say('x'.repeat(200));
  expect(await channel()).toMatchObject({ title: 'Alpha' });
  const { reaction } = await by(MANAGER).say(' Beta ');
  expect(reaction.prompt).toEqual([{ type: 'delete_message', chatId: MANAGER, messageId: 10 }]);
  expect(await channel()).toMatchObject({ title: 'Beta' });
  await by(MANAGER).say('Gamma');
  expect(await channel()).toMatchObject({ title: 'Beta' });
});

it('keeps the question open if its button is delivered again', async () => {
  for (let times = 0; times < 2; times += 1)
    await by(MANAGER).press(`own_edit_${CHANNEL_ID}_description`, 78);
  await by(MANAGER).say('What it is about');
  const [row] = await test.database.query(
    (sql) => sql<{ description: string }[]>`
      select description from channels where open_channel_id = ${CHANNEL_ID}`,
  );
  expect(row?.description).toBe('What it is about');
});

it('drops the question after another button press or the loss of the role', async () => {
  await by(MANAGER).press(`own_edit_${CHANNEL_ID}_title`);
  await by(MANAGER).press(`own_menu_${CHANNEL_ID}`);
  await by(MANAGER).say('Gamma');
  await by(MANAGER).press(`own_edit_${CHANNEL_ID}_title`);
  await test.database.query(
    (sql) => sql`update channel_administrators set role = 'read_only' where user_id = ${MANAGER}`,
  );
  await by(MANAGER).say('Gamma');
  expect(await channel()).toMatchObject({ title: 'Alpha' });
});

it('lists the channels for `/channels` even if there is only one', async () => {
  await by(OWNER_ID).say('/channels');
  const rows = await test.database.query(
    (sql) => sql<{ message: { type: string; channels: unknown[] } }[]>`
      select payload -> 'message' as message from outbox where payload ->> 'chatId' = ${String(OWNER_ID)}
      order by outbox_id desc limit 1`,
  );
  expect(rows[0]?.message).toMatchObject({
    type: 'my_channels',
    channels: [{ title: 'Alpha', role: 'owner' }],
  });
});
