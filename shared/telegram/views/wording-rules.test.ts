import fc from 'fast-check';
import type { Cents } from '../../domain/common/ids';
import { languageOf, type Language } from '../../domain/common/language';
import { formatUsd } from '../../domain/common/money';
import { html, lengthOf } from './html';
import { LANGUAGE_TRAITS } from './languages';
import { Wording, wordingIn } from './wording';

const CATALOG = `
x-hello = <b>Hello, { $name }</b>
x-plain = Hello, { $name } & all
x-files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[other] { $count } файлов
}
x-state = { $state ->
    [open] still open
   *[other] { $state }
}
x-lines = one
    two
`;
const wording = (language: Language) => new Wording(language, (room) => (room === 'x' ? CATALOG : undefined));
const LANGUAGE_NAMES = Object.keys(LANGUAGE_TRAITS) as Language[];
const FSI = '\u2068';
const PDI = '\u2069';
const RLM = '\u200F';

it('escapes text and leaves markup as it is', () => {
  const { html: say } = {
    html: (name: string | ReturnType<typeof html>) => wording('en').html('x-hello', { name }),
  };
  expect(say('<i>&"').text).toBe('<b>Hello, &lt;i&gt;&amp;&quot;</b>');
  expect(say(html`<i>${'<'}</i>`).text).toBe('<b>Hello, <i>&lt;</i></b>');
});

it('writes a plain text without markup', () => {
  expect(wording('en').text('x-plain', { name: '<Ann>' })).toBe('Hello, <Ann> & all');
});

it('keeps the line breaks of a catalog', () => {
  expect(wording('en').html('x-lines').text).toBe('one\ntwo');
});

it.each([
  [1, '1 файл'],
  [3, '3 файла'],
  [11, '11 файлов'],
])('chooses the plural by the rules of the language: %i', (count, text) => {
  expect(wording('ru').text('x-files', { count })).toBe(text);
});

it('isolates right-to-left text between left-to-right words, and everything between right-to-left words', () => {
  expect(wording('en').text('x-plain', { name: 'Ann' })).not.toContain(FSI);
  expect(wording('en').text('x-plain', { name: 'سلام' })).toContain(`${FSI}سلام${PDI}`);
  expect(wording('fa').text('x-plain', { name: '$25.00' })).toContain(`${FSI}$25.00${PDI}`);
  expect(wording('fa').text('x-plain', { name: `${FSI}Ann${PDI}` })).toBe(
    `${RLM}Hello, ${FSI}Ann${PDI} & all`,
  );
});

it('chooses by a word in every language', () => {
  expect(wording('fa').text('x-state', { state: 'open' })).toBe(`${RLM}still open`);
});

it('falls back to English for a message that a language lacks', () => {
  const none = new Wording('de', () => undefined);
  expect(none.text('donations-keypad-clear')).toBe('🗑 Clear');
  expect(() => none.text('donations-nothing')).toThrow('there is no message donations-nothing');
});

const digitsOf = (text: string) => text.replace(/\D/g, '');

it.each(LANGUAGE_NAMES)('never loses a cent in %s', (language) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (cents) => {
      expect(digitsOf(wording(language).usd(cents as Cents))).toBe(digitsOf(formatUsd(cents as Cents)));
    }),
  );
});

it.each(LANGUAGE_NAMES)('writes every digit of an amount of coin in %s', (language) => {
  const decimal = fc.tuple(
    fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }),
    fc.stringMatching(/^\d{0,17}[1-9]$/),
  );
  fc.assert(
    fc.property(decimal, ([whole, fraction]) => {
      const said = wording(language).crypto(`${whole}.${fraction}`, 'eth');
      expect(said.replace(/[.,]/g, '')).toBe(`${whole}${fraction} ETH`);
    }),
  );
});

it.each([
  ['en', '$1,234.50', '$12', '1500.5 USDT (TRC20)'],
  ['ru', '1\u00a0234,50\u00a0$', '12\u00a0$', '1500,5 USDT (TRC20)'],
  ['es', '1234,50\u00a0$', '12\u00a0$', '1500,5 USDT (TRC20)'],
  ['pt-br', 'US$\u00a01.234,50', 'US$\u00a012', '1500,5 USDT (TRC20)'],
  ['de', '1.234,50\u00a0$', '12\u00a0$', '1500,5 USDT (TRC20)'],
  ['fa', '\u200e$\u00a01,234.50', '\u200e$\u00a012', '1500.5 USDT (TRC20)'],
] as const)('writes amounts as is usual in %s', (language, usd, short, crypto) => {
  const words = wording(language);
  expect(words.usd(123_450 as Cents)).toBe(usd);
  expect(words.shortUsd(1200 as Cents)).toBe(short);
  expect(words.crypto('1500.500', 'usdttrc20')).toBe(crypto);
});

it.each([
  ['en', [], ''],
  ['en', ['A'], 'A'],
  ['en', ['A', 'B'], 'A and B'],
  ['en', ['A', 'B', 'C'], 'A, B, and C'],
  ['ru', ['A', 'B'], 'A и B'],
  ['es', ['A', 'imagen'], 'A e imagen'],
] as const)('names several things in a row in %s: %j', (language, items, words) => {
  expect(wording(language).list(items)).toBe(words);
});

it.each([
  [1, '1 day'],
  [7, '7 days'],
  [30, '1 month'],
  [60, '2 months'],
  [365, '1 year'],
  [730, '2 years'],
  [0, '0 days'],
])('writes %i days as in a price list', (days, words) => {
  expect(wordingIn('en').days(days)).toBe(words);
});

it('never shows more than the amount that works as the least one', () => {
  expect(wordingIn('en').least(null)).toBe('$4.99');
  expect(wordingIn('en').least(1141 as Cents)).toBe('$12');
});

describe('the language for a code', () => {
  const all = LANGUAGE_NAMES;
  it.each([
    ['ru', 'ru'],
    ['RU', 'ru'],
    ['pt', 'pt-br'],
    ['pt-PT', 'pt-br'],
    ['pt_BR', 'pt-br'],
    ['es-MX', 'es'],
    ['fa-IR', 'fa'],
    ['zh-hans', 'en'],
    ['', 'en'],
    [null, 'en'],
  ] as const)('of %j is %s', (code, language) => {
    expect(languageOf(code, all)).toBe(language);
  });

  it('is English for a language that is not switched on', () => {
    expect(languageOf('ru', ['en'])).toBe('en');
  });
});

it.each([
  ['en', 'March 4, 2026 at 12:00 UTC'],
  ['ru', '4 марта 2026 г. в 12:00 UTC'],
  ['de', '4. März 2026 um 12:00 UTC'],
] as const)(
  'gives a moment to the reader’s own clock, with the time in UTC beside it in %s',
  (language, text) => {
    const time = wording(language).time(Date.UTC(2026, 2, 4, 12, 0, 30));
    expect(time.text).toBe(`<tg-time unix="1772625630" format="Dt">${text}</tg-time>`);
    expect(lengthOf(time)).toBe(text.length);
  },
);
