import { AppError, BadRequest, Forbidden, MethodNotAllowed, NotFound, PayloadTooLarge } from '../errors';
import { TooManyRequests, Unauthorized, Unavailable } from '../errors';
import { answerErrors } from './answer-errors';
import { fakeRequest } from '../../tests/support/fake-request';

class Odd extends AppError {
  readonly status = 409;
  readonly code = 'odd';
  override readonly retryAfterSeconds = 0.2;
}

const secret = 'hunter2-in-the-body';
const request = fakeRequest({ path: '/x', body: secret, headers: { 'X-Signature': secret } });

async function answerTo(error: unknown) {
  const lines: [string, string, Record<string, unknown>][] = [];
  const guard = answerErrors({
    info: (event, fields) => lines.push(['info', event, fields]),
    error: (event, fields) => lines.push(['error', event, fields]),
  });
  const reply = await guard(async () => {
    throw error;
  })(request);
  return { reply, lines };
}

test.each([
  [new BadRequest('invalid_json'), 400, 'invalid_json', {}],
  [new Unauthorized(), 401, 'unauthorized', {}],
  [new Forbidden(), 403, 'forbidden', {}],
  [new NotFound(), 404, 'not_found', {}],
  [new MethodNotAllowed(['POST', 'PUT']), 405, 'method_not_allowed', { Allow: 'POST, PUT' }],
  [new PayloadTooLarge(10), 413, 'payload_too_large', {}],
  [new TooManyRequests(6), 429, 'too_many_requests', { 'Retry-After': '6' }],
  [new Odd('odd'), 409, 'odd', { 'Retry-After': '1' }],
])('answers %s with %d and its code', async (error, status, code, headers) => {
  const { reply, lines } = await answerTo(error);
  expect(reply).toEqual({ status, headers, body: { error: code } });
  expect(lines).toEqual([['info', 'http.refused', expect.objectContaining({ status, path: '/x' })]]);
});

test.each([
  [new Unavailable('db away'), 503, { error: 'unavailable' }],
  [new TypeError('bug at line 7'), 500, { error: 'internal' }],
  ['thrown text', 500, { error: 'internal' }],
  [undefined, 500, { error: 'internal' }],
])('answers %s with %d and details in the log only', async (error, status, body) => {
  const { reply, lines } = await answerTo(error);
  expect(reply).toMatchObject({ status, body });
  expect(lines).toEqual([['error', 'http.failed', expect.objectContaining({ status, error })]]);
});

it('logs neither body nor headers', async () => {
  const { lines } = await answerTo(new Forbidden());
  expect(JSON.stringify(lines)).not.toContain(secret);
  expect(JSON.stringify(lines).length).toBeLessThan(400);
});

it('passes a good answer on', async () => {
  const silent = { info: () => undefined, error: () => undefined };
  const reply = { status: 200, body: { ok: true } };
  expect(await answerErrors(silent)(async () => reply)(request)).toBe(reply);
});
