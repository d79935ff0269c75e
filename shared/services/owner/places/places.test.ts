import { nowMs } from '../../../../tests/support/clock';
import { openPlace } from '../../../database/places/offer-places';
import type { ClosedChannelId } from '../../../domain/common/ids';
import type { MessageOf } from '../../../domain/messages/messages';
import { BOT, CLOSED, OPEN, OWNER, type Buyer } from '../../../../tests/worlds/access';
import { personWith } from '../../../../tests/worlds/owner';
import { ADMINISTRATOR, PUBLIC, usePlaceWorld, wordsOf } from '../../../../tests/worlds/places';

const world = usePlaceWorld();
const database = () => world.test.database;
const GROUP = -1005555555555 as ClosedChannelId;
const RIGHTS = { can_invite_users: true, can_restrict_members: true };
const YES = /^own_(open|close)-place_/;

const by = (userId = OWNER) => personWith(world.test, userId, { asking: world.asking, botId: BOT });
const press = (what: string, userId = OWNER) =>
  by(userId).press(`own_${what.replace(/^[a-z-]+/, `$&_${OPEN}`)}`);
const asked = async (what: string) => {
  const seen = await press(what);
  return { ...seen, yes: seen.buttons.find((data) => YES.test(data)) ?? '' };
};
const tap = (data: string, userId = OWNER) => by(userId).press(data);
const openChats = async () =>
  (
    await database().query(
      (sql) => sql<{ chatId: number; role: string }[]>`
        select chat_id as "chatId", role from places where open_channel_id = ${OPEN} and closed_at is null and role <> 'main'`,
    )
  ).map(({ chatId, role }) => `${role} ${chatId}`);
const statusIn = async (chatId: number, userId: number) =>
  (await world.deps.api.getChatMember(chatId, userId)).status;

/** Performs what is due within ten minutes. */
async function soon(): Promise<void> {
  for (let minutes = 0; minutes < 4; minutes += 1) {
    await world.heard();
    await world.advance(3 * 60_000);
  }
  await world.heard();
}
async function joined(buyer: Buyer, chatId: number): Promise<void> {
  const [row] = await database().query(
    (sql) => sql<{ link: string }[]>`
      select invite_link as link from place_links where (chat_id, user_id) = (${chatId}, ${buyer.userId}) and revoked_at is null`,
  );
  world.telegram.as(buyer.userId).join(String(row?.link));
  await world.heard();
}
/** What the owner's living messages say now. */
const progress = async (): Promise<MessageOf<'place_progress'>[]> =>
  (
    await database().query(
      (sql) => sql<{ message: MessageOf<'place_progress'> }[]>`
        select message from living_messages where topic like 'place:%' order by changed_at`,
    )
  ).map(({ message }) => message);

const nobodyHasAccess = () =>
  database().query((sql) => sql`update subscriptions set paid_until = null, version = version + 1`);

beforeAll(async () => {
  await nobodyHasAccess();
  world.telegram.addGroup({ id: GROUP, title: 'Talk', creatorId: OWNER });
  world.telegram.setMember(GROUP, BOT, 'administrator', RIGHTS);
  world.telegram.setMember(CLOSED, BOT, 'administrator', RIGHTS);
});
afterEach(async () => {
  world.telegram.clearFaults();
  world.telegram.setMember(GROUP, BOT, 'administrator', RIGHTS);
  await soon();
  await database().query((sql) => sql`delete from outbox`);
  await database().query((sql) => sql`delete from living_messages`);
  await nobodyHasAccess();
  await database().query((sql) => sql`delete from places where role <> 'main'`);
  for (const table of ['place_access', 'place_links'])
    await database().query((sql) => sql`delete from ${sql(table)} where chat_id <> ${CLOSED}`);
});

it('adds a group after one yes, lets everyone in and tells when it is done', async () => {
  const buyers = [
    await world.newBuyer('30 days'),
    await world.newBuyer('30 days'),
    await world.newBuyer('-3 days'),
  ];
  const { text, yes } = await asked(`set-extra_${GROUP}`);
  expect(text).toMatch(/Add the group “Talk” to Alpha\?[^]*This lets 2 people in[^]*about 1 minute/);
  expect(await openChats()).toEqual([]);
  const done = await tap(yes);
  expect(done.text).toMatch(/Added\./);
  expect(await openChats()).toEqual([`extra ${GROUP}`]);
  await world.heard();
  expect((await press('places')).text).toMatch(/Talk: group\n⏳ Sending links: \d of 2/);
  await soon();
  expect((await progress()).map(({ done, total, isDone }) => [done, total, isDone])).toEqual([[2, 2, true]]);
  for (const buyer of buyers.slice(0, 1)) await joined(buyer, GROUP);
  expect((await press('places')).text).toMatch(/Talk: group\nIn: 1 · Not in yet: 1/);
});

