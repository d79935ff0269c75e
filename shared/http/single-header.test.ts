import { fakeRequest } from '../../tests/support/fake-request';
import { soleHeader } from './single-header';

test.each([
  ['not at all', {}, undefined],
  ['once', { 'X-Token': 'a' }, 'a'],
  ['once, in capitals', { 'X-TOKEN': 'a' }, 'a'],
  ['once, empty', { 'x-token': '' }, ''],
  ['twice the same', { 'x-token': ['a', 'a'] }, undefined],
  ['twice, in two spellings', { 'x-token': 'a', 'X-Token': 'b' }, undefined],
  ['three times', { 'x-token': ['a', 'b', 'c'] }, undefined],
  ['only as the value of another', { other: 'x-token' }, undefined],
])('reads a header that came %s', (_, headers: Record<string, string | string[]>, expected) => {
  expect(soleHeader(fakeRequest({ headers }), 'x-token')).toBe(expected);
});
