import { startTelegramSimulator, type TelegramSimulator } from '../';
import { useFixture } from '../../../tests/support/use-fixture';

const TOKEN = '1:token';
const USER = 7;
const telegram: TelegramSimulator = useFixture(() =>
  startTelegramSimulator({ botToken: TOKEN, botUsername: 'telepay_bot', limits: false }),
);
beforeAll(() => {
  telegram.addUser({ id: USER, first_name: 'Rita' });
  telegram.as(USER).start();
});

const buttonWith = (data: string) => ({
  reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: data }]] },
});
const message = (text: string, more: object = {}) =>
  JSON.stringify({ chat_id: USER, text, parse_mode: 'HTML', ...more });

interface Asked {
  readonly path: string;
  readonly body?: string;
  readonly type?: string;
}
const send = `/bot${TOKEN}/sendMessage`;
const CALLS: readonly (readonly [what: string, asked: Asked])[] = [
  ['a method without parameters', { path: `/bot${TOKEN}/getMe` }],
  ['a message', { path: send, body: message('<b>x</b> ✅') }],
  ['a form', { path: send, body: `chat_id=${USER}&text=x`, type: 'application/x-www-form-urlencoded' }],
  ['parameters in the address', { path: `/bot${TOKEN}/getChat?chat_id=${USER}` }],
  ['a text that is too long', { path: send, body: message('x'.repeat(4097)) }],
  ['an open tag', { path: send, body: message('<b>x') }],
  ['a button whose data is too long', { path: send, body: message('x', buttonWith('x'.repeat(65))) }],
  ['an unknown chat', { path: `/bot${TOKEN}/getChat`, body: '{"chat_id":99}' }],
  ["text that isn't JSON", { path: `/bot${TOKEN}/getMe`, body: '{"a":' }],
  ["JSON that isn't an object", { path: `/bot${TOKEN}/getMe`, body: '[]' }],
  ['an unknown method', { path: `/bot${TOKEN}/getNothing` }],
  ['another token', { path: '/bot2:token/getMe' }],
  ['no token', { path: '/getMe' }],
];

const answered = async (response: Response) => {
  const { result, ...rest } = (await response.json()) as { result?: object };
  const same = { ...result, message_id: 'each message has another' };
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ...rest, same };
};

/** Asks both over a connection and in this process. */
async function askBoth({ path, body, type = 'application/json' }: Asked) {
  const url = `${telegram.url}${path}`;
  const init = { headers: { 'content-type': type }, ...(body !== undefined && { body }) };
  return [
    await answered(await fetch(url, { method: 'POST', ...init })),
    await answered(await telegram.fetch(url, init)),
  ];
}

it.each(CALLS)('answers %s alike without a connection', async (_, asked) => {
  const [far, near] = await askBoth(asked);
  expect(near).toEqual(far);
});

it('answers an injected 429 alike without a connection', async () => {
  telegram.fault({ method: 'getMe', kind: 'error', retryAfter: 3, times: 2 });
  const [far, near] = await askBoth({ path: `/bot${TOKEN}/getMe` });
  expect(near).toEqual(far);
  expect(near).toMatchObject({ status: 429, retryAfter: '3' });
});

it('ends a call without an answer alike without a connection', async () => {
  telegram.fault({ method: 'getMe', kind: 'drop', times: 2 });
  const url = `${telegram.url}/bot${TOKEN}/getMe`;
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  await expect(telegram.fetch(url, {})).rejects.toThrow('fetch failed');
});
