import { useTestDatabase } from '../../../tests/support/test-database';
import { takeToken } from './rate-limits';

const test = useTestDatabase();

const LIMIT = { perMinute: 10, burst: 20 };
const take = (key: string) => takeToken(test.database, key, LIMIT);
const many = (key: string, times: number) => Promise.all(Array.from({ length: times }, () => take(key)));
const admitted = (taken: readonly { allowed: boolean }[]) => taken.filter(({ allowed }) => allowed).length;

it('admits exactly the burst of many calls at the same moment', async () => {
  expect(admitted(await many('burst', 60))).toBe(20);
});

it('admits one call after the wait that it named', async () => {
  await many('wait', 20);
  const { allowed, retryAfterSeconds } = await take('wait');
  expect([allowed, retryAfterSeconds]).toEqual([false, 6]);
  await test.advance('6 seconds');
  expect((await take('wait')).allowed).toBe(true);
  expect((await take('wait')).allowed).toBe(false);
});

it('never holds more than a burst', async () => {
  await many('rest', 20);
  await test.advance('1 day');
  expect(admitted(await many('rest', 40))).toBe(20);
});

it('counts each key separately', async () => {
  await many('one', 20);
  expect((await take('other')).allowed).toBe(true);
});
