import { useTestDatabase } from '../../../tests/support/test-database';
import { listChannels } from '../../database/owner/channels';
import { listOpenPlaces } from '../../database/places/known-chats';
import type { AskedChat, AskedChats } from '../../domain/places/file-places';
import { ChannelFileError, formatChannelFile, parseChannelFile } from './channel-file';
import { importChannels } from './import-channels';
import { importPlaces, preparePlaces } from './import-places';

const test = useTestDatabase();

const [ALPHA, MAIN, TALK, NEWS] = [-1001000000001, -1001000000002, -1001000000003, -1001000000004];
const [BETA, BETA_MAIN, BETA_TALK] = [-1001000000011, -1001000000012, -1001000000013];
const [OLGA, PETRA] = [7001, 7002];
const talk = { chat_id: TALK, kind: 'supergroup' };
const news = { chat_id: NEWS, kind: 'channel', role: 'extra', title: 'News' };
const alpha = (change: object = {}) => ({
  open_channel_id: ALPHA,
  closed_channel_id: MAIN,
  title: 'Alpha',
  owner_user_id: OLGA,
  ...change,
});
const beta = (change: object = {}) => ({
  open_channel_id: BETA,
  closed_channel_id: BETA_MAIN,
  title: 'Beta',
  owner_user_id: PETRA,
  ...change,
});

const extra = (count: number, first = -1002000000001) =>
  Array.from({ length: count }, (_, index) => ({ chat_id: first - index, kind: 'channel' }));

const answer = (is: 'channel' | 'supergroup', change: object = {}): AskedChat => ({
  is,
  title: 'Talk',
  username: null,
  linkedChatId: null,
  ...change,
});

interface Options {
  readonly isClosing?: boolean;
  readonly asked?: AskedChats;
}
const prepare = (channels: readonly object[], { isClosing = false, asked = new Map() }: Options = {}) =>
  preparePlaces(test.database, parseChannelFile(JSON.stringify(channels)), {
    isClosing,
    ask: async (chats) => new Map([...asked].filter(([chatId]) => chats.includes(chatId))),
  });
async function importFile(channels: readonly object[], options: Options = {}) {
  const plan = await prepare(channels, options);
  await importChannels(test.database, parseChannelFile(JSON.stringify(channels)));
  await importPlaces(test.database, plan);
  return plan;
}
const rows = (text: string) => test.database.query((sql) => sql.unsafe(text));
/** Everything that an import may write about places, and what it promises. */
const fingerprint = async () =>
  JSON.stringify([
    await rows(
      'select open_channel_id, chat_id, kind, role, position, title, closed_at from places order by 1, 2',
    ),
    await rows(`select kind, payload from outbox where kind <> 'refresh_posts' order by outbox_id`),
  ]);
const placesOf = async (openChannelId: number) =>
  (await listOpenPlaces(test.database, [openChannelId as never])).map(({ chatId, kind, role, title }) => ({
    chatId: Number(chatId),
    kind,
    role,
    title,
  }));

beforeEach(async () => {
  for (const table of ['outbox', 'audit_log', 'subscriptions', 'channels'])
    await rows(`delete from ${table}`);
});

it.each<[string, object, string]>([
  ['a basic group as the main place', { closed_channel_id: -123 }, '[0].closed_channel_id'],
  ['a basic group', { places: [{ chat_id: -123 }] }, '[0].places[0].chat_id'],
  ['the largest id of a basic group', { places: [{ chat_id: -999_999_999_999 }] }, '[0].places[0].chat_id'],
])('refuses %s with words that say how to make it a supergroup', (_, change, where) => {
  const read = () => parseChannelFile(JSON.stringify([alpha(change)]));
  expect(read).toThrow(/Edit → Chat History For New Members → Visible/);
  expect(read).toThrow(where);
});

it.each<[string, object, RegExp]>([
  ['a person', { places: [{ chat_id: 7001 }] }, /must be a channel id/],
  ['more than 20 places with the main one', { places: extra(20) }, /\[0\]\.places/],
  ['the same chat twice', { places: [talk, news, talk] }, /is listed twice[^]*\[0\]\.places\[2\]/],
  ['the main place', { places: [{ ...talk, chat_id: MAIN }] }, /main place already[^]*\[0\]\.places\[0\]/],
  ['its own public channel', { places: [{ ...talk, chat_id: ALPHA }] }, /everyone reads along/],
  ['places without a main one', { closed_channel_id: null, places: [talk] }, /needs a closed_channel_id/],
  ['an unknown kind', { places: [{ ...talk, kind: 'group' }] }, /kind/],
  ['an unknown role', { places: [{ ...talk, role: 'main' }] }, /role/],
  ['an unknown field', { places: [{ ...talk, chatid: 1 }] }, /chatid/],
  ['a channel as a discussion group', { places: [{ ...news, role: 'discussion' }] }, /is a supergroup/],
  [
    'a discussion group of a supergroup',
    { closed_channel_kind: 'supergroup', places: [{ ...talk, role: 'discussion' }] },
    /has no discussion group/,
  ],
  [
    'two discussion groups',
    { places: [TALK, NEWS].map((chat_id) => ({ chat_id, role: 'discussion' })) },
    /one discussion group/,
  ],
])('refuses %s before it reads anything', (_, change, words) => {
  const read = () => parseChannelFile(JSON.stringify([alpha(change)]));
  expect(read).toThrow(ChannelFileError);
  expect(read).toThrow(words);
});

