import { isolateBidi, truncate, html, lengthOf, lines } from './html';

it('escapes every text that is put in, and keeps what is HTML already', () => {
  expect(html`<b>${'<b>&"'}</b> ${html`<i>${'x'}</i>`} ${5}`.text).toBe(
    '<b>&lt;b&gt;&amp;&quot;</b> <i>x</i> 5',
  );
});

it('reads a line break of the template as a space, and one of a text as a line break', () => {
  expect(html`one two ${'a\nb'}`.text).toBe('one two a\nb');
});

it('puts lines below one another, and leaves out those that are not there', () => {
  expect(lines(html`a`, undefined, '', html`b`).text).toBe('a\n\nb');
});

it.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['a😀b', 3, 'a…'],
])('cuts %p to %d as %p, never through a character', (text, length, expected) => {
  expect(truncate(text, length)).toBe(expected);
});

it('measures what is left when Telegram has read the HTML', () => {
  expect(lengthOf(html`<b>${'<b>&"'}</b> <a href="tg://user?id=${5}">${'😀'}</a>`)).toBe(8);
});

it.each([
  ['Alpha', 'Alpha'],
  ['Zoë 🎉 漢字', 'Zoë 🎉 漢字'],
  ['שלום', '\u2068שלום\u2069'],
  ['مرحبا 5', '\u2068مرحبا 5\u2069'],
  ['\u202eevil', '\u2068\u202eevil\u2069'],
])(
  'keeps %p apart from the text around it as %p, where it is written from right to left',
  (text, expected) => {
    expect(isolateBidi(text)).toBe(expected);
  },
);
