import { Forbidden, Unauthorized } from '../errors';
import { fakeRequest } from '../../tests/support/fake-request';
import { purposeKey, signFor } from './purpose-keys';
import { bearerKey } from './bearer-key';
import { credentialOrAddress } from './credential-or-address';
import { webhookSignature } from './webhook-signature';

const SECRET = 'a-signing-secret-of-the-operator';
const NOW = 1_700_000_000;
const signature = webhookSignature({
  keys: [purposeKey('status', SECRET)],
  clocks: [() => NOW],
  demandsTimestamp: true,
});
const keys = [SECRET, 'the-secret-before-it'].map((secret) => purposeKey('status', secret).toString('hex'));
const bearer = bearerKey(keys);
const bears = (text: string) => ({ Authorization: text });
const signed = signFor('status', SECRET, '', NOW);
const forged = signFor('status', 'another-secret-altogether', '', NOW);
const stale = signFor('status', SECRET, '', NOW - 301);
const [LISTED, STRANGER] = ['10.0.0.7', '203.0.113.9'];

const ask = (
  headers: Record<string, string>,
  remoteAddress: string,
  { ranges = ['10.0.0.0/8'], isKeyless = false } = {},
) =>
  credentialOrAddress({ credentials: isKeyless ? [] : [signature, bearer], ranges, trustedProxyHops: 0 })(
    async () => ({ status: 200 }),
  )(fakeRequest({ method: 'GET', headers, remoteAddress }));

test.each([
  ['a listed address', {}, LISTED, {}],
  ['a signature', signed, STRANGER, {}],
  ['a signature from a listed address', signed, LISTED, {}],
  ['a signature where every address may call the webhook', signed, STRANGER, { ranges: ['*'] }],
  ['the key itself', bears(`Bearer ${String(keys[0])}`), STRANGER, {}],
  ['the key itself in any form of the scheme', bears(`bearer  ${String(keys[0])} `), STRANGER, {}],
  ['the previous key', bears(`Bearer ${String(keys[1])}`), STRANGER, { ranges: ['*'] }],
  ['a listed address where there is no key', {}, LISTED, { isKeyless: true }],
])('admits %s', async (_, headers: Record<string, string>, address, options) => {
  await expect(ask(headers, address, options)).resolves.toEqual({ status: 200 });
});

test.each([
  ['a stranger', {}, STRANGER, {}, Unauthorized],
  ['a stranger where every address may call the webhook', {}, STRANGER, { ranges: ['*'] }, Unauthorized],
  [
    'anyone where there is neither a key nor a list',
    signed,
    LISTED,
    { ranges: ['*'], isKeyless: true },
    Unauthorized,
  ],
  ['a forged signature', forged, STRANGER, {}, Forbidden],
  ['a forged signature from a listed address', forged, LISTED, {}, Forbidden],
  ['another key', bears(`Bearer ${'0'.repeat(64)}`), STRANGER, {}, Forbidden],
  ['another key from a listed address', bears(`Bearer ${'0'.repeat(64)}`), LISTED, {}, Forbidden],
  ['the secret in place of its key', bears(`Bearer ${SECRET}`), STRANGER, {}, Forbidden],
  ['the key under another scheme', bears(`Basic ${String(keys[0])}`), LISTED, {}, Unauthorized],
  ['an empty key', bears('Bearer '), LISTED, {}, Unauthorized],
  [
    'a forged signature beside the key',
    { ...forged, ...bears(`Bearer ${String(keys[0])}`) },
    LISTED,
    {},
    Forbidden,
  ],
  [
    'the key where there is none to compare',
    bears(`Bearer ${String(keys[0])}`),
    STRANGER,
    { isKeyless: true },
    Unauthorized,
  ],
  ['an old signature from a listed address', stale, LISTED, {}, Forbidden],
])('refuses %s', async (_, headers: Record<string, string>, address, options, error) => {
  await expect(ask(headers, address, options)).rejects.toThrow(error);
});

it('throws for a list that is not valid', () => {
  expect(() =>
    credentialOrAddress({ credentials: [signature], ranges: ['10.0.0.0/8', '*'], trustedProxyHops: 0 }),
  ).toThrow(TypeError);
});

it.each([[[]], [['']]])('throws for the bearer keys %j', (none) => {
  expect(() => bearerKey(none)).toThrow(TypeError);
});