const asked = (of: AskedChat, main: AskedChat = answer('channel')) =>
  new Map([
    [TALK, of],
    [MAIN, main],
  ]);
const bare = { places: [{ chat_id: TALK }] };
const discussion = { places: [{ chat_id: TALK, role: 'discussion' }] };

it.each<[string, object, AskedChats, RegExp]>([
  ['no kind without a token', bare, new Map(), /give its kind/],
  [
    'a channel that the file calls a supergroup',
    { places: [talk] },
    asked(answer('channel')),
    /is a channel, not a supergroup/,
  ],
  [
    'a supergroup that the file calls a channel',
    { places: [{ ...talk, kind: 'channel' }] },
    asked(answer('supergroup')),
    /is a supergroup, not a channel/,
  ],
  [
    'a chat that Telegram does not show',
    bare,
    asked({ is: 'unknown' }),
    /make the bot an administrator there/,
  ],
  ['a chat while Telegram is silent', { places: [talk] }, asked({ is: 'silent' }), /again in a minute/],
  ['a public group', bare, asked(answer('supergroup', { username: 'talk' })), /as @talk without paying/],
  [
    'a group that was upgraded',
    bare,
    asked({ is: 'moved', to: NEWS }),
    /became the supergroup -1001000000004/,
  ],
  ['a discussion group of nothing', discussion, asked(answer('supergroup')), /has no discussion group/],
  [
    'the discussion group of another channel',
    discussion,
    asked(answer('supergroup'), answer('channel', { linkedChatId: NEWS })),
    /the main place is -1001000000004/,
  ],
  [
    'a discussion group whose main place is a supergroup',
    discussion,
    asked(answer('supergroup'), answer('supergroup')),
    /is a supergroup, which has no discussion group/,
  ],
])('names the position of %s and writes nothing', async (_, change, answers, words) => {
  const before = await fingerprint();
  const imported = importFile([beta({ places: [] }), alpha(change)], { asked: answers });
  await expect(imported).rejects.toThrow(ChannelFileError);
  await expect(imported).rejects.toThrow(
    /^\[1\]\.places\[0\]: -1001000000003: [^]*\nNothing was imported\.$/,
  );
  await expect(imported).rejects.toThrow(words);
  expect([await fingerprint(), await listChannels(test.database)]).toEqual([before, []]);
});

it.each<[string, object[], object[], RegExp]>([
  [
    'a place of another owner',
    [beta({ places: [talk] })],
    [alpha({ places: [talk] })],
    /place of -1001000000011, which has another/,
  ],
  [
    'the main place of another owner',
    [beta()],
    [alpha({ places: [{ ...talk, chat_id: BETA_MAIN }] })],
    /place of -1001000000011, which has another/,
  ],
  [
    'the public channel of another offer',
    [beta()],
    [alpha({ places: [{ ...talk, chat_id: BETA }] })],
    /public channel of -1001000000011/,
  ],
  [
    'a place of another owner in the same file',
    [],
    [beta({ places: [talk] }), alpha({ places: [talk] })],
    /has another owner/,
  ],
  [
    'a public channel in the same file',
    [],
    [alpha({ places: [{ ...talk, chat_id: BETA }] }), beta()],
    /public channel of/,
  ],
  [
    'a main place that another owner opens',
    [beta({ places: [talk] })],
    [alpha({ closed_channel_id: TALK })],
    /^\[0\]\.closed_channel_id: -1001000000003: it is a place of -1001000000011/,
  ],
])('refuses %s and writes nothing', async (_, before, file, words) => {
  if (before.length > 0) await importFile(before);
  const was = await fingerprint();
  await expect(importFile(file)).rejects.toThrow(words);
  expect(await fingerprint()).toBe(was);
});

it('counts the places that stay among the 20 of an offer', async () => {
  await importFile([alpha({ places: extra(19) })]);
  const others = [alpha({ places: extra(19, -1003000000001) })];
  await expect(importFile(others)).rejects.toThrow('[0].places: 39 places would be open');
  expect(await placesOf(ALPHA)).toHaveLength(20);
  await importFile(others, { isClosing: true });
  expect(await placesOf(ALPHA)).toHaveLength(20);
});

it('names the place that a new public channel is', async () => {
  await importFile([beta({ places: [talk] })]);
  const taken = importFile([alpha({ open_channel_id: TALK })]);
  await expect(taken).rejects.toThrow(`can't have the chat ${TALK}, because ${BETA}`);
});

