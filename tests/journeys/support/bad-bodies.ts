import type { Stack } from '../../../playground/stack';
import { call, type Call } from './call';
import { countRows } from './count-rows';
import { expectRefusal } from './hardened';

export type Bytes = string | Buffer;

/** Bodies that are no JSON object of a sane shape. */
export const BODIES: readonly [string, Bytes][] = [
  ['an empty body', ''],
  ['white space', ' \n'],
  ['no JSON', '{"payment_id":'],
  ['a form', 'payment_id=1&payment_status=finished'],
  ['an array', '[1]'],
  ['a scalar', '42'],
  ['null', 'null'],
  ['a byte order mark', `\ufeff{}`],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['a reach for a prototype', '{"a":{"__proto__":{"b":1}}}'],
  ['a reach for a constructor', '{"constructor":{"prototype":{}}}'],
  ['objects ten thousand deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['arrays ten thousand deep', `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
];

/** Refused with this status and code, and nothing written that was not there before. */
export async function expectRefusedWithoutTrace(
  { database }: Pick<Stack, 'database'>,
  { url, ...how }: Call & { readonly url: string },
  { status, code }: { status: number; code: string },
): Promise<void> {
  const before = await countRows(database);
  expectRefusal(await call(url, how), status, code);
  expect(await countRows(database)).toEqual(before);
}
