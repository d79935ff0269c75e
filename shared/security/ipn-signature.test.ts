import { createHmac } from 'node:crypto';

import { Unauthorized } from '../errors';
import { fakeRequest } from '../../tests/support/fake-request';
import { ipnSignature, type IsAuthentic } from './ipn-signature';

const sign = (secret: string, body: string | Buffer) =>
  createHmac('sha512', secret).update(body).digest('hex');
const isAuthentic: IsAuthentic = (body, signature, secrets) =>
  secrets.some((secret) => signature.toLowerCase() === sign(secret, body));

const body = '{"payment_id":1}';
const good = sign('new', body);
let refusals = 0;
const guard = ipnSignature(['new', 'old'], isAuthentic, () => refusals++);
const handler = guard(async () => ({ status: 200 }));
const send = (signature?: string | string[], text = body) =>
  handler(
    fakeRequest({ body: text, headers: signature === undefined ? {} : { 'x-nowpayments-sig': signature } }),
  );

beforeEach(() => (refusals = 0));

test.each([
  ['signed with the secret', good],
  ['signed with the previous secret', sign('old', body)],
  ['signed in capitals', good.toUpperCase()],
  ['with spaces around the signature', ` ${good} `],
])('admits an IPN %s', async (_, signature) => {
  await expect(send(signature)).resolves.toEqual({ status: 200 });
  expect(refusals).toBe(0);
});

test.each([
  ['signed with another secret', sign('third', body)],
  ['signed with nothing', sign('', body)],
])('counts the refusal of an IPN %s', async (_, signature) => {
  await expect(send(signature)).rejects.toThrow(Unauthorized);
  expect(refusals).toBe(1);
});

test.each([
  ['without a signature', undefined],
  ['with an empty signature', ''],
  ['with a short signature', good.slice(0, 127)],
  ['with a long signature', `${good}0`],
  ['with a signature that is not hex', `z${good.slice(1)}`],
  ['with two valid signatures', [good, good]],
  ['with two joined signatures', `${good}, ${good}`],
])('refuses without counting an IPN %s', async (_, signature) => {
  await expect(send(signature)).rejects.toThrow(Unauthorized);
  expect(refusals).toBe(0);
});

it('refuses an IPN whose amount was changed after signing', async () => {
  await expect(send(good, '{"payment_id":2}')).rejects.toThrow(Unauthorized);
});

test.each([[[]], [['']], [['good', ' ']]])('throws for the secrets %j', (secrets) => {
  expect(() => ipnSignature(secrets, isAuthentic)).toThrow(TypeError);
});
