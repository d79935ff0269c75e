import { BOT, CLOSED, OPEN, OWNER, useAccessWorld } from '../../../tests/worlds/access';
import { personWith } from '../../../tests/worlds/owner';
import { notePublicName } from '../../database/places/public-names';
import { saveChannels } from '../../database/owner/channels';
import { parseChannelFile } from '../operations/channel-file';
import { checkPublicNames } from './check-public-names';
import type { Message } from '../../domain/messages/messages';
import { viewOf } from '../../telegram/views';
import { DAY_MS } from '../../domain/common/time';

const world = useAccessWorld();
const name = 'open_to_all';

/** The names that owners were told about, as the messages word them. */
const told = async () => {
  const rows = await world.test.database.query(
    (sql) => sql<{ to: number; message: Message }[]>`
      select (payload ->> 'chatId')::bigint as "to", payload -> 'message' as message from outbox
      where payload #>> '{message,type}' = 'chat_became_public' order by outbox_id`,
  );
  return rows.map(({ to, message }) => ({
    to,
    name: /Anyone can join through @(\w+)/.exec(viewOf(message).text.text)?.[1],
  }));
};
const publicName = async () => {
  const [row] = await world.test.database.query(
    (sql) =>
      sql<
        { name: string | null }[]
      >`select public_name as name from channels where open_channel_id = ${OPEN}`,
  );
  return row?.name;
};
const check = () => checkPublicNames({ database: world.test.database, api: world.deps.api as never });
const chatAsked = () => world.telegram.calls.filter(({ method }) => method === 'getChat').length;
const setName = (username: string | undefined) =>
  world.telegram.as(OWNER).admin.setUsername(CLOSED, username);

/** Starts each test with a private channel that nobody was told about. */
beforeEach(async () => {
  setName(undefined);
  await world.test.database.query(
    (sql) => sql`update channels set public_name = null, name_checked_at = null`,
  );
  await world.test.database.query((sql) => sql`delete from outbox`);
});

const chat = (username?: string) => ({
  id: CLOSED as number,
  type: 'channel',
  title: 'Signals VIP',
  ...(username !== undefined && { username }),
});
const from = { id: OWNER };
let date = 1_900_000_000;

/** Every kind of update that comes from a private channel. */
const UPDATES: Readonly<Record<string, (username?: string) => object>> = {
  my_chat_member: (username) => ({
    my_chat_member: {
      date: (date += 1),
      chat: chat(username),
      from,
      new_chat_member: { status: 'administrator' },
    },
  }),
  chat_member: (username) => ({
    chat_member: {
      chat: chat(username),
      from,
      old_chat_member: { status: 'left' },
      new_chat_member: { status: 'member', user: { id: 77 } },
    },
  }),
  chat_join_request: (username) => ({ chat_join_request: { chat: chat(username), from: { id: 78 } } }),
};

it.each(Object.entries(UPDATES))('notices the name in an update %s', async (_, update) => {
  const person = personWith(world.test, OWNER);
  const { reaction } = await person.send(update(name));
  expect(reaction.isPromised).toBe(true);
  await person.send(update(name));
  expect(await told()).toEqual([{ to: OWNER, name }]);
  expect(await publicName()).toBe(name);
});

it.each(Object.entries(UPDATES))('tells nobody about an update %s without a name', async (_, update) => {
  await personWith(world.test, OWNER).send(update());
  expect(await told()).toEqual([]);
});

it('tells nobody about the name of a channel that is not sold', async () => {
  await notePublicName(world.test.database, { chatId: -1005555555555, username: name });
  await notePublicName(world.test.database, { chatId: OPEN, username: name });
  expect(await told()).toEqual([]);
});

it('asks Telegram once a day', async () => {
  const before = chatAsked();
  await check();
  await check();
  expect(chatAsked()).toBe(before + 1);
  setName(name);
  await world.advance(DAY_MS + 1);
  await check();
  expect(chatAsked()).toBe(before + 2);
  expect(await told()).toEqual([{ to: OWNER, name }]);
});

it('tells the owner once until the channel was private again', async () => {
  const names = [name, name, 'another_name', undefined, name];
  for (const each of names) {
    setName(each);
    await check();
    await world.advance(DAY_MS + 1);
  }
  expect((await told()).map((one) => one.name)).toEqual([name, name]);
});

it('tells the owner once, however many updates arrive together', async () => {
  await Promise.all(
    Array.from({ length: 10 }, () => notePublicName(world.test.database, { chatId: CLOSED, username: name })),
  );
  expect(await told()).toHaveLength(1);
});

it('is shown to its owner and gone when the channel is private again', async () => {
  const owner = personWith(world.test, OWNER);
  const pages = async () => [
    (await owner.press('mine_menu_1')).text,
    (await owner.press(`own_menu_${OPEN}`)).text,
  ];
  await notePublicName(world.test.database, { chatId: CLOSED, username: name });
  for (const page of await pages()) expect(page).toContain(`through @${name}`);
  await check();
  for (const page of await pages()) expect(page).not.toContain(name);
});

it('is forgotten when another private channel is sold', async () => {
  const other = CLOSED - 7;
  await notePublicName(world.test.database, { chatId: CLOSED, username: name });
  const file = { open_channel_id: OPEN, title: 'Signals', owner_user_id: OWNER };
  const importFile = (closed_channel_id: number) =>
    saveChannels(world.test.database, parseChannelFile(JSON.stringify([{ ...file, closed_channel_id }])));
  await importFile(CLOSED);
  expect(await publicName()).toBe(name);
  await importFile(other);
  expect(await publicName()).toBeNull();
  await importFile(CLOSED);
});

it('waits for the next turn while Telegram does not answer', async () => {
  world.telegram.fault({ method: 'getChat', kind: 'error', status: 502 });
  setName(name);
  await check();
  expect(await told()).toEqual([]);
  await check();
  expect(await told()).toEqual([{ to: OWNER, name }]);
});

it('puts a channel off for a day if the bot is not there', async () => {
  world.telegram.fault({
    method: 'getChat',
    kind: 'error',
    status: 400,
    description: 'Bad Request: chat not found',
  });
  const before = chatAsked();
  await check();
  await check();
  expect(chatAsked()).toBe(before + 1);
});

it('ignores the name in an update that is older than what is known', async () => {
  const owner = personWith(world.test, OWNER);
  date += 1000;
  const report = (at: number, username?: string) =>
    owner.send({
      my_chat_member: {
        date: at,
        chat: chat(username),
        from,
        new_chat_member: { status: 'administrator', can_invite_users: true, can_restrict_members: true },
      },
    });
  await report(date);
  await report(date - 100, name);
  expect(await told()).toEqual([]);
  expect(await publicName()).toBeNull();
  await report(date + 1, name);
  await report(date - 99);
  expect(await publicName()).toBe(name);
});

it('checks the other channels while Telegram fails about one', async () => {
  const other = CLOSED - 9;
  world.telegram.addChannel({ id: other, title: 'Other', creatorId: OWNER });
  world.telegram.setMember(other, BOT, 'administrator');
  world.telegram.as(OWNER).admin.setUsername(other, 'also_open');
  await world.test.database.query(
    (sql) => sql`
      insert into channels (open_channel_id, closed_channel_id, title, owner_user_id)
      values (${OPEN + 1}, ${other}, 'Other', ${OWNER})`,
  );
  world.telegram.fault({ method: 'getChat', kind: 'error', status: 502 });
  await check();
  expect(await told()).toEqual([{ to: OWNER, name: 'also_open' }]);
  await world.test.database.query((sql) => sql`delete from channels where open_channel_id = ${OPEN + 1}`);
});
