import { MethodNotAllowed, NotFound, PayloadTooLarge } from '../errors';
import { bodyLimit } from './body-limit';
import { fakeRequest } from '../../tests/support/fake-request';
import { onlyMethod } from './only-method';
import { routes } from './routes';
import type { Handler } from './types';

const says =
  (body: string): Handler =>
  async () => ({ status: 200, body });

describe('routes', () => {
  const handler = routes({ '/a': { POST: says('a') }, '/b': { GET: says('b'), PUT: says('b put') } });

  test.each([
    ['POST', '/a', 'a'],
    ['GET', '/b', 'b'],
    ['PUT', '/b', 'b put'],
    ['HEAD', '/b', 'b'],
  ])('dispatches %s %s to its own handler', async (method, path, body) => {
    expect(await handler(fakeRequest({ method, path }))).toEqual({ status: 200, body });
  });

  test.each(['/', '/A', '/a/', '//a', '/a%2f', '/__proto__', '/constructor', 'http://x/a', ''])(
    'answers 404 at %j',
    async (path) => {
      await expect(handler(fakeRequest({ path }))).rejects.toThrow(NotFound);
    },
  );

  test.each(['GET', 'HEAD', 'post', 'toString', '__proto__'])(
    'answers 405 to %s /a and names POST',
    async (method) => {
      const refused = handler(fakeRequest({ method, path: '/a' }));
      await expect(refused).rejects.toThrow(new MethodNotAllowed(['POST']));
    },
  );
});

describe('onlyMethod', () => {
  test.each([
    [['POST'], 'POST', true],
    [['POST'], 'GET', false],
    [['POST'], 'post', false],
    [['GET'], 'HEAD', true],
    [['GET', 'POST'], 'DELETE', false],
  ])('with %j, decides if a %s is admitted: %s', async (methods, method, isAdmitted) => {
    const reply = onlyMethod(...methods)(says('ok'))(fakeRequest({ method }));
    if (isAdmitted) await expect(reply).resolves.toMatchObject({ status: 200 });
    else await expect(reply).rejects.toThrow(MethodNotAllowed);
  });

  it('throws without a method', () => {
    expect(() => onlyMethod()).toThrow(TypeError);
  });
});

test.each([
  [10, true],
  [11, false],
])('with a limit of 10 bytes, decides if a body of %d is admitted: %s', async (size, isAdmitted) => {
  const reply = bodyLimit(10)(says('ok'))(fakeRequest({ body: 'x'.repeat(size) }));
  if (isAdmitted) await expect(reply).resolves.toMatchObject({ status: 200 });
  else await expect(reply).rejects.toThrow(PayloadTooLarge);
});
