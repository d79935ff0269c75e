import { MethodNotAllowed, NotFound, PayloadTooLarge } from '../errors';
import { bodyLimit, receiveBody } from './body-limit';
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

describe('a limit of 10 bytes', () => {
  const readers: Readonly<Record<string, Handler>> = {
    'a handler that reads it': async (request) => ({ status: 200, body: String(await request.body()) }),
    'a guard for a handler that does not': receiveBody()(says('ok')),
  };
  const cases = Object.keys(readers).flatMap((reader) => [10, 11].map((size) => [reader, size] as const));

  test.each(cases)('holds for %s, at %d bytes in chunks', async (reader, size) => {
    const reply = bodyLimit(10)(readers[reader]!)(fakeRequest({ body: 'x'.repeat(size) }));
    if (size <= 10) await expect(reply).resolves.toMatchObject({ status: 200 });
    else await expect(reply).rejects.toThrow(PayloadTooLarge);
  });

  it('refuses what announces more, without reading it', async () => {
    const body = jest.fn(async () => Buffer.alloc(0));
    const request = { ...fakeRequest({ headers: { 'Content-Length': '11' } }), body };
    await expect(bodyLimit(10)(receiveBody()(says('ok')))(request)).rejects.toThrow(PayloadTooLarge);
    expect(body).not.toHaveBeenCalled();
  });
});
