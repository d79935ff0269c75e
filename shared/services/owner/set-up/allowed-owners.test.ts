import fc from 'fast-check';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { settingUp, setUpPath } from '../../../../tests/worlds/set-up';
import type { AllowedOwners } from '../../../domain/owner/allowed-owners';
import type { OpenChannelId } from '../../../domain/common/ids';
import { saveChannels } from '../../../database/owner/channels';
import { saveNewChannel } from '../../../database/owner/new-channels';
import { EMPTY_DRAFT } from '../../../domain/owner/set-up';
import { formatChannelFile, parseChannelFile } from '../../operations/channel-file';
import { listChannels } from '../../../database/owner/channels';

const test = useTestDatabase();
const world = settingUp(test);

const EVERYONE: AllowedOwners = { isEveryone: true, named: [] };
const NOBODY: AllowedOwners = { isEveryone: false, named: [] };
const only = (...named: number[]): AllowedOwners => ({ isEveryone: false, named });

let count = 0;
const newIds = () => {
  count += 1;
  return { userId: 40_000 + count, inside: -1005000000000 - count };
};
const set = (step: string, choice: string | number) => `setup_${step}_${choice}`;
const exists = async (openChannelId: number) => {
  const rows = await test.database.query(
    (sql) => sql`select from channels where open_channel_id = ${openChannelId}`,
  );
  return rows.length > 0;
};
/** The last message that was promised to a user. */
const lastMessageTo = async (userId: number) => {
  const [row] = await test.database.query(
    (sql) => sql<{ message: { type: string } }[]>`
      select payload -> 'message' as message from outbox
      where kind = 'send_message' and payload ->> 'chatId' = ${String(userId)} order by outbox_id desc limit 1`,
  );
  return row?.message;
};
const closedFor = (userId: number) => ({ type: 'set_up_closed', userId, claims: [] });

describe('a user that the operator does not name', () => {
  it.each([
    ['nobody may set up channels', NOBODY],
    ['others may', only(1, 2)],
  ])('is told so, with the id that the operator needs, if %s', async (_, owners) => {
    const { userId, inside } = newIds();
    await world.promote(userId, inside);
    const person = world.person(userId, { owners });
    for (const text of ['/setup', '/start setup']) {
      await person.say(text);
      expect(await lastMessageTo(userId)).toEqual(closedFor(userId));
    }
    for (const data of setUpPath(inside).concat(set('review', 'start')))
      expect((await person.press(data)).text).toBe(
        `Only people chosen by the operator of this bot can set up channels and groups here.\nTo be added, send the operator your Telegram ID: ${userId}`,
      );
    expect(await world.stepOf(userId)).toBeUndefined();
  });

  it('gets no invitation to set up a channel', async () => {
    const { userId, inside } = newIds();
    await world.promote(userId, inside);
    const before = world.sent.length;
    expect(await world.greet(inside, userId, {}, NOBODY)).toEqual({ type: 'done' });
    expect(world.sent).toHaveLength(before);
    const person = world.person(userId, { owners: NOBODY });
    await person.say('/channels');
    expect(await lastMessageTo(userId)).toMatchObject({ type: 'my_channels', maySetUp: false });
    expect((await person.press('mine_menu_1')).buttons).not.toContain('setup_open');
    await person.say('/help');
    expect(await lastMessageTo(userId)).toEqual({ type: 'help', maySetUp: false });
    // They were allowed when the bot was added, so that the bot waits for them.
    await test.database.query(
      (sql) => sql`update bot_chats set awaited_user_id = ${userId} where chat_id = ${inside}`,
    );
    await person.say('/start');
    expect(await lastMessageTo(userId)).not.toMatchObject({ type: 'set_up_offered' });
  });

  it('leaves the channel to an administrator who may set it up', async () => {
    const { userId, inside } = newIds();
    const allowed = userId + 500;
    await world.promote(userId, inside, { also: [allowed] });
    await world.greet(inside, userId, {}, only(allowed));
    const page = await world.person(allowed, { owners: only(allowed) }).press('setup_open');
    expect(page.buttons).toContain(set('private', inside));
  });

  it('cannot finish what they began when they were allowed to', async () => {
    const { userId, inside } = newIds();
    await world.promote(userId, inside);
    await world.walk(userId, ...setUpPath(inside));
    const removed = world.person(userId, { owners: NOBODY });
    await removed.say('Another title');
    expect(await lastMessageTo(userId)).toEqual({ type: 'not_understood' });
    expect((await removed.press(set('review', 'start'))).message).toEqual(closedFor(userId));
    expect(await exists(inside)).toBe(false);
  });

  it.each(['setup_later', 'setup_cancel'])('is not told how to begin again by %s', async (data) => {
    const { userId, inside } = newIds();
    await world.promote(userId, inside);
    await world.walk(userId, ...setUpPath(inside));
    const removed = world.person(userId, { owners: NOBODY });
    expect((await removed.press(data)).message).toEqual(closedFor(userId));
    if (data === 'setup_cancel') expect(await world.stepOf(userId)).toBeUndefined();
  });

  it('is refused by the statement that saves a channel', async () => {
    const { userId, inside } = newIds();
    await world.promote(userId, inside);
    await world.walk(userId, ...setUpPath(inside));
    const [{ version } = { version: -1 }] = await test.database.query(
      (sql) => sql<{ version: number }[]>`select version from set_ups where user_id = ${userId}`,
    );
    const channel = {
      ...EMPTY_DRAFT,
      title: 'Alpha',
      openChannelId: inside as OpenChannelId,
      closedChannelId: inside as never,
      publicChannelId: null,
      ownerUserId: userId,
      version,
    };
    const save = (owners: AllowedOwners, deliveryId: string) =>
      saveNewChannel(
        test.database,
        { source: 'telegram', deliveryId, correlationId: 'test' },
        { channel, owners, promised: [] },
      );
    expect(await save(only(userId + 1), `${userId}:1`)).toBe('stale');
    expect(await exists(inside)).toBe(false);
    expect(await save(only(userId), `${userId}:2`)).toBe('saved');
  });

  it('keeps and runs the channels that they have', async () => {
    const { userId, inside } = newIds();
    await world.promote(userId, inside);
    await world.walk(userId, ...setUpPath(inside), set('review', 'start'));
    const removed = world.person(userId, { owners: NOBODY });
    expect((await removed.press(`own_menu_${inside}`)).message).toMatchObject({ role: 'owner' });
    await removed.press(`own_edit_${inside}_title`);
    await removed.say('Renamed');
    expect((await removed.press(`own_menu_${inside}`)).text).toContain('Renamed');
  });
});

