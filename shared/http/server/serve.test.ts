import http from 'node:http';
import type { AddressInfo } from 'node:net';

import { serve } from './serve';
import type { Handler, Reply, Request } from '../types';

let handler: Handler = async () => ({ status: 200 });
const server = http.createServer((req, res) => void serve((request) => handler(request))(req, res));
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function answer(reply: Reply | (() => never), path = '/') {
  handler = async () => (typeof reply === 'function' ? reply() : reply);
  const response = await fetch(origin + path);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
    response,
  };
}

const JSON_TYPE = 'application/json; charset=utf-8';
const TEXT_TYPE = 'text/plain; charset=utf-8';

test.each([
  ['an object as JSON', { status: 201, body: { a: 'ü' } }, 201, JSON_TYPE, '{"a":"ü"}'],
  ['null as JSON', { status: 200, body: null }, 200, JSON_TYPE, 'null'],
  ['a string as text', { status: 200, body: 'OK' }, 200, TEXT_TYPE, 'OK'],
  [
    'a string as the type that its header names',
    { status: 200, body: '<p>', headers: { 'content-type': 'text/html' } },
    200,
    'text/html',
    '<p>',
  ],
  ['no body at all', { status: 204 }, 204, null, ''],
])('sends %s', async (_, reply: Reply, status, type, text) => {
  expect(await answer(reply)).toMatchObject({ status, type, text });
});

it('sends the headers of a reply', async () => {
  const { response } = await answer({ status: 429, headers: { 'Retry-After': '6' }, body: {} });
  expect(response.headers.get('retry-after')).toBe('6');
});

test.each([
  ['a handler that throws', () => assertFails('secret reason')],
  ['a body that JSON can’t express', { status: 200, body: { n: 1n } }],
  ['an invalid header', { status: 200, headers: { 'X-Bad': 'a\nb' } }],
])('answers %s with 500 without a reason, which goes to stderr', async (_, reply) => {
  const spy = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await answer(reply)).toMatchObject({ status: 500, text: '{"error":"internal"}' });
  expect(spy).toHaveBeenCalledWith(expect.stringMatching(/http\.unanswerable.*"stack_trace":"\w*Error/));
  spy.mockRestore();
});

it('passes on method, path, query and headers', async () => {
  let seen: Request | undefined;
  handler = async (request) => ((seen = request), { status: 204, body: String(await request.body()) });
  await fetch(`${origin}/a/b?c=d&c=e?f`, { method: 'PUT', headers: { 'X-One': '1' } });
  expect(seen).toMatchObject({ method: 'PUT', path: '/a/b', remoteAddress: '127.0.0.1' });
  expect(seen?.query.getAll('c')).toEqual(['d', 'e?f']);
  expect(seen?.headers['x-one']).toBe('1');
  expect(seen?.rawHeaders).toContain('X-One');
  expect(await seen?.body()).toHaveLength(0); // the same bytes, read once
  expect(seen?.correlationId).toMatch(/^[0-9a-f-]{36}$/);
});

function assertFails(reason: string): never {
  throw new Error(reason);
}

it('tells a handler that its caller hung up, and since when', async () => {
  let gone: Request['callerGoneMs'] = () => undefined;
  const ended = new Promise<void>((resolve) => {
    handler = async ({ callerGoneMs }) => {
      gone = callerGoneMs;
      expect(callerGoneMs()).toBeUndefined();
      request.destroy();
      while (callerGoneMs() === undefined) await new Promise((next) => setImmediate(next));
      resolve();
      return { status: 200 };
    };
  });
  const request = http.get(origin).on('error', () => undefined);
  await ended;
  expect(gone()).toBeGreaterThanOrEqual(0);
  await answer({ status: 200 });
});

it('does not take the end of an answer for a caller that hung up', async () => {
  let gone: Request['callerGoneMs'] = () => 1;
  handler = async ({ callerGoneMs }) => {
    gone = callerGoneMs;
    return { status: 200 };
  };
  const response = await fetch(origin, { headers: { connection: 'close' } });
  await response.text();
  await new Promise((next) => setImmediate(next));
  expect(gone()).toBeUndefined();
});