it('takes a place away after one yes, removes its people and tells when it is done', async () => {
  const [inside, other] = [await world.newBuyer('30 days'), await world.newBuyer('30 days')];
  world.telegram.setMember(GROUP, ADMINISTRATOR, 'administrator');
  await tap((await asked(`set-extra_${GROUP}`)).yes);
  await soon();
  await joined(inside, GROUP);
  await joined(other, GROUP);
  const { text, yes } = await asked(`drop-place_${GROUP}`);
  expect(text).toMatch(/Take the group “Talk” away[^]*touches 2 people: I remove those who are in/);
  expect(await openChats()).toEqual([`extra ${GROUP}`]);
  expect((await tap(yes)).text).toMatch(/Taken away\./);
  expect(await openChats()).toEqual([]);
  await world.heard();
  expect((await press('places')).text).toMatch(/⏳ Taking access away: \d of 2/);
  await soon();
  expect([await statusIn(GROUP, inside.userId), await statusIn(GROUP, other.userId)]).toEqual([
    'left',
    'left',
  ]);
  expect(await statusIn(GROUP, ADMINISTRATOR)).toBe('administrator');
  expect((await progress()).at(-1)).toMatchObject({ change: 'close', done: 2, total: 2, isDone: true });
  expect((await press('places')).text).not.toMatch(/Talk/);
  const log = (await press('audit_1')).text;
  expect(log).toMatch(/removed a chat from the offer\n– “Talk”[^]*added a chat to the offer\n– “Talk”/);
});

it('calls a chat that was added by taps as Telegram calls it now', async () => {
  const rename = (title: string) =>
    database().query((sql) => sql`update bot_chats set title = ${title} where chat_id = ${GROUP}`);
  await tap((await asked(`set-extra_${GROUP}`)).yes);
  await rename('Lounge');
  expect((await press('places')).text).toMatch(/Lounge: group/);
  expect((await press('audit_1')).text).toMatch(/added a chat to the offer\n– “Talk”/);
  await rename('Talk');
});

it.each([
  ['its title in Telegram', null, 'Talk'],
  ['the title that the file gave it', 'VIP room', 'VIP room'],
])('calls a place in which something is missing by %s', async (_, title, chat) => {
  await openPlace(database(), {
    openChannelId: OPEN,
    chatId: GROUP,
    kind: 'supergroup',
    role: 'extra',
    title,
  });
  await world.told(OWNER);
  world.telegram.as(OWNER).admin.addBot(GROUP, ['invite_users']);
  await world.heard();
  const [alarm] = await world.told(OWNER);
  expect([alarm?.type, wordsOf(alarm)]).toEqual([
    'place_broken',
    expect.stringContaining(`I need “Ban Users” in “${chat}”`),
  ]);
  expect((await press('menu')).text).toContain(`I need “Ban Users” in “${chat}”`);
});

describe('the question', () => {
  const other = -1006666666666;
  const kick = (chatId: number) => world.telegram.setMember(chatId, BOT, 'left');
  beforeAll(() => {
    world.telegram.addChannel({ id: other, title: 'Other', creatorId: ADMINISTRATOR });
    world.telegram.addGroup({ id: -4711, title: 'Basic', creatorId: OWNER });
    world.telegram.setMember(-4711, BOT, 'administrator', RIGHTS);
    world.telegram.addChannel({ id: other - 1, title: 'Open', creatorId: OWNER, username: 'open_to_all' });
    world.telegram.setMember(other - 1, BOT, 'administrator', RIGHTS);
  });

  it.each<readonly [string, () => void | Promise<void>, number, RegExp]>([
    ['where the bot is not', () => kick(GROUP), GROUP, /not-known|no longer see|not an administrator/],
    [
      'where the bot lacks a right',
      () =>
        world.telegram.setMember(GROUP, BOT, 'administrator', {
          can_invite_users: true,
          can_restrict_members: false,
        }),
      GROUP,
      /I still need “Ban Users” in “Talk”/,
    ],
    ['that anyone can join', () => undefined, other - 1, /Anyone can join “Open” through @open_to_all/],
    [
      'that the user does not administer',
      () => world.telegram.setMember(other, BOT, 'administrator', RIGHTS),
      other,
      /no longer see/,
    ],
    [
      'in which offers are posted',
      () => world.telegram.setMember(PUBLIC, BOT, 'administrator', RIGHTS),
      PUBLIC,
      /Anyone can join|posted in that channel/,
    ],
    ['that is the main one already', () => undefined, CLOSED, /in your offer already/],
  ])('refuses a chat %s and opens nothing', async (_, arrange, chatId, reason) => {
    await arrange();
    await world.heard();
    const { text, yes } = await asked(`set-extra_${chatId}`);
    expect(yes).toBe('');
    expect(text).toMatch(reason);
    expect(await openChats()).toEqual([]);
    // A forged yes is checked like the choice.
    const now = nowMs().toString(36);
    expect((await tap(`own_open-place_${OPEN}_${chatId}_${now}`)).text).not.toMatch(/Added/);
    expect(await openChats()).toEqual([]);
  });
});
