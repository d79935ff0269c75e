import type { Api } from 'grammy';
import type { TelegramSimulator } from '../index';
import {
  BOT_ID,
  BOT_TOKEN,
  BUYER,
  CHANNEL,
  OWNER,
  startWorld,
} from '../../../tests/support/telegram-simulator';

let telegram: TelegramSimulator;
let api: Api;
let clock = Date.UTC(2026, 0, 1);

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 1);
  ({ telegram, api } = await startWorld({ now: () => clock }));
});
afterEach(() => telegram.close());

const failing = (method: string, error_code: number, description: string) => ({
  method,
  error_code,
  description,
});

async function call(method: string, payload: object): Promise<unknown> {
  const response = await fetch(`${telegram.url}/bot${BOT_TOKEN}/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(payload),
  });
  return response.json();
}

const buttons = (...row: object[]) => ({
  chat_id: BUYER,
  text: 'x',
  reply_markup: { inline_keyboard: [row] },
});

describe('sending a message', () => {
  it('refuses a user who never started the bot', () =>
    expect(api.sendMessage(BUYER, 'hi')).rejects.toMatchObject(
      failing('sendMessage', 403, "Forbidden: bot can't initiate conversation with a user"),
    ));

  it('refuses a user who blocked the bot until they press START', async () => {
    telegram.as(BUYER).start();
    telegram.as(BUYER).block();
    await expect(api.sendMessage(BUYER, 'hi')).rejects.toMatchObject({
      description: 'Forbidden: bot was blocked by the user',
    });
    telegram.as(BUYER).start();
    await expect(api.sendMessage(BUYER, 'hi')).resolves.toMatchObject({ text: 'hi', chat: { id: BUYER } });
  });

  it('refuses a deleted account', async () => {
    telegram.as(BUYER).start();
    telegram.as(BUYER).deleteAccount();
    await expect(api.sendMessage(BUYER, 'hi')).rejects.toMatchObject({
      error_code: 403,
      description: 'Forbidden: user is deactivated',
    });
  });

  it('refuses a channel in which the bot may not post', async () => {
    telegram.setMember(CHANNEL, BOT_ID, 'administrator', { can_post_messages: false });
    await expect(api.sendMessage(CHANNEL, 'x')).rejects.toMatchObject({
      description: 'Bad Request: need administrator rights in the channel chat',
    });
    telegram.setMember(CHANNEL, BOT_ID, 'left');
    await expect(api.sendMessage(CHANNEL, 'x')).rejects.toMatchObject({
      description: 'Forbidden: bot is not a member of the channel chat',
    });
    telegram.setMember(CHANNEL, BOT_ID, 'kicked');
    await expect(api.sendMessage(CHANNEL, 'x')).rejects.toMatchObject({
      description: 'Forbidden: bot was kicked from the channel chat',
    });
  });
});

describe('a bad request', () => {
  beforeEach(() => telegram.as(BUYER).start());

  test.each<[string, object, string]>([
    ['sendMessage', { text: 'x' }, 'chat_id is empty'],
    ['sendMessage', { chat_id: 99, text: 'x' }, 'chat not found'],
    ['sendMessage', { chat_id: '@nobody', text: 'x' }, 'chat not found'],
    ['sendMessage', { chat_id: BUYER }, 'message text is empty'],
    ['sendMessage', { chat_id: BUYER, text: ' \n ' }, 'text must be non-empty'],
    ['sendMessage', { chat_id: BUYER, text: 'x'.repeat(4097) }, 'message is too long'],
    [
      'sendMessage',
      { chat_id: BUYER, text: '<x>', parse_mode: 'HTML' },
      'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    ],
    ['sendMessage', { chat_id: BUYER, text: 'x', parse_mode: 'BBCode' }, 'unsupported parse_mode'],
    [
      'sendMessage',
      { chat_id: BUYER, text: 'x', reply_markup: '{' },
      "can't parse reply keyboard markup JSON object",
    ],
    ['sendMessage', { chat_id: BUYER, text: 'x', reply_markup: [] }, 'object expected as reply markup'],
    [
      'sendMessage',
      { chat_id: BUYER, text: 'x', reply_markup: { inline_keyboard: [{}] } },
      'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ],
    [
      'sendMessage',
      buttons({ text: 'x' }),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    ['sendMessage', buttons({ text: 'x', callback_data: 'é'.repeat(33) }), 'BUTTON_DATA_INVALID'],
    ...[
      { callback_data: 'a', disabled: {} },
      { callback_data: 'a', url: 'https://a.b' },
    ].map((both): [string, object, string] => [
      'sendMessage',
      buttons({ text: 'x', ...both }),
      "can't parse inline keyboard button: exactly one field must say what the button does",
    ]),
    [
      'sendMessage',
      buttons({ text: 'x', style: 'success' }),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'sendMessage',
      buttons({ text: 'x', callback_data: 'a', style: 'green' }),
      "can't parse inline keyboard button: invalid button style specified",
    ],
    [
      'sendMessage',
      buttons({ text: 'x', url: 'http://localhost:3000' }),
      "inline keyboard button URL 'http://localhost:3000' is invalid: Wrong HTTP URL",
    ],
    [
      'sendMessage',
      buttons({ text: 'x', url: 'ftp://a.b' }),
      "inline keyboard button URL 'ftp://a.b' is invalid: Unsupported URL protocol",
    ],
    [
      'sendMessage',
      { ...buttons({ text: 'x', web_app: { url: 'https://a.b' } }), chat_id: CHANNEL },
      'BUTTON_TYPE_INVALID',
    ],
    ['editMessageText', { text: 'x' }, 'message identifier is not specified'],
    ['editMessageText', { chat_id: BUYER, message_id: 77, text: 'x' }, 'message to edit not found'],
    ['editMessageText', { chat_id: BUYER, message_id: 1, text: 'x' }, "message can't be edited"],
    [
      'editMessageReplyMarkup',
      { chat_id: BUYER, message_id: 1, reply_markup: { force_reply: true } },
      'inline keyboard expected',
    ],
    ['deleteMessage', { chat_id: BUYER, message_id: 77 }, 'message to delete not found'],
    ['deleteMessage', { chat_id: BUYER }, 'message identifier is not specified'],
    [
      'answerCallbackQuery',
      { callback_query_id: '1' },
      'query is too old and response timeout expired or query ID is invalid',
    ],
    ['getChatMember', { chat_id: CHANNEL }, 'invalid user_id specified'],
    ['getChatMember', { chat_id: CHANNEL, user_id: 99 }, 'PARTICIPANT_ID_INVALID'],
    ['banChatMember', { chat_id: CHANNEL, user_id: OWNER }, "can't remove chat owner"],
    [
      'unbanChatMember',
      { chat_id: BUYER, user_id: BUYER },
      'method is available for supergroup and channel chats only',
    ],
    ['approveChatJoinRequest', { chat_id: CHANNEL, user_id: BUYER }, 'HIDE_REQUESTER_MISSING'],
    [
      'createChatInviteLink',
      { chat_id: CHANNEL, creates_join_request: true, member_limit: 1 },
      "member limit can't be specified for links requiring administrator approval",
    ],
    ['createChatInviteLink', { chat_id: CHANNEL, expire_date: 1 }, 'EXPIRE_DATE_INVALID'],
    ['createChatInviteLink', { chat_id: CHANNEL, expire_date: 2_147_483_648 }, 'EXPIRE_DATE_INVALID'],
    ['revokeChatInviteLink', { chat_id: CHANNEL, invite_link: 'https://t.me/+x' }, 'INVITE_HASH_EXPIRED'],
    ['setWebhook', { url: 'http://example.com' }, 'bad webhook: An HTTPS URL must be provided for webhook'],
    [
      'setWebhook',
      { url: 'https://example.com:8080' },
      'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    ['setWebhook', { url: 'https://example.com', secret_token: 'x'.repeat(257) }, 'secret token is too long'],
    [
      'setWebhook',
      { url: 'https://example.com', secret_token: 'ü' },
      'secret token contains unallowed characters',
    ],
  ])('refuses %s %j: %s', async (method, payload, description) => {
    const answer = await call(method, payload);
    expect(answer).toEqual({ ok: false, error_code: 400, description: `Bad Request: ${description}` });
  });

  it('counts 4096 characters without markup, and 64 bytes of callback data', async () => {
    const text = `<b>${'x'.repeat(4096)}</b>`;
    const reply_markup = { inline_keyboard: [[{ text: 'x', callback_data: 'é'.repeat(32) }]] };
    await expect(api.sendMessage(BUYER, text, { parse_mode: 'HTML', reply_markup })).resolves.toMatchObject({
      entities: [{ type: 'bold', offset: 0, length: 4096 }],
    });
  });
});

describe('messages', () => {
  beforeEach(() => telegram.as(BUYER).start('donate_1'));

  it('keeps a message until it is deleted', async () => {
    const sent = await api.sendMessage(BUYER, 'one');
    await api.editMessageText(BUYER, sent.message_id, '<i>two</i>', { parse_mode: 'HTML' });
    expect(telegram.messages(BUYER)).toMatchObject([
      {
        text: '/start donate_1',
        entities: [{ type: 'bot_command', offset: 0, length: 6 }],
        from: { id: BUYER },
      },
      { text: 'two', entities: [{ type: 'italic' }], from: { id: BOT_ID, is_bot: true } },
    ]);
    await api.deleteMessage(BUYER, sent.message_id);
    expect(telegram.messages(BUYER)).toHaveLength(1);
  });

  it('refuses an edit that changes nothing', async () => {
    const sent = await api.sendMessage(BUYER, 'one');
    await expect(api.editMessageText(BUYER, sent.message_id, 'one')).rejects.toMatchObject({
      description:
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    });
  });

  it('refuses to delete but not to edit a message older than 48 hours', async () => {
    const sent = await api.sendMessage(BUYER, 'one');
    clock += 49 * 3600_000;
    await expect(api.deleteMessage(BUYER, sent.message_id)).rejects.toMatchObject({
      description: "Bad Request: message can't be deleted",
    });
    await expect(api.editMessageText(BUYER, sent.message_id, 'two')).resolves.toMatchObject({ text: 'two' });
  });
});

describe('the address of a call', () => {
  test.each([
    [`bot${BOT_TOKEN}/nonsense`, 404, 'Not Found: method not found'],
    ['bot1:wrong/getMe', 401, 'Unauthorized'],
    ['botwrong/getMe', 404, 'Not Found'],
    ['getMe', 404, 'Not Found'],
  ])('answers %s with %i', async (path, status, description) => {
    const response = await fetch(`${telegram.url}/${path}`);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ ok: false, error_code: status, description });
  });

  it('accepts parameters in the query, a form or multipart', async () => {
    telegram.as(BUYER).start();
    const form = new FormData();
    form.set('chat_id', String(BUYER));
    form.set('text', 'multipart');
    const fields = {
      chat_id: String(BUYER),
      text: 'form',
      reply_markup: JSON.stringify({ inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] }),
    };
    const url = `${telegram.url}/bot${BOT_TOKEN}/SENDmessage`;
    await fetch(`${url}?chat_id=${BUYER}&text=query`);
    await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
    await fetch(url, { method: 'POST', body: form });
    expect(telegram.messages(BUYER).map(({ text }) => text)).toEqual([
      '/start',
      'query',
      'form',
      'multipart',
    ]);
    expect(telegram.calls.map(({ method }) => method)).toEqual(['sendMessage', 'sendMessage', 'sendMessage']);
  });

  it('returns the bot for getMe', () =>
    expect(api.getMe()).resolves.toMatchObject({ id: BOT_ID, is_bot: true, username: 'telepay_bot' }));
});

it('gives back the colour of a button, and that it is disabled', async () => {
  telegram.as(BUYER).start();
  const row = [
    { text: 'Pay', url: 'https://a.b/', style: 'success' },
    { text: '2/5', disabled: {} },
  ] as const;
  const { reply_markup } = await api.sendMessage(BUYER, 'x', {
    reply_markup: { inline_keyboard: [[...row]] },
  });
  expect(reply_markup?.inline_keyboard).toEqual([row]);
});

it('accepts a chat action only where the bot may write', async () => {
  const STRANGER = 777_000;
  telegram.addUser({ id: STRANGER, first_name: 'Sam' });
  await expect(api.sendChatAction(STRANGER, 'typing')).rejects.toMatchObject(
    failing('sendChatAction', 403, "Forbidden: bot can't initiate conversation with a user"),
  );
  telegram.as(STRANGER).start();
  await expect(api.sendChatAction(STRANGER, 'typing')).resolves.toBe(true);
  await expect(api.sendChatAction(STRANGER, 'dancing' as never)).rejects.toMatchObject(
    failing('sendChatAction', 400, 'Bad Request: wrong parameter action in request'),
  );
  expect(telegram.messages(STRANGER).filter(({ from }) => from?.is_bot)).toEqual([]);
});
