import { useTestDatabase } from '../../tests/support/test-database';
import { addChannel, CHANNEL_ID } from '../../tests/support/order';
import { fakeRequest } from '../../tests/support/fake-request';
import { silentLogger } from '../../shared/logger';
import { telegramWebhookHandler } from './handler';

const test = useTestDatabase();
beforeAll(async () => {
  await addChannel(test.database);
});

/** A handler that records its calls to the Bot API, by method. */
function setUp(isFlooding = false) {
  const calls: [string, ...unknown[]][] = [];
  const counted: string[] = [];
  const record =
    (method: string) =>
    (...call: unknown[]) => {
      calls.push([method, ...call]);
      return Promise.resolve(true as never);
    };
  const wakeUp = jest.fn(async () => undefined);
  const handler = telegramWebhookHandler({
    database: test.database,
    log: silentLogger,
    botUsername: 'TestBot',
    botId: 8,
    asking: {
      getChatMember: () => Promise.reject(new Error('nobody asks Telegram here')),
      getChat: () => Promise.reject(new Error('nobody asks Telegram here')),
    },
    owners: { isEveryone: false, named: [] },
    starsFor: { isEveryone: false, named: [] },
    wakeUp,
    isFlooding: () => isFlooding,
    count: (name) => void counted.push(name),
    api: {
      answerCallbackQuery: record('answerCallbackQuery'),
      editMessageReplyMarkup: record('editMessageReplyMarkup'),
      editMessageText: record('editMessageText'),
      deleteMessage: record('deleteMessage'),
    },
  });
  const send = (update: object) => handler(fakeRequest({ body: JSON.stringify(update) }));
  return { calls, counted, wakeUp, send };
}

let nextId = 9_000;
const from = { id: 42, first_name: 'Dana' };
const press = (update_id: number, data: string) => ({
  update_id,
  callback_query: {
    id: 'q',
    from,
    data,
    message: { message_id: 9, chat: { id: CHANNEL_ID, type: 'channel' } },
  },
});
const say = (update_id: number, text: string) => ({
  update_id,
  message: { message_id: 5, from, chat: { id: 42, type: 'private' }, text },
});
const countOf = async (table: string) => {
  const [row] = await test.database.query(
    (sql) => sql<{ n: number }[]>`select count(*)::int as n from ${sql(table)}`,
  );
  return row?.n;
};

it('answers a donate button in a channel with a link to the bot', async () => {
  const { calls, wakeUp, send } = setUp();
  expect(await send(press(1, `donate_start_${CHANNEL_ID}`))).toMatchObject({ status: 200 });
  expect(calls).toEqual([
    ['answerCallbackQuery', 'q', { url: `https://t.me/TestBot?start=donate_${CHANNEL_ID}` }],
  ]);
  expect(wakeUp).not.toHaveBeenCalled();
});

it('promises a reply once, however often its update is delivered', async () => {
  const { wakeUp, send } = setUp();
  for (let times = 0; times < 3; times += 1) await send(say(2, '/help'));
  expect(await countOf('outbox')).toBe(1);
  expect(wakeUp).toHaveBeenCalled();
});

it('asks a user who floods the bot to wait without writing a row', async () => {
  const { calls, send } = setUp(true);
  const before = await countOf('inbox');
  expect(await send(press(3, 'donate_digit_1'))).toMatchObject({ status: 200 });
  expect(await send(say(4, '/start'))).toMatchObject({ status: 200 });
  expect(calls).toEqual([
    ['answerCallbackQuery', 'q', { text: 'That was fast. Wait a moment, then tap again.' }],
  ]);
  expect(await countOf('inbox')).toBe(before);
});

it('draws a page in place without the preview of a link', async () => {
  const { calls, send } = setUp();
  const press = {
    id: 'q',
    from,
    data: 'mine_menu_1',
    message: { message_id: 9, chat: { id: 42, type: 'private' } },
  };
  await send({ update_id: 5, callback_query: press });
  const edits = calls.filter(([method]) => method === 'editMessageText');
  expect(edits).toHaveLength(1);
  expect(edits[0]).toEqual([
    'editMessageText',
    42,
    9,
    expect.any(String),
    expect.objectContaining({ link_preview_options: { is_disabled: true } }),
  ]);
});

