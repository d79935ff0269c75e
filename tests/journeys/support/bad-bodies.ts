import type { Stack } from '../../../playground/stack';
import { call, type Call } from './call';
import { countRows } from './count-rows';
import { expectRefusal } from './hardened';

export type Bytes = string | Buffer;

/** Bodies that aren't an acceptable JSON object. */
export const BODIES: readonly [string, Bytes][] = [
  ['an empty body', ''],
  ['white space', ' \n'],
  ['incomplete JSON', '{"payment_id":'],
  ['a form', 'payment_id=1&payment_status=finished'],
  ['an array', '[1]'],
  ['a scalar', '42'],
  ['null', 'null'],
  ['a byte order mark', `\ufeff{}`],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['a key that sets a prototype', '{"a":{"__proto__":{"b":1}}}'],
  ['a key that sets a constructor', '{"constructor":{"prototype":{}}}'],
  ['objects ten thousand deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['arrays ten thousand deep', `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
];

/** Expects a call to be refused with this status and code, and to write nothing. */
export async function expectRefusedWithoutTrace(
  { database }: Pick<Stack, 'database'>,
  { url, ...how }: Call & { readonly url: string },
  { status, code }: { status: number; code: string },
): Promise<void> {
  const before = await countRows(database);
  expectRefusal(await call(url, how), status, code);
  expect(await countRows(database)).toEqual(before);
}
