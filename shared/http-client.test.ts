import { once } from 'node:events';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AbortController as PolyfilledController } from 'abort-controller';
import nock from 'nock';
import { httpFetch, leanFetch, type LeanResponse } from './http-client';
import { withLogContext } from './logger';

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
