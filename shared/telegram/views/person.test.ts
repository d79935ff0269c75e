import fc from 'fast-check';
import { ANONYMOUS_PAYER } from '../../domain/common/anonymous-payer';
import { lengthOf } from './html';
import { identifiedInWords, personInWords, personLabel } from './person';
import { wordingIn } from './wording';

const english = wordingIn('en');
const called = (firstName: string | null) => ({ userId: 5002, username: null, firstName });
const labelOf = (firstName: string | null) => personLabel(called(firstName), english);

it('names people by @username, else by first name, else by an id without groups of digits', () => {
  expect(personInWords({ userId: 5002, username: 'dana', firstName: 'Dana' }, english).text).toBe('@dana');
  expect(personInWords(called('Bob'), english).text).toBe('<a href="tg://user?id=5002">Bob</a>');
  // As older versions stored them.
  expect(personInWords({ userId: 5002, username: null }, english).text).toBe(
    '<a href="tg://user?id=5002">User 5002</a>',
  );
});

it('shows the id of a person wherever it matters who it is', () => {
  const idOf = (payer: Parameters<typeof identifiedInWords>[0]) => identifiedInWords(payer, english).text;
  expect(idOf({ userId: 5002, username: 'dana' })).toBe('@dana (id <code>5002</code>)');
  expect(idOf(called('Bob'))).toBe('<a href="tg://user?id=5002">Bob</a> (id <code>5002</code>)');
  expect(idOf(called(null))).toBe('<a href="tg://user?id=5002">User 5002</a>');
});

it('never names a donor who stays anonymous', () => {
  const donor = { ...ANONYMOUS_PAYER, firstName: 'Bob' };
  for (const shown of [
    personLabel(donor, english),
    personInWords(donor, english).text,
    identifiedInWords(donor, english).text,
  ])
    expect(shown).toBe('someone');
});

it.each([
  ['nothing', ''],
  ['spaces', ' \u00a0\u2003\u3000\t\n'],
  ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
  ['a Braille blank', '\u2800'],
  ['joiners, tags and selectors', '\u200b\u200d\u2060\ufe0f\u{e0041}\u034f'],
  ['bidi controls', '\u202e\u2067\u2069\u200f'],
  ['a mark without a letter', '\u0301'],
  ['half a character', '\ud83d'],
])('shows the id instead of a name of %s', (_what, firstName) => {
  expect(labelOf(firstName)).toBe('User 5002');
});

it.each([
  ['<b>Bob</b> & "Co"', '<b>Bob</b> & "Co"'],
  ['  Bob \n\n  B. ', 'Bob B.'],
  ['\u202eboB\u2069', 'boB'],
  // Nobody passes for the owner of a @username.
  ['@olga', 'olga'],
  ['＠@olga', 'olga'],
  ['Bob @ work', 'Bob @ work'],
  ['\u0645\u0631\u06cc\u0645', '\u2068\u0645\u0631\u06cc\u0645\u2069'],
  // Emoji and Persian words are joined by characters that can't be seen.
  ['👩‍💻', '👩‍💻'],
  ['n'.repeat(64), `${'n'.repeat(39)}…`],
])('shows %j as %j', (firstName, shown) => {
  expect(labelOf(firstName)).toBe(shown);
});

it('keeps every name in one short line that cannot reach beyond itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 70 }), (firstName) => {
      const label = labelOf(firstName);
      expect(label).not.toMatch(/[\n\r\u2028\u2029\u202a-\u202e]|\p{Cs}/u);
      expect(label.replace(/^\u2068(.*)\u2069$/u, '$1')).not.toMatch(/[\u2066-\u2069]/u);
      expect(label.trim()).not.toBe('');
      expect(lengthOf(personInWords(called(firstName), english))).toBeLessThanOrEqual(42);
      expect(personInWords(called(firstName), english).text).toMatch(
        /^<a href="tg:\/\/user\?id=5002">[^<>]+<\/a>$/u,
      );
    }),
  );
});
