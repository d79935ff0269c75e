import { parseHtml } from './html';

describe('HTML parse mode', () => {
  test.each([
    ['<b>bold</b> text', 'bold text', [{ type: 'bold', offset: 0, length: 4 }]],
    ['<STRONG>x</strong>', 'x', [{ type: 'bold', offset: 0, length: 1 }]],
    [
      '<i>a</i><em>b</em>',
      'ab',
      [
        { type: 'italic', offset: 0, length: 1 },
        { type: 'italic', offset: 1, length: 1 },
      ],
    ],
    ['<u>a</u>', 'a', [{ type: 'underline', offset: 0, length: 1 }]],
    ['<del>a</del>', 'a', [{ type: 'strikethrough', offset: 0, length: 1 }]],
    ['<span class="tg-spoiler">a</span>', 'a', [{ type: 'spoiler', offset: 0, length: 1 }]],
    [
      '<a href="https://x.org/?a=1&amp;b=2">x</a>',
      'x',
      [{ type: 'text_link', offset: 0, length: 1, url: 'https://x.org/?a=1&b=2' }],
    ],
    ['<code>1</code>', '1', [{ type: 'code', offset: 0, length: 1 }]],
    [
      '<pre><code class="language-ts">1</code></pre>',
      '1',
      [{ type: 'pre', offset: 0, length: 1, language: 'ts' }],
    ],
    ['<blockquote expandable>q</blockquote>', 'q', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
    ['<blockquote>q</blockquote>', 'q', [{ type: 'blockquote', offset: 0, length: 1 }]],
    [
      '<tg-emoji emoji-id="5">👍</tg-emoji>',
      '👍',
      [{ type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '5' }],
    ],
    [
      '<tg-time unix="1772625600" format="Dt">then</tg-time>',
      'then',
      [{ type: 'date_time', offset: 0, length: 4, unix_time: 1772625600, date_time_format: 'Dt' }],
    ],
    ['💰 <b>é</b>', '💰 é', [{ type: 'bold', offset: 3, length: 1 }]],
    [
      '<b>a<i>b</i></b>',
      'ab',
      [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'italic', offset: 1, length: 1 },
      ],
    ],
    ['<b></b>empty', 'empty', []],
    ['<b>closed by nothing</>', 'closed by nothing', [{ type: 'bold', offset: 0, length: 17 }]],
    ['&lt;&gt;&amp;&quot;&#33;&#x21;', '<>&"!!', []],
    ['&nbsp; &apos; a & b', '&nbsp; &apos; a & b', []],
  ])('reads %s', (html, text, entities) => expect(parseHtml(html)).toEqual({ text, entities }));

  test.each([
    ['<h1>x</h1>', 'Unsupported start tag "h1" at byte offset 0'],
    ['é<br>', 'Unsupported start tag "br" at byte offset 2'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['I <3 you', 'Unsupported start tag "3" at byte offset 2'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<a href>x</a>', 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<a href=>x</a>', ''],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<tg-emoji emoji-id="x">a</tg-emoji>', 'Invalid custom emoji identifier specified'],
  ])('answers %s with %s', (html, error) => {
    if (error === '') expect(parseHtml(html).text).toBe('x');
    else expect(() => parseHtml(html)).toThrow(new Error(error));
  });
});
