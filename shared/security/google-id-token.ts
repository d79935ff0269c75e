import type { OAuth2Client } from 'google-auth-library';

import { Unauthorized, Unavailable } from '../errors';
import { loadOnce } from '../load-once';

/** The claims of an id token that we check. */
export interface Claims {
  readonly iss?: string | undefined;
  readonly aud?: string | undefined;
  readonly email?: string | undefined;
  readonly email_verified?: boolean | undefined;
}

export type VerifyIdToken = (token: string, audience: string) => Promise<Claims>;

/** The part of google-auth-library that we use. */
export type TokenLibrary = Pick<
  OAuth2Client,
  'getFederatedSignonCertsAsync' | 'verifySignedJwtWithCertsAsync'
>;

export const GOOGLE_ISSUERS: readonly string[] = ['https://accounts.google.com', 'accounts.google.com'];

/**
 * Verifies Google's id tokens: signature, dates, issuer, audience. Loads google-auth-library for the first token,
 * because loading it at the start would slow down every function.
 */
export function googleIdTokens(load: () => Promise<TokenLibrary> = loadLibrary): VerifyIdToken {
  const loaded = loadOnce(load);
  async function verifyIdToken(token: string, audience: string) {
    const library = await loaded();
    const certs = await googleCertificates(library);
    try {
      const ticket = await library.verifySignedJwtWithCertsAsync(token, certs, audience, [...GOOGLE_ISSUERS]);
      return ticket.getPayload() ?? {};
    } catch {
      // No cause, because the library's messages quote the token.
      throw new Unauthorized('id token does not verify');
    }
  }
  return verifyIdToken;
}

async function loadLibrary(): Promise<TokenLibrary> {
  const { OAuth2Client } = await import('google-auth-library');
  return new OAuth2Client();
}

/** Google's public keys. The library caches them for as long as Google allows. */
async function googleCertificates(library: TokenLibrary) {
  try {
    return (await library.getFederatedSignonCertsAsync()).certs;
  } catch (cause) {
    throw new Unavailable("Google's certificates cannot be read", { cause });
  }
}