/** The titles that `/start` lists, and the number of pages, for this operator. */
async function listed(owners: AllowedOwners): Promise<string[]> {
  const reader = world.person(1, { owners });
  const titles: string[] = [];
  for (let page = 1; ; page += 1) {
    const { message } = await reader.press(`channels_page_${page}`);
    if (message?.type !== 'channel_list') return titles;
    titles.push(...message.channels.map(({ title }) => title));
    if (page >= message.pages) return titles;
  }
}

const OWNER = 55_555;
const owners = fc.constantFrom<AllowedOwners>(NOBODY, EVERYONE, only(OWNER), only(OWNER + 1), {
  isEveryone: true,
  named: [OWNER],
});
/** What the operator's file says: nothing, the channel without a word about the list, or that. */
const inFile = fc.constantFrom<'absent' | 'silent' | boolean>('absent', 'silent', true, false);

let id = -1009000000000;
it('lists what the operator and the owner agree on, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      owners,
      inFile,
      fc.boolean(),
      fc.boolean(),
      async (allowed, file, wants, isSetUpHere) => {
        id -= 1;
        const title = `Listed ${id}`;
        fc.pre(isSetUpHere || file !== 'absent');
        const entry = { open_channel_id: id, closed_channel_id: null, title, owner_user_id: OWNER };
        if (isSetUpHere)
          await test.database.query(
            (sql) => sql`
            insert into channels (open_channel_id, title, owner_user_id) values (${id}, ${title}, ${OWNER})`,
          );
        if (file !== 'absent')
          await saveChannels(
            test.database,
            parseChannelFile(JSON.stringify([file === 'silent' ? entry : { ...entry, listed: file }])),
          );
        // An owner of the operator's file need not press anything.
        if (isSetUpHere && wants) await world.person(OWNER).press(`own_listed_${id}_on`);
        const isAllowed = file === 'absent' ? allowed.named.includes(OWNER) : file !== false;
        expect((await listed(allowed)).includes(title)).toBe(isAllowed && (!isSetUpHere || wants));
        // A link to it works anyway.
        const shown = await world.person(2, { owners: allowed }).press(`channel_${id}`);
        expect(shown.message).toMatchObject({ type: 'channel_page', title });
        // Keeps the list short.
        await test.database.query(
          (sql) => sql`update channels set paused_at = app_now() where open_channel_id = ${id}`,
        );
      },
    ),
    { numRuns: 60 },
  );
});

it('says whether a channel that its owner put on the list is there', async () => {
  const { userId, inside } = newIds();
  await world.promote(userId, inside);
  await world.walk(userId, ...setUpPath(inside), set('review', 'start'));
  const press = (allowed: AllowedOwners, data: string) =>
    world.person(userId, { owners: allowed }).press(data);
  expect((await press(EVERYONE, `own_listed_${inside}_on`)).text).toMatch(
    /when the operator of this bot allows it/,
  );
  expect((await press(only(userId), `own_listed_${inside}_on`)).text).toMatch(/\/start lists this offer now/);
  expect((await press(NOBODY, `own_settings_${inside}`)).buttons).toContain(`own_listed_${inside}_off`);
  expect((await press(only(userId), `own_listed_${inside}_off`)).text).toMatch(/Links to it still work/);
  expect(await listed(only(userId))).not.toContain(`Channel ${inside}`);
});

it('shows an owner the link to a channel that is not on the list', async () => {
  const { userId, inside } = newIds();
  await world.promote(userId, inside);
  const started = await world.walk(userId, ...setUpPath(inside), set('review', 'start'));
  expect(started.text).toContain(`Offer: https://t.me/TestBot?start=sub_${inside}`);
});

it('keeps who is listed through an export and an import', async () => {
  const { userId, inside } = newIds();
  await world.promote(userId, inside);
  await world.walk(userId, ...setUpPath(inside), set('review', 'start'));
  await world.person(userId).press(`own_listed_${inside}_on`);
  const operators = [NOBODY, EVERYONE, only(userId)];
  const before = await Promise.all(operators.map(listed));
  const exported = await listChannels(test.database);
  await saveChannels(test.database, parseChannelFile(formatChannelFile(exported)));
  expect(await listChannels(test.database)).toEqual(exported);
  expect(await Promise.all(operators.map(listed))).toEqual(before);
});
