import { once } from 'node:events';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { AbortController as PolyfilledController } from 'abort-controller';
import nock from 'nock';
import { hadNoEffect, httpFetch, leanFetch, type LeanResponse } from './http-client';
import { withLogContext } from './logger';
import { NOBODY } from '../tests/support/nobody';

afterEach(() => {
  nock.abortPendingRequests();
  nock.cleanAll();
});
afterAll(() => nock.restore());

describe('behind nock', () => {
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
  });
  afterAll(() => nock.enableNetConnect());

  it('is intercepted', async () => {
    nock('https://api.example.com')
      .post('/v1/x', { a: 1 })
      .matchHeader('x-api-key', 'k')
      .reply(201, { ok: true });
    const init = {
      method: 'POST',
      headers: { 'x-api-key': 'k', 'content-type': 'application/json' },
      body: '{"a":1}',
    };
    const response = await httpFetch('https://api.example.com/v1/x', init);
    expect([response.status, await response.json()]).toEqual([201, { ok: true }]);
  });

  it('refuses a request that no test expects', async () => {
    await expect(httpFetch('https://api.example.com/')).rejects.toThrow();
  });
});

describe('against a server', () => {
  let server: Server;
  let url: string;
  let connections = 0;
  let seen: IncomingHttpHeaders = {};

  beforeAll(async () => {
    nock.restore();
    server = createServer((request, response) => {
      if (request.url === '/silence') return;
      seen = request.headers;
      request.resume().on('end', () => response.end('"ok"'));
    });
    server.on('connection', () => (connections += 1));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  it.each(['httpFetch', 'leanFetch'] as const)(
    'reuses connections: %s needs at most two for twenty requests',
    async (name) => {
      // With separate connections, because other cases ended theirs by force.
      let fetch: (url: string, init: { method: string; body: string }) => Promise<LeanResponse> = httpFetch;
      await jest.isolateModulesAsync(async () => {
        fetch = (await import('./http-client'))[name];
      });
      connections = 0;
      for (let turn = 0; turn < 20; turn += 1) {
        const response = await fetch(`${url}/`, { method: 'POST', body: 'x'.repeat(400) });
        expect([response.ok, await response.json()]).toEqual([true, 'ok']);
      }
      expect(connections).toBeLessThanOrEqual(2);
    },
  );

  it('sends the requests of grammY without the options of node-fetch', async () => {
    const { signal } = new PolyfilledController();
    const headers = { 'content-type': 'application/json', connection: 'keep-alive' };
    const request = { method: 'POST', headers, body: '{}', signal, compress: true, agent: {} };
    expect((await leanFetch(`${url}/bot1:a/getMe`, request)).status).toBe(200);
    expect(seen).toMatchObject({ 'content-type': 'application/json', 'content-length': '2' });
  });

  it.each([
    ['httpFetch', httpFetch],
    ['leanFetch', leanFetch],
  ])('sends the current correlation id unless it is given one: %s', async (_, fetch) => {
    const idSent = async (headers: Record<string, string> = {}) => {
      await (await fetch(`${url}/`, { headers })).text();
      return seen['x-correlation-id'];
    };
    expect(await idSent()).toBeUndefined();
    await withLogContext({ correlationId: 'c1' }, async () => {
      expect(await idSent()).toBe('c1');
      expect(await idSent({ 'X-Correlation-Id': 'c2' })).toBe('c2');
    });
  });

  it('stops at a native signal', async () => {
    await expect(httpFetch(`${url}/silence`, { signal: AbortSignal.timeout(30) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it("stops at grammY's polyfilled signal, before or during a request", async () => {
    const controller = new PolyfilledController();
    const asked = leanFetch(`${url}/silence`, { signal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await expect(leanFetch(`${url}/`, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

describe('a request that failed', () => {
  const REQUEST = { method: 'POST', body: '{"text":"hi"}' };
  const answerOf = (status: string, body: string, length = body.length) =>
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`;

  type Behaviour = (socket: Socket, giveUp: () => void) => unknown;

  /** The error of a request to a server that does this once it has read something, over real sockets. */
  async function failOf(behave: Behaviour): Promise<unknown> {
    const controller = new AbortController();
    const server = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => behave(socket, () => controller.abort()));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const asked = leanFetch(`http://127.0.0.1:${port}/`, { ...REQUEST, signal: controller.signal });
    const error = await asked.then((answer) => answer.json()).then(() => 'answered', thrown);
    server.close();
    return error;
  }
  const thrown = (error: unknown) => error;
  /** Nothing listens there, because only root may. */
  const CLOSED = 'http://127.0.0.1:1/';

  it.each<[string, Behaviour]>([
    ['is never answered', (_socket, giveUp) => giveUp()],
    ['meets a close', (socket) => socket.end()],
    ['meets a reset', (socket) => socket.resetAndDestroy()],
    ['gets half an answer', (socket) => socket.end(answerOf('200 OK', '{"ok":tr', 40))],
    [
      'gets half an answer and then silence',
      (socket, giveUp) => socket.write(answerOf('200 OK', '{"ok":tr', 40), giveUp),
    ],
    ["gets an answer that isn't JSON", (socket) => socket.end(answerOf('200 OK', '<html>'))],
  ])('may have had its effect if it %s', async (_case, behave) => {
    const error = await failOf(behave);
    expect([error === 'answered', hadNoEffect(error)]).toEqual([false, false]);
  });

  it.each(['502 Bad Gateway', '503 Service Unavailable', '504 Gateway Timeout', '404 Not Found'])(
    'had no effect if a proxy answers %s with a page',
    async (status) => {
      const error = await failOf((socket) => socket.end(answerOf(status, '<html>')));
      expect([error === 'answered', hadNoEffect(error)]).toEqual([false, true]);
    },
  );

  it('had no effect if nothing listens', async () => {
    const error = await leanFetch(CLOSED, REQUEST).catch(thrown);
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect(hadNoEffect(error)).toBe(true);
  });

  it('had no effect if the name does not resolve', async () => {
    expect(hadNoEffect(await leanFetch(`http://${NOBODY}/`, REQUEST).catch(thrown))).toBe(true);
  });

  it('had no effect if it was stopped before it was sent', async () => {
    const init = { ...REQUEST, signal: AbortSignal.abort() };
    expect(hadNoEffect(await leanFetch(CLOSED, init).catch(thrown))).toBe(true);
  });

  it('had no effect if its time ended while it waited for a connection', async () => {
    let read = 0;
    const silent = createTcpServer((socket) =>
      socket.on('error', () => undefined).once('data', () => (read += 1)),
    );
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
    const errors = await Promise.all(
      Array.from({ length: 40 }, () => leanFetch(url, { ...REQUEST, timeoutMs: 1_000 }).catch(thrown)),
    );
    silent.close();
    const unsent = errors.filter(hadNoEffect).length;
    // At most 16 at once have a connection. A few more are sent as the first ones end.
    expect(unsent).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(40 - unsent);
    expect(errors).toContainEqual(expect.objectContaining({ name: 'TimeoutError' }));
  });
});
