import { CHANNEL_ID, OWNER_ID } from '../../../../tests/support/order';
import { addSellingChannel, CLOSED_ID } from '../../../../tests/support/subscription';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { settingUp } from '../../../../tests/worlds/set-up';

const FRIEND = 7101;
const LATE = 7102;
let test: TestDatabase;
let world: ReturnType<typeof settingUp>;

beforeAll(async () => {
  test = await createTestDatabase();
  await addSellingChannel(test.database);
  world = settingUp(test);
});
afterAll(() => test.close());

const own = (action: string, argument?: string | number) =>
  `own_${action}_${CHANNEL_ID}${argument === undefined ? '' : `_${argument}`}`;
const roles = async () => {
  const rows = await test.database.query(
    (sql) => sql<{ userId: number; role: string }[]>`
      select user_id as "userId", role from channel_administrators where open_channel_id = ${CHANNEL_ID}`,
  );
  return Object.fromEntries(rows.map(({ userId, role }) => [userId, role]));
};
const ownerUserId = async () => {
  const [row] = await test.database.query(
    (sql) => sql<{ owner: number }[]>`
      select owner_user_id as owner from channels where open_channel_id = ${CHANNEL_ID}`,
  );
  return row?.owner;
};
/** What somebody was written last. */
const toldTo = async (userId: number) => {
  const [row] = await test.database.query(
    (sql) => sql<{ text: string }[]>`
      select payload #>> '{message,text}' as text from outbox
      where kind = 'send_message' and payload ->> 'chatId' = ${String(userId)} order by outbox_id desc limit 1`,
  );
  return row?.text;
};
/** The start parameter of a fresh invitation. */
async function invite(role: 'manager' | 'read_only', by = OWNER_ID) {
  const { text } = await world.person(by).press(own('invite', role));
  return /start=(join_[A-Za-z0-9_-]{22})/.exec(text)?.[1] ?? 'none';
}

it('lets somebody in by a link that is good for one person and one day', async () => {
  const link = await invite('manager');
  await world.person(OWNER_ID).say(`/start ${link}`);
  expect(await toldTo(OWNER_ID)).toMatch(/This link is for somebody else/);
  await Promise.all([FRIEND, LATE].map((userId) => world.person(userId).say(`/start ${link}`)));
  const [first] = Object.keys(await roles()).map(Number);
  expect(await roles()).toEqual({ [String(first)]: 'manager' });
  const other = first === FRIEND ? LATE : FRIEND;
  expect(await toldTo(first ?? 0)).toMatch(/You may now manage “Alpha”/);
  expect(await toldTo(other)).toMatch(/This invitation is over/);
  expect(await toldTo(OWNER_ID)).toMatch(/took up your invitation/);
  // Opened again by the same one, they are told the same.
  await world.person(first ?? 0).say(`/start ${link}`);
  expect(await toldTo(first ?? 0)).toMatch(/You may now manage/);
  await world.person(OWNER_ID).press(own('dismiss', first));
  await world.person(first ?? 0).say(`/start ${link}`);
  expect(await toldTo(first ?? 0)).toMatch(/This invitation is over/);

  const old = await invite('manager');
  await test.advance('25 hours');
  await world.person(LATE).say(`/start ${old}`);
  expect(await toldTo(LATE)).toMatch(/This invitation is over/);
  expect(await roles()).toEqual({});
});