it('opens what is new, keeps what is missing, and closes it if that is said', async () => {
  await importFile([alpha()]);
  await rows(`insert into subscriptions (open_channel_id, user_id, paid_until)
    select ${ALPHA}, n, app_now() + interval '1 day' from generate_series(1, 3) n`);
  const file = [alpha({ places: [talk, news] })];
  const opened = await importFile(file);
  expect(opened.opening.map(({ chatId, people }) => [chatId, people])).toEqual([
    [TALK, 3],
    [NEWS, 3],
  ]);
  const main = { chatId: MAIN, kind: 'channel', role: 'main', title: 'Alpha' };
  const both = [
    main,
    { chatId: TALK, kind: 'supergroup', role: 'extra', title: 'Alpha' },
    { chatId: NEWS, kind: 'channel', role: 'extra', title: 'News' },
  ];
  expect(await placesOf(ALPHA)).toEqual(both);

  const once = await fingerprint();
  for (const again of [file, [alpha()], JSON.parse(await exported()) as object[]]) {
    expect(await importFile(again, { isClosing: true })).toMatchObject({
      opening: [],
      closing: [],
      staying: [],
    });
    expect(await fingerprint()).toBe(once);
  }

  const fewer = [alpha({ places: [news] })];
  expect((await importFile(fewer)).staying.map(({ chatId }) => chatId)).toEqual([TALK]);
  expect(await placesOf(ALPHA)).toHaveLength(3);
  await rows(
    `insert into place_access (chat_id, user_id, status, origin) values (${TALK}, 1, 'member', 'admitted')`,
  );
  const closed = await importFile(fewer, { isClosing: true });
  expect(closed.closing.map(({ chatId, people }) => [chatId, people])).toEqual([[TALK, 1]]);
  expect(await placesOf(ALPHA)).toEqual([main, both[2]]);
  expect((await importFile(file)).opening.map(({ chatId }) => chatId)).toEqual([TALK]);
  expect(await placesOf(ALPHA)).toEqual(both);
});

const exported = async () =>
  formatChannelFile(await listChannels(test.database), await listOpenPlaces(test.database));

it('learns from Telegram what a chat is, and writes it into the export', async () => {
  const answers = new Map([
    [MAIN, answer('channel', { linkedChatId: TALK })],
    [TALK, answer('supergroup')],
    [BETA_MAIN, answer('supergroup')],
    [BETA_TALK, answer('channel')],
  ]);
  await importFile([alpha(discussion), beta({ places: [{ chat_id: BETA_TALK }] })], { asked: answers });
  expect(JSON.parse(await exported())).toMatchObject([
    { title: 'Alpha', places: [{ chat_id: TALK, kind: 'supergroup', role: 'discussion' }] },
    { title: 'Beta', closed_channel_kind: 'supergroup', places: [{ chat_id: BETA_TALK, kind: 'channel' }] },
  ]);
});

it('changes role, title and order without touching anybody', async () => {
  await importFile([alpha({ places: [talk, news] })]);
  await rows('delete from outbox');
  await importFile([
    alpha({
      places: [
        { ...news, title: 'Daily' },
        { ...talk, role: 'discussion' },
      ],
    }),
  ]);
  expect((await placesOf(ALPHA)).slice(1)).toEqual([
    { chatId: NEWS, kind: 'channel', role: 'extra', title: 'Daily' },
    { chatId: TALK, kind: 'supergroup', role: 'discussion', title: 'Alpha' },
  ]);
  expect(await rows(`select from outbox where kind = 'apply_place'`)).toHaveLength(0);
});

it('moves a chat to an offer of another owner in one file if it closes it in the first one', async () => {
  await importFile([alpha({ places: [talk] }), beta()]);
  const file = [alpha({ places: [] }), beta({ places: [talk] })];
  await expect(importFile(file)).rejects.toThrow(/has another owner/);
  await importFile(file, { isClosing: true });
  expect([(await placesOf(ALPHA)).length, (await placesOf(BETA)).length]).toEqual([1, 2]);
});

it('keeps a shared chat in both offers when the file gives one to another owner, and tells both', async () => {
  const both = [alpha({ places: [talk] }), beta({ owner_user_id: OLGA, places: [talk] })];
  await importFile(both);
  await rows('delete from outbox');
  const moved = await importFile([beta({ places: [talk] })]);
  expect(moved.shared).toMatchObject([{ openChannelId: BETA, chatId: TALK, otherId: ALPHA }]);
  expect([(await placesOf(ALPHA)).length, (await placesOf(BETA)).length]).toEqual([2, 2]);
  const told = await rows(`select payload ->> 'chatId' as id from outbox
    where payload #>> '{message,type}' = 'places_shared' order by 1`);
  expect(told.map(({ id }) => String(id))).toEqual([String(OLGA), String(PETRA)]);
  expect(await rows(`select from outbox where kind in ('apply_place', 'remove_member')`)).toHaveLength(0);
});