it('keeps the language that a user chose and shows the page in it', async () => {
  const { calls, send } = setUp();
  const german = { ...from, language_code: 'de-AT' };
  const message = { message_id: 9, chat: { id: 42, type: 'private' } };
  await send({ update_id: 6, callback_query: { id: 'q', from: german, data: 'language_fa', message } });
  const edits = calls.filter(([method]) => method === 'editMessageText');
  const labels = JSON.stringify(edits.map((edit) => edit.at(-1)));
  expect(labels).toContain('✓ فارسی');
  expect(labels).not.toContain('✓ English');
  const rows = await test.database.query(
    (sql) => sql`select language, language_code as code from chats where chat_id = 42`,
  );
  expect(rows).toEqual([{ language: 'fa', code: 'de-AT' }]);
});

it.each([
  ['de', undefined, 'Bestätigen'],
  ['en', 'de', 'Bestätigen'],
  ['de', 'en', 'Confirm'],
])('redraws a keypad in an app in %s for a user who chose %s with %s', async (app, chosen, word) => {
  const { calls, send } = setUp();
  const user = { ...from, id: nextId++, language_code: app };
  const message = { message_id: 9, chat: { id: user.id, type: 'private' } };
  const pressed = (data: string) =>
    send({ update_id: nextId++, callback_query: { id: 'q', from: user, data, message } });
  if (chosen !== undefined) await pressed(`language_${chosen}`);
  await test.database.query(
    (sql) => sql`
      insert into keypads (keypad_id, user_id, chat_id, message_id, open_channel_id)
      values (gen_random_uuid(), ${user.id}, ${user.id}, 9, ${CHANNEL_ID})`,
  );
  await pressed('donate_digit_5');
  const redrawn = calls.filter(([method]) => method === 'editMessageReplyMarkup');
  expect(JSON.stringify(redrawn)).toContain(word);
});

it('takes one statement and two calls for a tap on a keypad', async () => {
  const { calls, wakeUp, send } = setUp();
  const user = { ...from, id: nextId++ };
  await test.database.query(
    (sql) => sql`
      insert into keypads (keypad_id, user_id, chat_id, message_id, open_channel_id)
      values (gen_random_uuid(), ${user.id}, ${user.id}, 9, ${CHANNEL_ID})`,
  );
  const message = { message_id: 9, chat: { id: user.id, type: 'private' } };
  const callback_query = { id: 'q', from: user, data: 'donate_digit_5', message };
  const query = jest.spyOn(test.database, 'query');
  await send({ update_id: nextId++, callback_query });
  expect(query).toHaveBeenCalledTimes(1);
  query.mockRestore();
  expect(calls.map(([method]) => method).sort()).toEqual(['answerCallbackQuery', 'editMessageReplyMarkup']);
  expect(wakeUp).not.toHaveBeenCalled();
});

