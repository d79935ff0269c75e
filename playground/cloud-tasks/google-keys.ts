import { createSign, generateKeyPairSync, type KeyObject, type KeyPairKeyObjectResult } from 'node:crypto';

/** Made once for all, because making one takes a tenth of a second. */
let pair: KeyPairKeyObjectResult | undefined;

/** The keys that Google signs id tokens with, and the certificates that it shows to those who verify them. */
export class GoogleKeys {
  readonly #key: KeyObject;
  readonly certificates: Readonly<Record<string, string>>;

  constructor() {
    const { privateKey, publicKey } = (pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));
    this.#key = privateKey;
    this.certificates = { k1: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
  }

  /** An id token of a service account, good for an hour: https://cloud.google.com/docs/authentication/token-types#id */
  idToken(email: string, audience: string): string {
    const seconds = Math.floor(Date.now() / 1000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const header = { alg: 'RS256', kid: 'k1', typ: 'JWT' };
    const claims = {
      iss: 'https://accounts.google.com',
      aud: audience,
      azp: email,
      sub: '100000000000000000001',
      email,
      email_verified: true,
      iat: seconds,
      exp: seconds + 3600,
    };
    const signed = `${part(header)}.${part(claims)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.#key, 'base64url')}`;
  }
}
