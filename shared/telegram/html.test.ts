import { cut, html, lines } from './html';

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
  expect(cut(text, length)).toBe(expected);
});