describe('an update with a value that does not fit its column', () => {
  const channel = { id: CHANNEL_ID, type: 'channel', title: 'Alpha' };
  const ADMINISTRATOR = { status: 'administrator', can_invite_users: true };
  const promoted = (update_id: number, overrides: object) => ({
    update_id,
    my_chat_member: {
      date: 1_790_000_000,
      chat: channel,
      from,
      new_chat_member: ADMINISTRATOR,
      ...overrides,
    },
  });
  let nextId = 0;
  const rowOf = async (id: number) => {
    const rows = await test.database.query(
      (sql) =>
        sql`select outcome, payload from inbox where source = 'telegram' and delivery_id = ${String(id)}`,
    );
    return [...rows];
  };

  /** What is kept of the bot's place in a channel. */
  async function saved(chatId: number) {
    const [row] = await test.database.query(
      (sql) => sql`select title, status, rights from bot_chats where chat_id = ${chatId}`,
    );
    return row && { ...row };
  }

  const WHOLE = { title: 'Alpha', status: 'administrator', rights: { can_invite_users: true } };

  it.each<[what: string, overrides: object, other: object]>([
    ['an instant beyond the year 9999', { date: 1_790_000_000_000_000 }, {}],
    ['an instant below zero', { date: -1e15 }, {}],
    ['an instant with an exponent', { date: 1e300 }, {}],
    ['a title with a NUL', { chat: { title: 'A\0' } }, { title: 'A\uFFFD' }],
    ['a title that is a list', { chat: { title: ['A'] } }, { title: '' }],
    ['a username with a lone surrogate', { from: { ...from, username: 'a\uD800' } }, {}],
    ['a username longer than an index row', { from: { ...from, username: 'x'.repeat(9000) } }, {}],
    ['a right with a NUL in its name', { new_chat_member: { ...ADMINISTRATOR, 'can_\0': true } }, {}],
  ])('is handled without it if the field is optional: %s', async (_, overrides, other) => {
    const { send } = setUp();
    nextId += 1;
    const id = 100 + nextId;
    const chatId = CHANNEL_ID - nextId;
    const chat = { ...channel, id: chatId, ...('chat' in overrides && (overrides.chat as object)) };
    const update = promoted(id, { ...overrides, chat });
    expect(await send(update)).toMatchObject({ status: 200 });
    expect(await rowOf(id)).toEqual([]);
    expect(await saved(chatId)).toEqual({ ...WHOLE, ...other });
  });

  it.each<[string, object]>([
    ['a user id below zero', { from: { ...from, id: -42 } }],
    ['a user id beyond 52 bits', { from: { ...from, id: 2 ** 52 + 1 } }],
    ['a channel with the id of a group', { chat: { ...channel, id: -4555 } }],
    ['a status that is a number', { new_chat_member: { status: 7 } }],
    ['a list for an object', { chat: [channel] }],
  ])('is kept once and answered 200 if the field must be there: %s', async (_, overrides) => {
    const { send } = setUp();
    const id = 200 + (nextId += 1);
    const update = promoted(id, overrides);
    for (let times = 0; times < 2; times += 1) expect(await send(update)).toMatchObject({ status: 200 });
    expect(await rowOf(id)).toEqual([{ outcome: 'unreadable', payload: update }]);
  });
});

describe('a pre_checkout_query', () => {
  const query = (content: object) => ({ update_id: nextId++, pre_checkout_query: content });
  const readable = { id: 'p', from, currency: 'XTR', total_amount: 5, invoice_payload: 's1_unknown' };

  it.each([
    ['it is readable', readable, 'unknown'],
    ['it is unreadable', { id: 'p' }, 'unreadable'],
  ])('is answered in the body, and stored nowhere, if %s', async (_, content, answer) => {
    const { calls, counted, wakeUp, send } = setUp();
    const before = await countOf('inbox');
    const body = { method: 'answerPreCheckoutQuery', pre_checkout_query_id: 'p', ok: false };
    expect(await send(query(content))).toMatchObject({ status: 200, body });
    expect({ calls, counted, inbox: await countOf('inbox') }).toEqual({
      calls: [],
      counted: [`pre_checkout.${answer}`],
      inbox: before,
    });
    expect(wakeUp).not.toHaveBeenCalled();
  });

  it('is refused if its user floods the bot', async () => {
    const { counted, send } = setUp(true);
    expect(await send(query(readable))).toMatchObject({ status: 200, body: { ok: false } });
    expect(counted).toEqual(['pre_checkout.too_fast']);
  });

  it('is kept like any unreadable update if it has no id', async () => {
    const { send } = setUp();
    const before = await countOf('inbox');
    expect(await send(query({ ...readable, id: 7 }))).toEqual({ status: 200, body: { ok: true } });
    expect(await countOf('inbox')).toBe(Number(before) + 1);
  });
});
