import { isolateBidi, truncate, html, lengthOf, lines } from './html';

it('escapes each interpolated value that is not HTML already', () => {
  expect(html`<b>${'<b>&"'}</b> ${html`<i>${'x'}</i>`} ${5}`.text).toBe(
    '<b>&lt;b&gt;&amp;&quot;</b> <i>x</i> 5',
  );
});

it('turns a line break of the template, but not of a value, into a space', () => {
  expect(html`one two ${'a\nb'}`.text).toBe('one two a\nb');
});

it('joins lines without those that are undefined', () => {
  expect(lines(html`a`, undefined, '', html`b`).text).toBe('a\n\nb');
});

it.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['a😀b', 3, 'a…'],
])('truncates %p to %d as %p without splitting a character', (text, length, expected) => {
  expect(truncate(text, length)).toBe(expected);
});

it('measures the text without tags and entities, as Telegram does', () => {
  expect(lengthOf(html`<b>${'<b>&"'}</b> <a href="tg://user?id=${5}">${'😀'}</a>`)).toBe(8);
});

it.each([
  ['Alpha', 'Alpha'],
  ['Zoë 🎉 漢字', 'Zoë 🎉 漢字'],
  ['שלום', '\u2068שלום\u2069'],
  ['مرحبا 5', '\u2068مرحبا 5\u2069'],
  ['\u202eevil', '\u2068\u202eevil\u2069'],
])('isolates %p as %p if it has right-to-left characters', (text, expected) => {
  expect(isolateBidi(text)).toBe(expected);
});
