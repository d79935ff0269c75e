import fc from 'fast-check';
import { Api as GrammyApi } from 'grammy/web';
import { startTelegramSimulator, type TelegramSimulator } from '../../../playground/telegram';
import type { Message } from '../../domain/messages/messages';
import { LANGUAGES, type Language } from '../../domain/common/language';
import { storableText } from '../../domain/common/storable-text';
import { telegramApi, type Api } from '../api';
import { parseCallbackData } from '../codec/callback-data';
import { lengthOf } from './html';
import { sendMessage } from '../send-message';
import { viewOf } from './';
import { messagesIn, samplesOf } from '../../../tests/samples/messages';
import type { Writing } from '../../../tests/samples/writing';

const TOKEN = '1:token';
const READER = 7;
let telegram: TelegramSimulator;
/** The product's client, and one that calls the simulator without a connection, because there are thousands of calls. */
let api: Api;
let near: Api;

/** Sends all messages. Returns each refusal with its message. */
async function sendAll(
  messages: readonly Message[],
  language: Language,
  by: Api = near,
): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const message of messages)
    await sendMessage(by, { chatId: READER, language }, message).catch((error: unknown) => {
      refused.push(`${message.type}: ${String(error)}: ${viewOf(message, language).text.text.slice(0, 500)}`);
    });
  return refused;
}

const long = (pattern: string, length: number) =>
  storableText(pattern.repeat(Math.ceil(length / Math.max(1, pattern.length))).slice(0, length));
/** At least as long as a channel file allows, because views must not rely on that limit. */
const longOf = (pattern: string): Writing => ({
  title: long(pattern, 300),
  name: long(pattern, 150),
  text: long(pattern, 5000),
});

const NASTY: readonly (readonly [string, string])[] = [
  ['markup', '<b>&"_*['],
  ['markup that closes', '</b></code></a>'],
  ['half a tag', '<a href="'],
  ['entities', '&amp;lt;&#60;&nbsp;&'],
  ['only quotes, the longest when escaped', '"'],
  ['only ampersands', '&'],
  ['emoji', '🎉👩‍👩‍👧‍👦🏳️‍🌈'],
  ['right to left', 'שלום עולם مرحبا '],
  ['direction marks', '\u202e\u2067\u2069\u200f'],
  ['nothing visible', '\u200b\u200d\u2060\ufeff'],
  ['combining marks', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢'],
  ['spaces', '  '],
  ['lines', 'a\n\n\n'],
  ['control characters', '\u0001\u0007\u001b\t\r'],
  ['wide characters', '漢字'],
  ['commands, names and links', '/start @name https://t.me/x '],
  ['template syntax', '${title} {{x}} %s \\ ` $& '],
];

describe('Telegram', () => {
  // A new one for each test, because it keeps every message, and a large heap is slow to collect.
  beforeEach(async () => {
    telegram = await startTelegramSimulator({
      botToken: TOKEN,
      botUsername: 'telepay_bot',
      limits: false,
      keptCalls: 0,
    });
    telegram.addUser({ id: READER, first_name: 'Rita' });
    telegram.as(READER).start();
    api = telegramApi({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.url });
    near = new GrammyApi(TOKEN, { apiRoot: telegram.url, fetch: telegram.fetch as never });
    // Many samples differ in nothing that is said, so what was answered once is not sent again.
    const answered = new Map<string, unknown>();
    near.config.use((send, method, payload, signal) => {
      const key = JSON.stringify([method, payload]);
      if (!answered.has(key)) answered.set(key, send(method, payload, signal));
      return answered.get(key) as Promise<never>;
    });
  });
  afterEach(() => telegram.close());

  it.each(NASTY)(
    'accepts every message in English, with %s in texts of the greatest length',
    async (_, pattern) => {
      expect(await sendAll(messagesIn(samplesOf(longOf(pattern))), 'en')).toEqual([]);
    },
  );

  it('accepts every message over HTTP', async () => {
    expect(await sendAll(messagesIn(samplesOf(longOf('<b>&"_*['))), 'en', api)).toEqual([]);
  });

  // The code that escapes and truncates is the same for all languages, so the patterns that lengthen a text most are enough.
  it.each(LANGUAGES)(
    'accepts every message in %s, with the longest texts, right-to-left texts and none',
    async (language) => {
      for (const written of [longOf('"'), longOf('שלום עולם مرحبا '), { title: '', name: '', text: '' }])
        expect(await sendAll(messagesIn(samplesOf(written)), language)).toEqual([]);
    },
  );

  it('accepts every message with any text that a user can write', async () => {
    const written = (maxLength: number) =>
      fc.string({ unit: 'binary', maxLength, size: 'max' }).map(storableText);
    const writing = fc.record({ title: written(200), name: written(100), text: written(2000) });
    await fc.assert(
      fc.asyncProperty(writing, fc.constantFrom(...LANGUAGES), async (of, language) => {
        expect(await sendAll(messagesIn(samplesOf(of)), language)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  }, 300_000);

  it('measures the length of a message as we do', async () => {
    const before = telegram.messages(READER).length;
    const messages = messagesIn(samplesOf(longOf('<b>&"x')));
    for (const message of messages.slice(0, 50))
      await sendMessage(api, { chatId: READER, language: 'en' }, message);
    const lengths = telegram
      .messages(READER)
      .slice(before)
      .map(({ text }) => text.length);
    expect(lengths).toEqual(messages.slice(0, 50).map((message) => lengthOf(viewOf(message).text)));
  });
});

const plain: Writing = { title: 'Alpha Signals', name: 'Gold', text: 'The best of all' };
const every = messagesIn(samplesOf(plain));

it.each(LANGUAGES)('never shows `undefined`, a missing value or stray spaces in %s', (language) => {
  const odd = every
    .map((message) => viewOf(message, language))
    .flatMap(({ text, keyboard }) => [
      text.text,
      ...(keyboard?.inline_keyboard?.flat() ?? []).map((button) => button.text),
    ])
    .filter((text) => /undefined|\bnull\b|NaN|\[object|\{\$?\w| {2}| $| \n| >|\.\.|Infinity/.test(text));
  expect(odd).toEqual([]);
});

const dataOf = (messages: readonly Message[]): readonly string[] => [
  ...new Set(
    messages
      .flatMap((message) => viewOf(message).keyboard?.inline_keyboard?.flat() ?? [])
      .flatMap((button) => ('callback_data' in button ? [button.callback_data] : [])),
  ),
];

it.each(dataOf(every))('puts only readable data on a button: %s', (data) => {
  expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
  expect(parseCallbackData(data)).toBeDefined();
});

it('words a message that an older version promised', () => {
  const older: Record<string, unknown> = { ...samplesOf(plain).pay_now[0]! };
  delete older['item'];
  delete older['occasion'];
  expect(viewOf(older as unknown as Message).text.text).toContain('Your donation of');
});

it.each(['America/New_York', 'Asia/Kathmandu'])('words each message alike if the server is in %s', (zone) => {
  const before = process.env['TZ'];
  const texts = every.map((message) => viewOf(message).text.text);
  process.env['TZ'] = zone;
  try {
    expect(every.map((message) => viewOf(message).text.text)).toEqual(texts);
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});
