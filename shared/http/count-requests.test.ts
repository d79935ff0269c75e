import { countRequests } from './count-requests';
import { fakeRequest } from '../../tests/support/fake-request';
import type { Handler } from './types';

test.each<[string, Handler, string[]]>([
  ['200', async () => ({ status: 200 }), ['requests']],
  ['400', async () => ({ status: 400 }), ['requests']],
  ['401', async () => ({ status: 401 }), ['requests', 'refused']],
  ['403', async () => ({ status: 403 }), ['requests', 'refused']],
  ['500', async () => ({ status: 500 }), ['requests', 'errors']],
  ['503', async () => ({ status: 503 }), ['requests', 'errors']],
  ['nothing but an error', async () => Promise.reject(new Error('bad')), ['requests', 'errors']],
])('counts a request that is answered with %s', async (_, handler, expected) => {
  const counted: string[] = [];
  const { guard, counts } = countRequests((what) => counted.push(what));
  await guard(handler)(fakeRequest()).catch(() => undefined);
  expect(counted).toEqual(expected);
  const has = (what: string) => +expected.includes(what);
  expect(counts()).toEqual({ requests: 1, errors: has('errors'), refused: has('refused') });
});

test.each([
  [200, 0],
  [404, 0],
  [401, 1],
  [503, 1],
])('waits after an answer with %i for %i writes of the counters', async (status, times) => {
  const keep = jest.fn(async () => undefined);
  await countRequests(() => undefined, keep).guard(async () => ({ status }))(fakeRequest());
  expect(keep).toHaveBeenCalledTimes(times);
});