it('changes and takes away roles at the word of the owner alone, and tells those concerned', async () => {
  const owner = world.person(OWNER_ID);
  await world.person(FRIEND).say(`/start ${await invite('manager')}`);
  for (const data of [
    own('team'),
    own('invite', 'manager'),
    own('role', `${FRIEND}_manager`),
    own('dismiss', FRIEND),
    own('transfer', FRIEND),
    own('transfer-now', FRIEND),
  ])
    expect((await world.person(FRIEND).press(data)).answer).toMatch(
      /Your role in this channel does not allow this/,
    );
  expect((await owner.press(own('person', FRIEND))).buttons).toContain(own('role', `${FRIEND}_read_only`));
  await owner.press(own('role', `${FRIEND}_read_only`));
  expect(await roles()).toEqual({ [String(FRIEND)]: 'read_only' });
  expect(await toldTo(FRIEND)).toMatch(/From now on you may look into “Alpha”/);
  expect((await world.person(FRIEND).press(own('pause'))).answer).toMatch(/does not allow/);
  await owner.press(own('dismiss', FRIEND));
  expect(await toldTo(FRIEND)).toMatch(/You do not run “Alpha” any more/);
  expect((await world.person(FRIEND).press(own('menu'))).answer).toMatch(/not a channel that you run/);
  expect((await owner.press(own('role', `${FRIEND}_manager`))).text).toMatch(
    /do not run this channel with you any more/,
  );
  expect(await roles()).toEqual({});
});

it('lets in no more than are on the page, from which each can be sent away', async () => {
  const owner = world.person(OWNER_ID);
  const link = await invite('manager');
  await test.database.query(
    (sql) => sql`
      insert into channel_administrators (open_channel_id, user_id, role, added_by)
      select ${CHANNEL_ID}, 7200 + n, 'read_only', ${OWNER_ID} from generate_series(1, 20) as n`,
  );
  await world.person(LATE).say(`/start ${link}`);
  expect(await toldTo(LATE)).toMatch(/run by as many as may run one/);
  expect(Object.keys(await roles())).toHaveLength(20);
  const full = await owner.press(own('invite', 'manager'));
  expect(full.text).toMatch(/20 people are the most/);
  expect(full.buttons.filter((data) => data.startsWith(own('person')))).toHaveLength(20);
  await owner.press(own('dismiss', 7201));
  await world.person(LATE).say(`/start ${link}`);
  expect((await roles())[LATE]).toBe('manager');
  await test.database.query((sql) => sql`delete from channel_administrators`);
});

it('gives the channel to one of its team whom Telegram knows as an administrator, and to nobody else', async () => {
  const owner = world.person(OWNER_ID);
  world.chats.set(CLOSED_ID, { administrators: [OWNER_ID], botRights: [] });
  // Not one of the team, whoever they are.
  expect((await owner.press(own('transfer-now', FRIEND))).text).toMatch(/do not run this channel with you/);
  await world.person(FRIEND).say(`/start ${await invite('read_only')}`);
  expect((await owner.press(own('transfer', FRIEND))).text).toMatch(/Give Alpha to @user_7101\?/);
  expect((await owner.press(own('transfer-now', FRIEND))).text).toMatch(
    /no administrator of the private channel/,
  );
  world.state.isSilent = true;
  expect((await owner.press(own('transfer-now', FRIEND))).answer).toMatch(/Telegram does not answer/);
  world.state.isSilent = false;
  expect(await ownerUserId()).toBe(OWNER_ID);

  const dangling = await invite('manager');
  world.chats.set(CLOSED_ID, { administrators: [OWNER_ID, FRIEND], botRights: [] });
  expect((await owner.press(own('transfer-now', FRIEND))).text).toMatch(/has a new owner/);
  expect(await ownerUserId()).toBe(FRIEND);
  expect(await roles()).toEqual({});
  expect(await toldTo(FRIEND)).toMatch(/“Alpha” is yours from now on/);
  expect(await toldTo(OWNER_ID)).toMatch(/not yours any more/);
  // The former owner has nothing left: no page, no way back, and no invitation that is still out.
  for (const data of [own('menu'), own('transfer-now', OWNER_ID), own('invite', 'manager')])
    expect((await owner.press(data)).answer).toMatch(/not a channel that you run/);
  await world.person(LATE).say(`/start ${dangling}`);
  expect(await toldTo(LATE)).toMatch(/This invitation is over/);
  const acts = await test.database.query(
    (sql) => sql<{ act: string; by: number; userId: number }[]>`
      select act, actor_user_id as by, user_id as "userId" from audit_log where act = 'ownership_transferred'`,
  );
  expect([...acts]).toEqual([{ act: 'ownership_transferred', by: OWNER_ID, userId: FRIEND }]);
});
