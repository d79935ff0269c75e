import { Forbidden, Unauthorized } from '../errors';
import { fakeRequest } from '../../tests/support/fake-request';
import type { Guard } from '../http/types';
import { anyOf, readsHeader } from './any-of';

const admitsIf =
  (header: string): Guard =>
  (next) =>
  async (request) => {
    if (request.headers[header] !== 'good') throw new Forbidden();
    return next(request);
  };
const a = readsHeader('x-a', admitsIf('x-a'));
const b = readsHeader('x-b', admitsIf('x-b'));
const handler = anyOf(a, b)(async () => ({ status: 200 }));

test.each([
  ['the first credential', { 'x-a': 'good' }],
  ['the second credential', { 'x-b': 'good' }],
  ['the first credential with a bad second one', { 'x-a': 'good', 'x-b': 'bad' }],
])('admits by %s', async (_, headers: Record<string, string>) => {
  await expect(handler(fakeRequest({ headers }))).resolves.toEqual({ status: 200 });
});

test.each([
  ['a bad first credential', { 'x-a': 'bad' }, Forbidden],
  ['a bad second credential', { 'x-b': 'bad' }, Forbidden],
  ['a bad first credential with a good second one', { 'x-a': 'bad', 'x-b': 'good' }, Forbidden],
  ['no credential', {}, Unauthorized],
])('refuses %s', async (_, headers: Record<string, string>, error) => {
  await expect(handler(fakeRequest({ headers }))).rejects.toThrow(error);
});

it('throws without a guard', () => {
  expect(() => anyOf()).toThrow(TypeError);
});
