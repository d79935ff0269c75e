import { LANGUAGES } from '../../shared/domain/common/language';
import { wordingIn } from '../../shared/telegram/views/wording';
import { runCommandLine } from '../support/run-command-line';
import { startTelegramSimulator, type TelegramSimulator } from '../../playground/telegram/index';
import { eventually } from './support/eventually';

const TOKEN = `8100200300:${'s'.repeat(36)}`;
const SECRET = 'sentinel-webhook-secret';
const URL = 'https://updates.example.org/';
const ALLOWED = [
  'message',
  'callback_query',
  'chat_join_request',
  'chat_member',
  'my_chat_member',
  'subscription',
  'pre_checkout_query',
];

let telegram: TelegramSimulator;
let variables: Record<string, string>;
beforeAll(async () => {
  telegram = await startTelegramSimulator({ botToken: TOKEN, botUsername: 'TelePayDemoBot' });
  variables = {
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: telegram.url,
  };
});
afterAll(() => telegram.close());

async function webhook(words: readonly string[], more: Record<string, string> = {}) {
  const ran = await runCommandLine('infra/webhook.ts', words, { ...variables, ...more });
  expect(ran.stdout + ran.stderr).not.toMatch(new RegExp(`${TOKEN.slice(-20)}|${SECRET}`));
  return ran;
}
const callsOf = (method: string) => telegram.calls.filter((call) => call.method === method && call.ok);

it('exits 1 if there is no webhook', async () => {
  expect(await webhook(['check'])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('has no webhook') as string,
  });
});

it('sets the webhook with its secret and kinds of update, keeping waiting updates', async () => {
  const { code, stdout } = await webhook(['set', URL]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `Updates now go to ${URL}. Updates waiting: 0.\n` });
  expect(callsOf('setWebhook').map(({ payload }) => payload)).toEqual([
    { url: URL, secret_token: SECRET, allowed_updates: ALLOWED, max_connections: 40 },
  ]);
  const [menu] = callsOf('setMyCommands');
  const { commands } = menu?.payload as { commands: { command: string }[] };
  expect(commands.map(({ command }) => command)).toEqual([
    'start',
    'mysubs',
    'channels',
    'language',
    'help',
    'paysupport',
    'privacy',
    'terms',
  ]);
  const readers = LANGUAGES.map((language) =>
    language === 'en' ? {} : { language_code: language.slice(0, 2) },
  );
  const descriptions = LANGUAGES.map((language) => wordingIn(language).text('profile-description'));
  expect(callsOf('setMyCommands').map(({ payload }) => payload)).toEqual(
    readers.map((reader) => expect.objectContaining(reader) as object),
  );
  expect(callsOf('setMyDescription').map(({ payload }) => payload)).toEqual(
    readers.map((reader, at) => ({ description: descriptions[at], ...reader })),
  );
  expect(descriptions[0]).toMatch(/^[^.]+\. [^.]+\.$/);
  expect(callsOf('setMyShortDescription')).toHaveLength(LANGUAGES.length);
  expect(callsOf('setMyName')).toEqual([]);
});

it('leaves a profile as it is that Telegram shows already', async () => {
  await webhook(['set', URL]);
  expect(callsOf('setMyCommands').length + callsOf('setMyDescription').length).toBe(2 * LANGUAGES.length);
});

it('says in check if Telegram shows other texts, and mends them in set', async () => {
  const asOther = (method: string, payload: object) =>
    fetch(`${telegram.url}/bot${TOKEN}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
    });
  await asOther('setMyDescription', { description: 'Another text' });
  const { code, stdout } = await webhook(['check']);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /other texts about the bot[^:]*: description \(en\)\.\n {2}-> Run npm run webhook -- set/,
  );
  await webhook(['set', URL]);
  expect((await webhook(['check'])).stdout).toContain('All is well.');
});

it('sends the secret again if nothing else changed', async () => {
  const before = callsOf('setWebhook').length;
  const { code, stdout } = await webhook(['set'], { TELEGRAM_WEBHOOK_URL: URL });
  expect({ code, stdout }).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('already set') as string,
  });
  expect(callsOf('setWebhook')).toHaveLength(before + 1);
  expect(callsOf('setWebhook').at(-1)?.payload).not.toHaveProperty('drop_pending_updates');
  expect(await webhook(['check'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('All is well.') as string,
  });
});

it('waits as long as Telegram asks', async () => {
  telegram.fault({ method: 'setWebhook', kind: 'error', retryAfter: 1 });
  expect(await webhook(['set', URL])).toMatchObject({ code: 0 });
});

it('exits 1 in check, naming everything that is wrong', async () => {
  const check = await webhook(['check'], { TELEGRAM_WEBHOOK_URL: 'https://elsewhere.example.org/' });
  expect(check).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/to another address[^]*-> Run npm run webhook/) as string,
  });
});

it('drops waiting updates only when asked', async () => {
  await webhook(['set', URL, '--drop-pending']);
  expect(callsOf('setWebhook').at(-1)?.payload).toMatchObject({ drop_pending_updates: true });
  expect(await webhook(['delete'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/webhook is removed/) as string,
  });
  expect(await webhook(['delete'])).toMatchObject({ code: 0, stdout: 'There was no webhook.\n' });
  await eventually(() => callsOf('deleteWebhook').length === 2);
});

it.each([
  [['set'], {}, 'TELEGRAM_WEBHOOK_URL is missing'],
  [
    ['set', 'http://updates.example.org/'],
    {},
    "http://updates.example.org/ isn't an https address that Telegram can reach.",
  ],
  [['set', URL], { TELEGRAM_WEBHOOK_SECRET: '' }, 'TELEGRAM_WEBHOOK_SECRET is missing'],
  [
    ['check'],
    { TELEGRAM_BOT_TOKEN: `8100200300:${'x'.repeat(36)}` },
    'Telegram does not know TELEGRAM_BOT_TOKEN.',
  ],
  [['mend'], {}, 'There is no command mend.'],
])('refuses %j with %j in a plain sentence', async (words, more, sentence) => {
  const { code, stdout, stderr } = await webhook(words, more);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
});
