import fc from 'fast-check';

import { BadRequest } from '../errors';
import { parseJsonObject } from './parse-json';

const nested = (depth: number, [open, close] = ['{"a":', '}']) =>
  `${open.repeat(depth - 1)}{}${close.repeat(depth - 1)}`;
const parse = (body: string | Uint8Array) => parseJsonObject(Buffer.from(body as string));

test.each([
  ['an object', '{"a":1,"b":[true,null,"ü"]}'],
  ['white space around it', ' \n{"a":1}\t'],
  ['forbidden words as values', '{"a":"__proto__","b":"constructor"}'],
  ['a depth of 32', nested(32)],
  ['nothing in it', '{}'],
])('reads %s', (_, text) => {
  expect(parse(text)).toEqual(JSON.parse(text));
});

test.each([
  ['nothing', ''],
  ['a number', '1'],
  ['a string', '"a"'],
  ['null', 'null'],
  ['an array', '[{"a":1}]'],
  ['half an object', '{"a": '],
  ['two objects', '{}{}'],
  ['a comment', '{}//'],
  ['a byte order mark', '\uFEFF{}'],
  ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['an overlong slash', Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', Buffer.from('{"a":1}', 'utf16le')],
  ['gzip', Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0])],
  ['__proto__', '{"__proto__":{"isAdmin":true}}'],
  ['__proto__ in escapes', '{"\\u005f_proto__":1}'],
  ['constructor in an array', '{"a":[{"constructor":1}]}'],
  ['prototype, deep', '{"a":{"b":{"prototype":1}}}'],
  ['a depth of 33', nested(33)],
  ['a depth of 33 in arrays', `{"a":${'['.repeat(32)}${']'.repeat(32)}}`],
  ['a depth of 100,000', nested(100_000)],
])('refuses %s', (_, body) => {
  expect(() => parse(body)).toThrow(new BadRequest('invalid_json'));
});

it('keeps the body out of the error', () => {
  try {
    parse('{"secret": hunter2');
  } catch (error) {
    expect(error).toBeInstanceOf(BadRequest);
    expect(`${(error as Error).stack ?? ''}${String((error as Error).cause)}`).not.toContain('hunter2');
  }
  expect.assertions(2);
});

it('reads an object or refuses it as `invalid_json`, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.json()), (body) => {
      try {
        expect(typeof parse(body)).toBe('object');
      } catch (error) {
        expect((error as BadRequest).code).toBe('invalid_json');
      }
    }),
  );
});
