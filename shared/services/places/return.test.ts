import { nowSeconds } from '../../../tests/support/clock';
import {
  BOT,
  CLOSED,
  dies,
  dying,
  grantOf,
  OPEN,
  OWNER,
  promiseNow,
  removalOf,
} from '../../../tests/worlds/access';
import { personWith } from '../../../tests/worlds/owner';
import { usePlaceWorld } from '../../../tests/worlds/places';
import { PLACE_GONE } from '../../domain/places/place-state';

const world = usePlaceWorld();
const sql = (text: string) => world.test.database.query((run) => run.unsafe(text));
const CHECK = { kind: 'check_place', chatId: CLOSED } as const;

/** The promises that ended because the channel seemed to be deleted, by kind. */
const ended = async () => {
  const rows = await sql(
    `select kind from outbox where failed_at is not null and last_error = '${PLACE_GONE}' order by kind`,
  );
  return (rows as unknown as { kind: string }[]).map(({ kind }) => kind);
};
const types = async () =>
  (await world.told(OWNER)).map(({ type }) => type).filter((type) => type.startsWith('place_'));
const isOnSale = async () => {
  const { text } = await personWith(world.test, 90_001).press(`channel_${OPEN}`);
  return !/not on sale right now/.test(text);
};
const give = (status: string, rights: Record<string, boolean> = {}) =>
  world.telegram.setMember(CLOSED, BOT, status as never, rights);
const ALL = { can_invite_users: true, can_restrict_members: true };

const NOT_FOUND = {
  kind: 'error',
  status: 400,
  description: 'Bad Request: chat not found',
  times: Infinity,
} as const;

let run = 0;
/** Ends one promise of each kind, as if Telegram said that the channel was deleted. The owner was told. */
beforeEach(async () => {
  run += 1;
  give('administrator', ALL);
  await world.heard();
  await sql(`delete from outbox`);
  await sql(`delete from bot_chats`);
  const [member, expired] = [await world.newBuyer('30 days'), await world.newBuyer('-2 days')];
  world.telegram.fault({ ...NOT_FOUND, method: 'getChatMember' });
  await promiseNow(world, grantOf(member), `grant:${run}`);
  await promiseNow(world, removalOf(expired), `removal:${run}`);
  await promiseNow(world, { kind: 'apply_ban', openChannelId: OPEN, userId: expired.userId }, `ban:${run}`);
  await world.heard();
  world.telegram.clearFaults();
  expect(await types()).toEqual(expect.arrayContaining(['place_gone']));
});

it.each([1, 2, 3, 4, 5, 6, 7])(
  'resumes what ended even if the worker dies at step %i of the check',
  async (step) => {
    const before = await ended();
    expect(before).toEqual(expect.arrayContaining(['grant_access', 'remove_member']));
    await dies(dying(world.deps, step, true), CHECK, `check:${run}`);
    await world.perform(CHECK, `check:${run}`);
    expect(await ended()).toEqual([]);
    expect(await types()).toEqual(['place_works']);
  },
);

it('resumes removals when the bot comes back with Ban Users alone', async () => {
  give('administrator', { can_invite_users: false, can_restrict_members: true });
  await world.telegram.drained();
  await types();
  await sql(`update bot_chats set status = 'left', rights = '{}', gone_at = app_now(), last_told =
    '{"status": "left", "rights": {}, "isGone": true}'`);
  await sql(
    `update outbox set failed_at = app_now(), last_error = '${PLACE_GONE}' where kind = 'remove_member'`,
  );
  await world.perform(CHECK, `check:${run}`);
  expect(await ended()).toEqual([]);
  expect(await types()).toEqual(['place_broken']);
});

it.each(['left', 'kicked'])('stays deleted when a late update says %s', async (status) => {
  for (const update_id of [run * 100, run * 100 + 1])
    await personWith(world.test, OWNER).send(
      {
        my_chat_member: {
          date: nowSeconds() + update_id,
          chat: { id: CLOSED, type: 'channel', title: 'Signals VIP' },
          from: { id: OWNER },
          new_chat_member: { status },
        },
      },
      update_id,
    );
  expect(await types()).toEqual([]);
  expect((await personWith(world.test, OWNER).press(`own_menu_${OPEN}`)).text).toMatch(
    /private channel is gone/,
  );
  await world.perform({
    kind: 'grant_access',
    openChannelId: OPEN,
    userId: 1,
    reference: null,
    news: { type: 'asked' },
  });
  expect(await types()).toEqual([]);
});

it('sells again as soon as the previous release has stored the return, and says so within a day', async () => {
  await sql(
    `update bot_chats set status = 'administrator', rights = '${JSON.stringify(ALL)}' where chat_id = ${CLOSED}`,
  );
  expect(await isOnSale()).toBe(true);
  await world.nextDay();
  expect(await types()).toEqual(['place_works']);
  expect(await ended()).toEqual([]);
  await world.nextDay();
  expect(await types()).toEqual([]);
});
