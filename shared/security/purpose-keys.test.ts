import { Forbidden } from '../errors';
import { fakeRequest } from '../../tests/support/fake-request';
import { purposeKey, signFor, type Purpose } from './purpose-keys';
import { signWebhook, webhookSignature } from './webhook-signature';

const SECRET = 'a-signing-secret-of-the-operator';
const PREVIOUS = 'the-signing-secret-before-that-one';
const NOW = 1_700_000_000;
const body = '{"due":true}';

// Made with: printf worker | openssl dgst -sha256 -hmac a-signing-secret-of-the-operator
test.each<[Purpose, string]>([
  ['worker', '5519fc990b49b71166003a0c59905c2ed6c4247d99af5442bf73f4995367f0e1'],
  ['status', '6fbabfe41ed92dc0ceae3c46a0864bfbe229144f093f43d014c1f8b46e6a7ed4'],
])('derives the key of %s as openssl does', (purpose, hex) => {
  expect(purposeKey(purpose, SECRET).toString('hex')).toBe(hex);
});

it('derives nothing from a blank secret', () => {
  expect(() => purposeKey('worker', ' ')).toThrow(TypeError);
});

type Signer = Purpose | 'callers';
const SIGNERS: readonly Signer[] = ['callers', 'worker', 'status'];
const sign = (signer: Signer, secret: string) =>
  signer === 'callers' ? signWebhook(secret, body, NOW) : signFor(signer, secret, body, NOW);
const keysOf = (signer: Signer) =>
  [SECRET, PREVIOUS].map((secret) => (signer === 'callers' ? secret : purposeKey(signer, secret)));

const PAIRS = SIGNERS.flatMap((signer) => SIGNERS.map((guard) => [signer, guard] as const));
describe.each([SECRET, PREVIOUS])('under each secret of a rotation', (secret) => {
  test.each(PAIRS)('a call signed for %s is good only for that, here for %s', async (signer, at) => {
    const guard = webhookSignature({ keys: keysOf(at), clocks: [() => NOW], demandsTimestamp: true });
    const answer = guard(async () => ({ status: 200 }))(fakeRequest({ body, headers: sign(signer, secret) }));
    if (signer === at) await expect(answer).resolves.toEqual({ status: 200 });
    else await expect(answer).rejects.toThrow(Forbidden);
  });
});
