import { SECOND_MS } from '../domain/common/time';
import { TooManyRequests } from '../errors';
import { fakeRequest } from '../../tests/support/fake-request';
import { memoryRateLimit, type MemoryRateLimit, perRouteAndClient, sharedRateLimit } from './rate-limit';

let now = 0;

function limiter(options: Partial<MemoryRateLimit> = {}) {
  const keyOf = ({ path }: { path: string }) => path;
  const guard = memoryRateLimit({ perMinute: 10, burst: 20, keyOf, now: () => now, ...options });
  const handler = guard(async () => ({ status: 200 }));
  /** Returns how many of `count` calls in a row are admitted. */
  return async (key: string, count = 1) => {
    let admitted = 0;
    for (let i = 0; i < count; i++) {
      await handler(fakeRequest({ path: key })).then(
        () => admitted++,
        (error: unknown) => expect(error).toBeInstanceOf(TooManyRequests),
      );
    }
    return admitted;
  };
}

beforeEach(() => (now = 5 * SECOND_MS));

it('admits a burst of 20', async () => {
  expect(await limiter()('a', 30)).toBe(20);
});

test.each([
  [5.9, 0],
  [6, 1],
  [12, 2],
  [60, 10],
  [120, 20],
  [3600, 20],
])('at %d s after a burst, admits %d calls', async (seconds, expected) => {
  const call = limiter();
  await call('a', 20);
  now += seconds * SECOND_MS;
  expect(await call('a', 30)).toBe(expected);
});

it('refills at the full rate, however often it is asked', async () => {
  const call = limiter();
  await call('a', 20);
  let admitted = 0;
  for (let i = 0; i < 600; i++) {
    now += SECOND_MS / 10;
    admitted += await call('a');
  }
  expect(admitted).toBeGreaterThanOrEqual(9);
  expect(admitted).toBeLessThanOrEqual(10);
});

test.each([
  [0, 6],
  [1, 5],
  [5.5, 1],
])('at %d s after a burst, says to come back in %d s', async (seconds, expected) => {
  const guard = memoryRateLimit({ perMinute: 10, burst: 1, keyOf: () => 'a', now: () => now });
  const handler = guard(async () => ({ status: 200 }));
  await handler(fakeRequest());
  now += seconds * SECOND_MS;
  await expect(handler(fakeRequest())).rejects.toMatchObject({ status: 429, retryAfterSeconds: expected });
});

it('counts each client separately', async () => {
  const call = limiter();
  await call('a', 30);
  expect(await call('b', 30)).toBe(20);
});

describe('with room for 3 clients', () => {
  const options = { maxClients: 3, burst: 5 };

  it('gives no new burst to a client that floods it with other addresses', async () => {
    const call = limiter(options);
    let admitted = 0;
    for (let i = 0; i < 1000; i++) admitted += await call(`client ${i % 50}`);
    expect(admitted).toBe(3 * 5);
  });

  it('gives a newcomer a full burst once an old client has paused', async () => {
    const call = limiter(options);
    for (const client of ['a', 'b', 'c']) await call(client, 5);
    now += 30 * SECOND_MS;
    expect(await call('d', 9)).toBe(5);
  });

  it('keeps the clients that come often', async () => {
    const call = limiter(options);
    await call('a', 5);
    await call('b', 1);
    await call('c', 1);
    await call('a', 1);
    expect(await call('d', 9)).toBe(4); // inherits the tokens of `b`
    expect(await call('a', 1)).toBe(0);
  });
});

test.each([
  [{ perMinute: 0 }],
  [{ perMinute: Number.NaN }],
  [{ burst: 0 }],
  [{ burst: 0.5 }],
  [{ maxClients: 0 }],
  [{ perMinute: Number.POSITIVE_INFINITY }],
])('throws for %j', (options) => {
  expect(() => limiter(options)).toThrow(TypeError);
});

describe('sharedRateLimit', () => {
  const guard = (allowed: boolean, retryAfterSeconds: number) => {
    const keys: string[] = [];
    const take = async (key: string) => (keys.push(key), { allowed, retryAfterSeconds });
    const limit = sharedRateLimit({ take, keyOf: ({ path }) => path });
    return { keys, handler: limit(async () => ({ status: 200 })) };
  };

  it('asks the bucket once', async () => {
    const { keys, handler } = guard(true, 0);
    await expect(handler(fakeRequest({ path: '/a' }))).resolves.toEqual({ status: 200 });
    expect(keys).toEqual(['/a']);
  });

  test.each([
    [5.2, 6],
    [0, 1],
  ])('rounds the wait up: %d s become %d', async (given, told) => {
    const refused = guard(false, given).handler(fakeRequest());
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfterSeconds: told });
  });

  it('fails if the bucket cannot be asked', async () => {
    const take = () => Promise.reject(new Error('database away'));
    const handler = sharedRateLimit({ take, keyOf: () => 'a' })(async () => ({ status: 200 }));
    await expect(handler(fakeRequest())).rejects.toThrow('database away');
  });
});

test.each([
  ['the same client and route', '/a', '192.0.2.1', true],
  ['the same client on another route', '/b', '192.0.2.1', false],
  ['another client', '/a', '192.0.2.2', false],
])('for %s, shares a count: %s', (_, path, remoteAddress, isSame) => {
  const keyOf = perRouteAndClient(['/a', '/b'], 0);
  const key = keyOf(fakeRequest({ path: '/a', remoteAddress: '192.0.2.1' }));
  expect(keyOf(fakeRequest({ path, remoteAddress })) === key).toBe(isSame);
});

it('counts all unknown paths of a client together', () => {
  const keyOf = perRouteAndClient(['/a'], 0);
  expect(keyOf(fakeRequest({ path: '/x1' }))).toBe(keyOf(fakeRequest({ path: '/x2' })));
});
