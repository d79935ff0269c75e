import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glueIn, sentencesIn, wordsIn } from './support/sentences';

const ROOT = join(__dirname, '..');
const source = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Sentences outside the views that no user of the bot reads, by file, and who reads them. */
const READ_BY_OTHERS: Readonly<Record<string, readonly RegExp[]>> = {
  // Operators, in the alarms' policies and in the health function's metrics.
  'shared/domain/operations/alarms.ts': [/./],
  'functions/health/families.ts': [/./],
  'functions/health/star-families.ts': [/./],
  // Operators, when a variable is wrong.
  'shared/config/examine.ts': [/ is missing/, / a pooler refuses$/],
  'shared/config/schema.ts': [/^must look like/],
  // Operators, in `last_error` and the audit log, in place of an error of Telegram's.
  'shared/services/access/apply-ban.ts': [/^Telegram says it was done$/],
  'shared/services/access/end-removal.ts': [/^Telegram says it was done$/],
  'shared/services/access/remove-member.ts': [/^Telegram still shows them in$/],
  // Callers of the notification webhook: part of its contract.
  'shared/notification-api/answers.ts': [/^Notification (not )?sent$/],
  // What Telegram's clients show, for the views and the doctor.
  'shared/telegram/bot-rights.ts': [/^(Invite Users via Link|Ban Users|Post Messages)$/],
  // For operators, in the output of a command.
  'shared/database/connection/away.ts': [/^Google (was asked too often|gave no answer)$/],
  // Operators, about their import file.
  'shared/services/operations/file-places.ts': [/./],
  'shared/services/operations/place-problems.ts': [/./],
  // The name of a font.
  'shared/charts/draw-chart.ts': [/^DejaVu Sans$/],
  'shared/charts/layout.ts': [/^DejaVu Sans$/],
};

const VIEWS = 'shared/telegram/views/';
/** What the wording of every language is made of: names of languages, currencies and tags. */
const NO_WORDS = ['html.ts', 'formats/language-formats.ts', 'languages.ts', 'wording.ts'];
/** English for everybody: the page of NOWPayments shows an order's name in ASCII, and a table's columns have one name each. */
const ENGLISH_ONLY = ['payments/order-description.ts', 'owner/takeovers/send-list.ts'];

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { encoding: 'utf8', recursive: true }).map((path) => join(folder, path));
const outside = ['shared', 'functions']
  .flatMap(filesIn)
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .filter((path) => !path.startsWith('shared/telegram/views/'));

const inView = (path: string, list: readonly string[]) =>
  list.some((name) => path.slice(VIEWS.length).startsWith(name));
const views = filesIn(VIEWS).filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));

describe('words for users', () => {
  it('are in the catalogs alone', () => {
    const found = views
      .filter((path) => !inView(path, [...NO_WORDS, ...ENGLISH_ONLY]))
      .flatMap((path) => wordsIn(source(path)).map((text) => `${path}: ${text}`));
    expect(found).toEqual([]);
  });

  it.each([
    ["button('💝 Donate', data)", 1],
    ['html`<b>Hello</b>`', 1],
    ["html`<b>${plural(days, 'more days')}</b>`", 1],
    ['html`<a href="tg://user?id=${id}">${name}</a>`', 0],
    ['button(`✓ ${name}`, data)', 0],
    ["wording.text('donations-keypad-clear')", 0],
    ["type A = 'Hello there'; import { a } from 'Some Where';", 0],
  ])('are found in %j: %i', (code, count) => {
    expect(wordsIn(code)).toHaveLength(count);
  });
});

describe('values in views', () => {
  it('are put together by the catalogs alone', () => {
    const found = views
      .filter((path) => !inView(path, [...NO_WORDS, ...ENGLISH_ONLY]))
      .flatMap((path) => glueIn(source(path)).map((text) => `${path}: ${text}`));
    expect(found).toEqual([]);
  });

  it.each([
    ['`${amount}, ${item}`', 1],
    ['html`• <b>${amount}</b>: ${item}`', 1],
    ['html`<b>${label}:</b> ${count}`', 1],
    ['html`${time} · ${event}`', 1],
    ['`${label} (${count})`', 1],
    ["html`${all.join(', ')}`", 1],
    ["facts.join(' · ')", 1],
    ['html`${mark} ${words}`', 0],
    ['html`– ${fact}`', 0],
    ['`${page}/${pages}`', 0],
    ['`https://t.me/c/${chat}/${message}`', 0],
    ['html`<a href="tg://user?id=${id}">${name}</a>`', 0],
    ["rows.join('\\n')", 0],
  ])('are found in %j: %i', (code, count) => {
    expect(glueIn(code)).toHaveLength(count);
  });
});

describe('sentences for users', () => {
  const isKnown = (path: string, text: string) =>
    (READ_BY_OTHERS[path] ?? []).some((pattern) => pattern.test(text));

  it('are in the views alone', () => {
    const found = outside.flatMap((path) =>
      sentencesIn(source(path))
        .filter((text) => !isKnown(path, text))
        .map((text) => `${path}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('are excused only where there are some', () => {
    const needless = Object.entries(READ_BY_OTHERS).flatMap(([path, patterns]) => {
      const texts = outside.includes(path) ? sentencesIn(source(path)) : [];
      return patterns
        .filter((pattern) => !texts.some((text) => pattern.test(text)))
        .map((pattern) => `${path}: ${String(pattern)}`);
    });
    expect(needless).toEqual([]);
  });

  it.each([
    ["const a = 'There is no such table.'", 1],
    ["alert(button, 'Saved for now')", 1],
    ['const a = `${most} tiers are the most.`', 1],
    ["const a = '✅ delivered to you'", 1],
    ['const a = `“${title}” is yours`; const b = "“Gold” is yours"', 1],
    ["const a = ok ? 'All right. Go on' : 'no'", 1],
    ["const a = new Map([['x', 'There is no such table.']])", 1],
    ["reject(new Error('There is no such table.'))", 0],
    ["throw new NotFound('There is no such channel.')", 0],
    ['class A extends Error { constructor() { super("There is no role."); } }', 0],
    ['sql`Select 1 from channels where a is null.`', 0],
    ["log.warn('prompt.lost', { reason: 'not done in time' })", 0],
    ["const a = 'order_settled'", 0],
  ])('are found in %j: %i', (code, count) => {
    expect(sentencesIn(code)).toHaveLength(count);
  });
});
