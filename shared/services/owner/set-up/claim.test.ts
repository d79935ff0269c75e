import { addTeam } from '../../../../tests/support/order';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { settingUp, setUpPath } from '../../../../tests/worlds/set-up';
import { ALL_RIGHTS } from '../../../../tests/worlds/update-context';
import { findNotificationTarget } from '../../../database/owner/channels';
import type { OpenChannelId } from '../../../domain/common/ids';

const test = useTestDatabase();
const world = settingUp(test);

const CREATOR = 8001;
const POSTER = 8002;
const ADMINISTRATOR = 8003;
const INSIDE = -1005000000001;
const BOTH = ['can_invite_users', 'can_restrict_members'];

const set = (step: string, choice: string | number) => `setup_${step}_${choice}`;
const PATH = [...setUpPath(INSIDE), set('review', 'start')];
const ownerOf = async (openChannelId: number) => {
  const [row] = await test.database.query(
    (sql) => sql<{ owner: number }[]>`
      select owner_user_id as owner from channels where open_channel_id = ${openChannelId}`,
  );
  return row?.owner;
};
const answersTo = async (userId: number) => {
  const rows = await test.database.query(
    (sql) => sql<{ text: string }[]>`
      select payload #>> '{message,text}' as text from outbox
      where kind = 'send_message' and payload ->> 'chatId' = ${String(userId)} order by outbox_id`,
  );
  return rows.map(({ text }) => text);
};

/** The creator adds the bot with its rights, and two administrators know of it. */
async function addBot() {
  await world.promote(CREATOR, INSIDE, { title: 'Alpha VIP', rights: BOTH });
  world.chats.set(INSIDE, {
    administrators: [],
    botRights: BOTH,
    members: {
      [CREATOR]: { status: 'creator' },
      [POSTER]: { status: 'administrator', rights: ['can_post_messages'] },
      [ADMINISTRATOR]: { status: 'administrator', rights: ALL_RIGHTS },
    },
  });
  await world.greet(INSIDE, CREATOR);
}

beforeAll(addBot);

it('lets nobody sell a channel in which they may only post', async () => {
  const refused = await world.walk(POSTER, 'setup_open', set('private', INSIDE));
  expect(refused.text).toContain('You need “Invite Users via Link” and “Ban Users” in “Alpha VIP”');
  expect(await world.stepOf(POSTER)).toBe('private');
  // The last tap asks again, also about a draft that an earlier release accepted.
  await test.database.query(
    (sql) => sql`
      update set_ups set step = 'review',
        draft = draft || ${sql.json({ privateChat: { chatId: INSIDE, title: 'Alpha VIP' }, title: 'Alpha VIP' })}
      where user_id = ${POSTER}`,
  );
  expect((await world.person(POSTER).press(set('review', 'start'))).text).toContain('“Ban Users”');
  expect(await ownerOf(INSIDE)).toBeUndefined();
});

it('gives a channel back to its creator', async () => {
  await world.walk(ADMINISTRATOR, ...PATH);
  expect(await ownerOf(INSIDE)).toBe(ADMINISTRATOR);
  await addTeam(test.database, { [CREATOR]: 'read_only', [POSTER]: 'manager' }, INSIDE);
  await world.person(ADMINISTRATOR).press(`own_notify-set_${INSIDE}_here`);
  const invitation = await world.person(ADMINISTRATOR).press(`own_invite_${INSIDE}_manager`);
  const link = /start=(join_[\w-]{22})/.exec(invitation.text)?.[1] ?? 'none';

  const creator = world.person(CREATOR);
  expect((await creator.press('setup_open')).buttons).toContain(`claim_ask_${INSIDE}`);
  const asked = await creator.press(`claim_ask_${INSIDE}`);
  expect(asked.text).toMatch(/Claim Alpha VIP\?[^]*id 8003/);
  const taken = await creator.press(`claim_now_${INSIDE}`, 77);
  expect(taken.message).toMatchObject({ type: 'channel_menu', role: 'owner' });
  expect(taken.text).toMatch(/^✔️ This offer is yours now/);
  // Telegram delivers the tap again.
  expect((await creator.press(`claim_now_${INSIDE}`, 77)).message).toMatchObject({ type: 'channel_menu' });

  expect(await ownerOf(INSIDE)).toBe(CREATOR);
  expect(await findNotificationTarget(test.database, INSIDE as OpenChannelId)).toMatchObject({
    chatId: CREATOR,
  });
  const told = (await answersTo(ADMINISTRATOR)).filter((text) =>
    /Its creator in Telegram claimed it/.test(text),
  );
  expect(told).toEqual([expect.stringContaining('“Alpha VIP” is no longer yours here')]);
  const former = world.person(ADMINISTRATOR);
  for (const data of [`own_menu_${INSIDE}`, `own_transfer-now_${INSIDE}_${ADMINISTRATOR}`])
    expect((await former.press(data)).answer).toMatch(/don't run this offer/);
  await former.say(`/start ${link}`);
  expect((await answersTo(ADMINISTRATOR)).at(-1)).toMatch(/This invitation was used or has expired/);
  expect((await former.press(`claim_now_${INSIDE}`)).answer).toMatch(/Only its creator/);
  const roles = await test.database.query(
    (sql) =>
      sql`select user_id as "userId", role from channel_administrators where open_channel_id = ${INSIDE}`,
  );
  expect([...roles]).toEqual([{ userId: POSTER, role: 'manager' }]);
  const acts = await test.database.query(
    (sql) => sql`
      select actor_user_id as by, user_id as about from audit_log where act = 'ownership_claimed'`,
  );
  expect([...acts]).toEqual([{ by: CREATOR, about: ADMINISTRATOR }]);
  expect((await creator.press('setup_open')).buttons).not.toContain(`claim_ask_${INSIDE}`);
});

it('claims nothing while Telegram is silent', async () => {
  await test.database.query(
    (sql) => sql`update channels set owner_user_id = ${ADMINISTRATOR} where open_channel_id = ${INSIDE}`,
  );
  world.state.isSilent = true;
  const creator = world.person(CREATOR);
  expect((await creator.press('setup_open')).message).toMatchObject({ type: 'set_up', claims: [] });
  for (const data of [`claim_ask_${INSIDE}`, `claim_now_${INSIDE}`])
    expect((await creator.press(data)).answer).toMatch(/Telegram isn't answering/);
  world.state.isSilent = false;
  expect(await ownerOf(INSIDE)).toBe(ADMINISTRATOR);
});

it('lets a creator claim a channel without being in OWNERS', async () => {
  const creator = world.person(CREATOR, { owners: { isEveryone: false, named: [] } });
  const closed = await creator.press('setup_open');
  expect(closed.message).toMatchObject({ type: 'set_up_closed' });
  expect(closed.buttons).toEqual([`claim_ask_${INSIDE}`]);
  await creator.press(`claim_now_${INSIDE}`);
  expect(await ownerOf(INSIDE)).toBe(CREATOR);
});

it.each([-1009999999999, INSIDE])('reveals nothing about channel %s to a stranger', async (openChannelId) => {
  const seen = await world.person(9999).press(`claim_ask_${openChannelId}`);
  expect(seen.message).toBeUndefined();
  expect(seen.answer).toMatch(/Only its creator/);
});
