import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

import { CertificateFormat } from 'google-auth-library/build/src/auth/oauth2client';
import { OAuth2Client } from 'google-auth-library';

import { Forbidden, Unauthorized, Unavailable } from '../errors';
import { fakeRequest } from '../../tests/support/fake-request';
import { googleIdTokens } from './google-id-token';
import { googleOidc } from './google-oidc';

const audience = 'https://worker.example';
const serviceAccountEmail = 'scheduler@project.iam.gserviceaccount.com';
const google = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = google.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const now = Math.floor(Date.now() / 1000);
const claims = {
  iss: 'https://accounts.google.com',
  aud: audience,
  email: serviceAccountEmail,
  email_verified: true,
  sub: '1',
  iat: now - 10,
  exp: now + 3600,
};

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function token(changes: object = {}, header: object = {}, key: KeyObject = google.privateKey): string {
  const signed = `${base64url({ alg: 'RS256', kid: 'k1', typ: 'JWT', ...header })}.${base64url({ ...claims, ...changes })}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}

// The real library, with our key in place of Google's.
const library = new OAuth2Client();
jest
  .spyOn(library, 'getFederatedSignonCertsAsync')
  .mockResolvedValue({ certs: { k1: pem }, format: CertificateFormat.PEM });
const verify = googleIdTokens(async () => library);
const guard = googleOidc({ audience, serviceAccountEmail, verify });
const handler = guard(async () => ({ status: 200 }));
const send = (authorization?: string | string[]) =>
  handler(fakeRequest({ headers: authorization === undefined ? {} : { Authorization: authorization } }));

test.each([
  ['signed by Google for us', `Bearer ${token()}`],
  ['with the scheme in lower case', `bearer ${token()}`],
  ['with the other spelling of the issuer', `Bearer ${token({ iss: 'accounts.google.com' })}`],
])('admits a token %s', async (_, authorization) => {
  await expect(send(authorization)).resolves.toEqual({ status: 200 });
});

const [head = '', , tail = ''] = token().split('.');

test.each([
  ['no token', undefined],
  ['an empty token', 'Bearer '],
  ['basic credentials', 'Basic YTpi'],
  ['two tokens', [`Bearer ${token()}`, `Bearer ${token()}`]],
  ['text that isn’t a token', 'Bearer abc'],
  ['three parts that aren’t a token', 'Bearer a.b.c'],
  ['a stranger’s signature', `Bearer ${token({}, {}, stranger.privateKey)}`],
  ['an unknown key', `Bearer ${token({}, { kid: 'k2' })}`],
  ['claims changed after signing', `Bearer ${head}.${base64url({ ...claims, sub: '2' })}.${tail}`],
  ['the algorithm none', `Bearer ${base64url({ alg: 'none', kid: 'k1' })}.${base64url(claims)}.x`],
  ['another audience', `Bearer ${token({ aud: 'https://other.example' })}`],
  ['another issuer', `Bearer ${token({ iss: 'https://evil.example' })}`],
  ['the issuer googleapis.com', `Bearer ${token({ iss: 'googleapis.com' })}`],
  ['a token of yesterday', `Bearer ${token({ iat: now - 90_000, exp: now - 86_400 })}`],
  ['a token of tomorrow', `Bearer ${token({ iat: now + 86_400, exp: now + 90_000 })}`],
  ['a token without an end', `Bearer ${token({ exp: undefined })}`],
])('answers 401 to %s', async (_, authorization) => {
  await expect(send(authorization)).rejects.toThrow(Unauthorized);
});

test.each([
  ['another account', { email: 'else@project.iam.gserviceaccount.com' }],
  ['no account', { email: undefined }],
  ['an unverified account', { email_verified: false }],
  ['an account verified by a string', { email_verified: 'true' }],
])('answers 403 to a valid token of %s', async (_, changes) => {
  await expect(send(`Bearer ${token(changes)}`)).rejects.toThrow(Forbidden);
});

test.each([
  ['audience', { aud: 'https://other.example' }],
  ['issuer', { iss: 'https://evil.example' }],
])('checks the %s itself, whatever the verifier does', async (_, changes) => {
  const careless = googleOidc({
    audience,
    serviceAccountEmail,
    verify: async () => ({ ...claims, ...changes }),
  });
  const request = fakeRequest({ headers: { Authorization: `Bearer ${token()}` } });
  await expect(careless(async () => ({ status: 200 }))(request)).rejects.toThrow(Unauthorized);
});

it('keeps a refused token out of the error', async () => {
  const bad = token({}, { kid: 'k2' });
  const error = await verify(bad, audience).then(
    () => new Error('admitted'),
    (reason: unknown) => reason as Error,
  );
  expect(error).toBeInstanceOf(Unauthorized);
  expect(`${error.stack ?? ''} ${String(error.cause)}`).not.toContain(bad.split('.')[1]);
});

it('answers 503 while the certificates cannot be loaded', async () => {
  const offline = new OAuth2Client();
  jest.spyOn(offline, 'getFederatedSignonCertsAsync').mockRejectedValue(new Error('no network'));
  const away = googleIdTokens(async () => offline);
  await expect(away(token(), audience)).rejects.toThrow(Unavailable);
});

test.each([
  ['audience', { audience: ' ', serviceAccountEmail }],
  ['service account', { audience, serviceAccountEmail: '' }],
])('throws without its %s', (_, options) => {
  expect(() => googleOidc(options)).toThrow('must not be blank');
});
