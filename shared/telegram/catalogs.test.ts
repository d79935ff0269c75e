import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { parseHtml } from '../../playground/telegram/html/html';
import { CATALOGS, entriesOf, unreadableLines } from '../../tests/support/catalogs';
import { saidIn } from '../../tests/support/said-keys';
import { LANGUAGES } from '../domain/common/language';
import { LANGUAGE_TRAITS } from './views/languages';

const FOLDERS = ['shared/telegram', 'shared/services'].map((folder) => join(__dirname, '../..', folder));
const SOURCES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

const catalogsOf = (language: string) => CATALOGS.filter((each) => each.language === language);
const entriesIn = (language: string) => catalogsOf(language).flatMap(({ text }) => entriesOf(text));
const ENGLISH = entriesIn('en');
const ENGLISH_KEYS = ENGLISH.map(({ key }) => key);
const ROOMS = catalogsOf('en').map(({ room }) => room);

/** Every literal that begins with a room, as keys do. A key that is put together would not be found. */
const LITERAL = new RegExp(`'((?:${ROOMS.join('|')})-[a-z0-9-]+)'`, 'g');
const USED = [
  ...new Set(SOURCES.flatMap((text) => [...text.matchAll(LITERAL)].map(([, key]) => String(key)))),
];

it('has an English message for each key that is used', () => {
  expect(USED.filter((key) => !ENGLISH_KEYS.includes(key))).toEqual([]);
});

it('has no English message that nothing uses', () => {
  expect(ENGLISH_KEYS.filter((key) => !key.startsWith('-') && !USED.includes(key))).toEqual([]);
});

it('puts no key together', () => {
  const made = SOURCES.flatMap((text) => [...text.matchAll(/\b(?:html|text|says)\(\s*(`[^`]*`)/g)]);
  expect(made.map(([, key]) => key)).toEqual([]);
  expect(SOURCES.filter((text) => /\bas WordingKey\b/.test(text))).toEqual([]);
});

describe.each(CATALOGS)('$file', ({ text, room, language }) => {
  const entries = entriesOf(text);

  it('is read by Fluent to the last line', () => {
    expect(unreadableLines(text)).toEqual([]);
    expect(entries.map(({ key }) => key)).toEqual(
      [...text.matchAll(/^(-?[a-z][\w-]*) ?=/gm)].map(([, key]) => key),
    );
  });

  it('names each message once, after its room', () => {
    const keys = entries.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !key.replace(/^-/, '').startsWith(`${room}-`))).toEqual([]);
  });

  it('refers to no message of another file', () => {
    const keys = entries.map(({ key }) => key);
    expect(entries.flatMap(({ references }) => references).filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('belongs to a language that exists', () => {
    expect(Object.keys(LANGUAGE_TRAITS)).toContain(language);
  });
});

/** The keys that are said without markup: buttons, toasts, alerts and the bot's profile. */
const PLAIN = new Set<string>([
  ...saidIn('en').flatMap(({ key, isPlain }) => (isPlain ? [key] : [])),
  ...ENGLISH_KEYS.filter((key) => key.startsWith('profile-')),
]);

/** Each message with its variables as an unknown word, as a few numbers and as each word that it chooses by: all its forms. */
function renderingsOf({ text, language }: (typeof CATALOGS)[number]): readonly (readonly [string, string])[] {
  const bundle = new FluentBundle(LANGUAGE_TRAITS[language].locale, { useIsolating: false });
  bundle.addResource(new FluentResource(text));
  return entriesOf(text)
    .filter(({ key }) => !key.startsWith('-'))
    .flatMap(({ key, variables, choices }) => {
      const pattern = bundle.getMessage(key)?.value ?? '';
      const words = choices.map((choice) => choice.replace(/.*=/, ''));
      return ['x', 'unknown', 1, 2, 5, ...words].map((value) => {
        const values = Object.fromEntries(variables.map((name) => [name, value]));
        return [key, bundle.formatPattern(pattern, values, [])] as const;
      });
    });
}

describe.each(CATALOGS)('the markup in $file', (catalog) => {
  it('is accepted by Telegram, and missing from buttons and answers to a tap', () => {
    const wrong = renderingsOf(catalog).flatMap(([key, text]) => {
      if (PLAIN.has(key)) return /<|&\w+;/.test(text) ? [`${key}: ${text}`] : [];
      try {
        parseHtml(text);
        return /&(?!(?:amp|lt|gt|quot);)/.test(text) ? [`${key}: ${text}`] : [];
      } catch (error) {
        return [`${key}: ${String(error)}`];
      }
    });
    expect(wrong).toEqual([]);
  });
});

describe.each(LANGUAGES)('the catalogs in %s', (language) => {
  it('have the same messages, variables and words to choose by as the English ones', () => {
    const described = (of: string) =>
      entriesIn(of)
        .filter(({ key }) => !key.startsWith('-'))
        .map(({ key, variables, choices }) => `${key}: ${String(variables)}; ${String(choices)}`)
        .sort();
    expect(described(language)).toEqual(described('en'));
  });
});
