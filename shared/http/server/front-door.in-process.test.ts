import { once } from 'node:events';
import http from 'node:http';
import { type AddressInfo, connect } from 'node:net';

import { http as register } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';

import { eventually } from '../../../tests/journeys/support/eventually';
import { answerErrors } from '../answer-errors';
import { guarded } from '../guarded';
import { requestsInFlight } from './drain';
import { installFrontDoor } from './front-door';
import { serve } from './serve';

const silent = { info: () => undefined, error: () => undefined };
const listener = serve(
  guarded([answerErrors(silent)], async (request) => ({ status: 200, body: String(await request.body()) })),
);
register('echo', listener);

const servers: http.Server[] = [];

async function open(server: http.Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const plain = http.createServer;
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

it('wraps every function of a process once, however often it is installed', async () => {
  installFrontDoor({ listener });
  const uninstall = installFrontDoor({ listener });
  for (const origin of [await open(getTestServer('echo')), await open(getTestServer('echo'))]) {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(origin, { method: 'POST', body: '{"half', headers });
    expect([response.status, await response.text()]).toEqual([200, '{"half']);
    expect(response.headers.get('x-frame-options')).toBe('DENY');
  }
  uninstall();
  expect(http.createServer).toBe(plain);
});

it('leaves other servers than the framework’s alone', async () => {
  const uninstall = installFrontDoor({ listener });
  const origin = await open(http.createServer((_, res) => res.end('bare')));
  const response = await fetch(origin);
  expect([await response.text(), response.headers.get('x-frame-options')]).toEqual(['bare', null]);
  uninstall();
});

it('leaves the signals alone by default', async () => {
  const before = process.listenerCount('SIGTERM');
  const uninstall = installFrontDoor({ listener });
  await open(getTestServer('echo'));
  expect(process.listenerCount('SIGTERM')).toBe(before);
  uninstall();
});

it('stops counting a request once it is answered or gone', async () => {
  const uninstall = installFrontDoor({ listener });
  const origin = await open(getTestServer('echo'));
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf');
  await once(socket, 'connect');
  await fetch(origin, { method: 'POST', body: 'a' }).then((response) => response.text());
  await eventually(() => expect(requestsInFlight()).toBe(1));
  socket.destroy();
  await eventually(() => expect(requestsInFlight()).toBe(0));
  uninstall();
});
