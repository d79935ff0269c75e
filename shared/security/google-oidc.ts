import { Forbidden, Unauthorized } from '../errors';
import { soleHeader } from '../http/single-header';
import type { Reply, Request } from '../http/types';
import { type CredentialGuard, readsHeader } from './any-of';
import { GOOGLE_ISSUERS, googleIdTokens, type VerifyIdToken } from './google-id-token';
import { demandSecret, isSameSecret } from './secrets';

interface Options {
  /** The address that the tokens of Cloud Scheduler and Cloud Tasks are issued for. */
  readonly audience: string;
  /** The only account that may call. */
  readonly serviceAccountEmail: string;
  readonly verify?: VerifyIdToken;
}

/**
 * Admits one Google service account (that of Cloud Scheduler and Cloud Tasks) by its id token. A token that cannot be verified gets 401, a
 * valid token of another account 403.
 */
export function googleOidc({ audience, serviceAccountEmail, verify }: Options): CredentialGuard {
  demandSecret(audience, 'the audience');
  demandSecret(serviceAccountEmail, 'the service account');
  const claimsOf = verify ?? googleIdTokens();
  return readsHeader('authorization', (next) => {
    async function demandGoogleToken(request: Request): Promise<Reply> {
      const header = soleHeader(request, 'authorization') ?? '';
      const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i.exec(header)?.[1];
      if (token === undefined) throw new Unauthorized('no bearer token');
      const claims = await claimsOf(token, audience);
      // Checked here although the verifier checks it too, because another verifier might not.
      if (claims.aud !== audience || !GOOGLE_ISSUERS.includes(claims.iss ?? '')) {
        throw new Unauthorized('id token was made for another audience');
      }
      if (claims.email_verified !== true || !isSameSecret(claims.email ?? '', serviceAccountEmail)) {
        throw new Forbidden('another account');
      }
      return next(request);
    }
    return demandGoogleToken;
  });
}
