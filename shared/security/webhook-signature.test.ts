import { execFileSync } from 'node:child_process';

import { Forbidden, Unauthorized } from '../errors';
import { fakeRequest } from '../../tests/support/fake-request';
import { deliveryKey, signWebhook, webhookSignature } from './webhook-signature';

const NOW = 1_700_000_000;
const body = '{"open_channel_id":"-1001","note":"ü"}';
const guard = webhookSignature({ keys: ['new', 'old'], clocks: [() => NOW] });
const handler = guard(async () => ({ status: 200 }));
const send = (headers: Record<string, string | string[]>, text = body) =>
  handler(fakeRequest({ body: text, headers }));

const plain = signWebhook('new', body);
const dated = (timestamp: number) => signWebhook('new', body, timestamp);
const signature = plain['X-Signature']!;

test.each([
  ['signed', plain],
  ['signed with the previous secret', signWebhook('old', body)],
  ['signed in capitals', { 'x-signature': signature.toUpperCase() }],
  ['signed now', dated(NOW)],
  ['signed now with the previous secret', signWebhook('old', body, NOW)],
  ['signed 300 s ago', dated(NOW - 300)],
  ['signed 300 s ahead', dated(NOW + 300)],
])('admits a call %s', async (_, headers) => {
  await expect(send(headers)).resolves.toEqual({ status: 200 });
});

test.each([
  ['without a signature', {}],
  ['with an empty signature', { 'X-Signature': '' }],
  ['with two signatures', { 'X-Signature': [signature, signature] }],
])('answers 401 to a call %s', async (_, headers: Record<string, string | string[]>) => {
  await expect(send(headers)).rejects.toThrow(Unauthorized);
});

test.each([
  ['signed 301 s ago', dated(NOW - 301)],
  ['signed 301 s ahead', dated(NOW + 301)],
  ['whose date was changed', { ...dated(NOW - 400), 'X-Timestamp': String(NOW) }],
  ['whose date was removed', { 'X-Signature': dated(NOW)['X-Signature']! }],
  ['that was given a date', { ...plain, 'X-Timestamp': String(NOW) }],
  ['with an empty date', { ...plain, 'X-Timestamp': '' }],
  ['with a date in words', { ...plain, 'X-Timestamp': 'now' }],
  ['with a date in exponents', { ...plain, 'X-Timestamp': '17e8' }],
  ['with two dates', { ...dated(NOW), 'X-Timestamp': [String(NOW), String(NOW)] }],
  ['with a short signature', { 'X-Signature': signature.slice(1) }],
  ['with a signature that is not hex', { 'X-Signature': `z${signature.slice(1)}` }],
  ['signed with another secret', signWebhook('third', body)],
])('answers 403 to a call %s', async (_, headers: Record<string, string | string[]>) => {
  await expect(send(headers)).rejects.toThrow(Forbidden);
});

it('answers 403 to a body changed after signing', async () => {
  await expect(send(plain, body.replace('-1001', '-1002'))).rejects.toThrow(Forbidden);
});

it('asks for the time only after the signature is valid', async () => {
  let asked = 0;
  const counting = webhookSignature({ keys: ['new'], clocks: [async () => (asked++, NOW)] });
  const countingHandler = counting(async () => ({ status: 200 }));
  const forged = fakeRequest({ body, headers: signWebhook('third', body, NOW) });
  await expect(countingHandler(forged)).rejects.toThrow(Forbidden);
  expect(asked).toBe(0);
  await countingHandler(fakeRequest({ body, headers: dated(NOW) }));
  expect(asked).toBe(1);
});

it('asks the next clock only if the one before finds the call stale', async () => {
  const clocks = [jest.fn(() => NOW), jest.fn(async () => NOW + 1000)];
  const admits = webhookSignature({ keys: ['new'], clocks })(async () => ({ status: 200 }));
  const sent = (timestamp: number) => admits(fakeRequest({ body, headers: dated(timestamp) }));
  await sent(NOW);
  expect(clocks.map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  await expect(sent(NOW + 1000)).resolves.toEqual({ status: 200 });
  await expect(sent(NOW + 500)).rejects.toThrow(Forbidden);
});

it('refuses a validly signed call without a timestamp where one is demanded', async () => {
  const strict = webhookSignature({ keys: ['new'], clocks: [() => NOW], demandsTimestamp: true });
  const admits = strict(async () => ({ status: 200 }));
  await expect(admits(fakeRequest({ body, headers: plain }))).rejects.toThrow(Forbidden);
  await expect(admits(fakeRequest({ body, headers: dated(NOW) }))).resolves.toEqual({ status: 200 });
});

test.each<[string, Record<string, string | string[]>]>([
  ['no signature', {}],
  ['half a signature', { 'X-Signature': signature.slice(1) }],
  ['two signatures', { 'X-Signature': [signature, signature] }],
  ['a malformed date', { ...plain, 'X-Timestamp': 'now' }],
])('reads no body of a call with %s', async (_, headers) => {
  const read = jest.fn(async () => Buffer.from(body));
  await expect(handler({ ...fakeRequest({ headers }), body: read })).rejects.toThrow();
  expect(read).not.toHaveBeenCalled();
});

test.each([[[]], [['']], [['good', '\t']], [[Buffer.alloc(0)]]])('throws for the keys %j', (keys) => {
  expect(() => webhookSignature({ keys, clocks: [() => NOW] })).toThrow(TypeError);
});

it('refuses to sign with a blank secret', () => {
  expect(() => signWebhook(' ', body)).toThrow(TypeError);
});

it('signs as a plain script does', () => {
  const script =
    "process.stdout.write(require('crypto').createHmac('sha256','new').update(process.argv[1]).digest('hex'))";
  const byScript = (text: string) =>
    execFileSync(process.execPath, ['-e', script, text], { encoding: 'utf8' });
  expect(byScript(body)).toBe(signature);
  expect(byScript(`${NOW}.${body}`)).toBe(dated(NOW)['X-Signature']);
});

it('signs as openssl does', () => {
  let printed: string;
  try {
    printed = execFileSync('openssl', ['dgst', '-sha256', '-hmac', 'new'], { input: body, encoding: 'utf8' });
  } catch {
    return; // Not every machine has openssl; the script above is the same check.
  }
  expect(printed).toContain(signature);
});

describe('deliveryKey', () => {
  const withDate = { path: '/a', body, headers: dated(NOW) };
  const without = { path: '/a', body, headers: plain };
  const keyOf = (request: typeof withDate | typeof without) => deliveryKey(fakeRequest(request));

  it('is the same for the same call', async () => {
    for (const request of [withDate, without]) {
      expect(await keyOf(request)).toBe(await keyOf(request));
      expect(await keyOf(request)).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('is the same at every path for a call with a timestamp', async () => {
    expect(await keyOf({ ...withDate, path: '/b' })).toBe(await keyOf(withDate));
    expect(await keyOf({ ...without, path: '/b' })).not.toBe(await keyOf(without));
  });

  test.each([
    ['body', { ...withDate, body: `${body} ` }],
    ['timestamp', { ...withDate, headers: dated(NOW + 1) }],
    ['missing timestamp', { ...withDate, headers: plain }],
  ])('differs by its %s', async (_, other) => {
    expect(await keyOf(other)).not.toBe(await keyOf(withDate));
  });
});
