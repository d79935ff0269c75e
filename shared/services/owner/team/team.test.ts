import { CHANNEL_ID, OWNER_ID } from '../../../../tests/support/order';
import { addSellingChannel, CLOSED_ID } from '../../../../tests/support/subscription';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { settingUp } from '../../../../tests/worlds/set-up';

const FRIEND = 7101;
const OTHER_FRIEND = 7102;
const test = useTestDatabase();
const world = settingUp(test);

beforeAll(async () => {
  await addSellingChannel(test.database);
});

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
/** The text of the last message promised to a user. */
const lastTextTo = async (userId: number) => {
  const [row] = await test.database.query(
    (sql) => sql<{ text: string }[]>`
      select payload #>> '{message,text}' as text from outbox
      where kind = 'send_message' and payload ->> 'chatId' = ${String(userId)} order by outbox_id desc limit 1`,
  );
  return row?.text;
};
/** Creates an invitation and returns its start parameter. */
async function invite(role: 'manager' | 'read_only', by = OWNER_ID) {
  const { text } = await world.person(by).press(own('invite', role));
  return /start=(join_[A-Za-z0-9_-]{22})/.exec(text)?.[1] ?? 'none';
}

it('accepts an invitation from one user within one day', async () => {
  const link = await invite('manager');
  await world.person(OWNER_ID).say(`/start ${link}`);
  expect(await lastTextTo(OWNER_ID)).toMatch(/This link is for someone else/);
  await Promise.all([FRIEND, OTHER_FRIEND].map((userId) => world.person(userId).say(`/start ${link}`)));
  const [first] = Object.keys(await roles()).map(Number);
  expect(await roles()).toEqual({ [String(first)]: 'manager' });
  const other = first === FRIEND ? OTHER_FRIEND : FRIEND;
  expect(await lastTextTo(first ?? 0)).toMatch(/You're a manager of “Alpha” now/);
  expect(await lastTextTo(other)).toMatch(/This invitation was used or has expired/);
  expect(await lastTextTo(OWNER_ID)).toMatch(/Invitation accepted: @/);
  const log = await world.person(OWNER_ID).press(own('audit', 1));
  expect(log.text).toMatch(new RegExp(`@user_${first} accepted an invitation to the team\n– manager\n`));
  expect(log.text).toMatch(/invited someone to the team\n– manager/);
  // Opening it again repeats the welcome.
  await world.person(first ?? 0).say(`/start ${link}`);
  expect(await lastTextTo(first ?? 0)).toMatch(/You're a manager of/);
  await world.person(OWNER_ID).press(own('dismiss', first));
  await world.person(first ?? 0).say(`/start ${link}`);
  expect(await lastTextTo(first ?? 0)).toMatch(/This invitation was used or has expired/);

  const old = await invite('manager');
  await test.advance('25 hours');
  await world.person(OTHER_FRIEND).say(`/start ${old}`);
  expect(await lastTextTo(OTHER_FRIEND)).toMatch(/This invitation was used or has expired/);
  expect(await roles()).toEqual({});
});

it('lets only the owner change and remove roles', async () => {
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
      /Your role in this offer doesn't allow this/,
    );
  expect((await owner.press(own('person', FRIEND))).buttons).toContain(own('role', `${FRIEND}_read_only`));
  await owner.press(own('role', `${FRIEND}_read_only`));
  expect(await roles()).toEqual({ [String(FRIEND)]: 'read_only' });
  expect(await lastTextTo(FRIEND)).toMatch(/The owner made you a viewer of “Alpha”/);
  expect((await world.person(FRIEND).press(own('pause'))).answer).toMatch(/doesn't allow/);
  await owner.press(own('dismiss', FRIEND));
  expect(await lastTextTo(FRIEND)).toMatch(/You no longer run “Alpha”/);
  expect((await world.person(FRIEND).press(own('menu'))).answer).toMatch(/don't run this offer/);
  expect((await owner.press(own('role', `${FRIEND}_manager`))).text).toMatch(/no longer on this team/);
  expect(await roles()).toEqual({});
});

it('accepts invitations until the team has 20 members', async () => {
  const owner = world.person(OWNER_ID);
  const link = await invite('manager');
  await test.database.query(
    (sql) => sql`
      insert into channel_administrators (open_channel_id, user_id, role, added_by)
      select ${CHANNEL_ID}, 7200 + n, 'read_only', ${OWNER_ID} from generate_series(1, 20) as n`,
  );
  await world.person(OTHER_FRIEND).say(`/start ${link}`);
  expect(await lastTextTo(OTHER_FRIEND)).toMatch(/has the maximum number of managers/);
  expect(Object.keys(await roles())).toHaveLength(20);
  const full = await owner.press(own('invite', 'manager'));
  expect(full.text).toMatch(/20 people at most/);
  expect(full.buttons.filter((data) => data.startsWith(own('person')))).toHaveLength(20);
  await owner.press(own('dismiss', 7201));
  await world.person(OTHER_FRIEND).say(`/start ${link}`);
  expect((await roles())[OTHER_FRIEND]).toBe('manager');
  await test.database.query((sql) => sql`delete from channel_administrators`);
});

it('transfers the channel only to a team member who is an administrator', async () => {
  const owner = world.person(OWNER_ID);
  world.chats.set(CLOSED_ID, { administrators: [OWNER_ID], botRights: [] });
  // Not on the team yet.
  expect((await owner.press(own('transfer-now', FRIEND))).text).toMatch(/no longer on this team/);
  await world.person(FRIEND).say(`/start ${await invite('read_only')}`);
  expect((await owner.press(own('transfer', FRIEND))).text).toMatch(/Transfer Alpha to @user_7101\?/);
  expect((await owner.press(own('transfer-now', FRIEND))).text).toMatch(
    /^⚠️ They aren't an administrator of the private channel or group\. Make them one in Telegram/,
  );
  world.state.isSilent = true;
  expect((await owner.press(own('transfer-now', FRIEND))).answer).toMatch(/Telegram isn't answering/);
  world.state.isSilent = false;
  expect(await ownerUserId()).toBe(OWNER_ID);

  const openInvitation = await invite('manager');
  world.chats.set(CLOSED_ID, { administrators: [OWNER_ID, FRIEND], botRights: [] });
  expect((await owner.press(own('transfer-now', FRIEND))).text).toMatch(/has a new owner/);
  expect(await ownerUserId()).toBe(FRIEND);
  expect(await roles()).toEqual({});
  expect(await lastTextTo(FRIEND)).toMatch(/“Alpha” is yours now/);
  expect(await lastTextTo(OWNER_ID)).toMatch(/is no longer yours/);
  // The former owner keeps nothing: no page, no transfer back, no open invitation.
  for (const data of [own('menu'), own('transfer-now', OWNER_ID), own('invite', 'manager')])
    expect((await owner.press(data)).answer).toMatch(/don't run this offer/);
  await world.person(OTHER_FRIEND).say(`/start ${openInvitation}`);
  expect(await lastTextTo(OTHER_FRIEND)).toMatch(/This invitation was used or has expired/);
  const acts = await test.database.query(
    (sql) => sql<{ act: string; by: number; userId: number }[]>`
      select act, actor_user_id as by, user_id as "userId" from audit_log where act = 'ownership_transferred'`,
  );
  expect([...acts]).toEqual([{ act: 'ownership_transferred', by: OWNER_ID, userId: FRIEND }]);
});
