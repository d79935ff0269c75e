import { Forbidden, Unauthorized } from '../errors';
import { soleHeader } from '../http/single-header';
import type { Reply, Request } from '../http/types';
import { type CredentialGuard, readsHeader } from './any-of';
import { GOOGLE_ISSUERS, googleIdTokens, type VerifyIdToken } from './google-id-token';
import { demandSecret, isSameSecret } from './secrets';

interface Options {
  /** The address for which Cloud Scheduler asks its tokens. */
  readonly audience: string;
  /** The one account that may call. */
  readonly serviceAccountEmail: string;
  readonly verify?: VerifyIdToken;
}

/**
 * Admits the one Google service account that may call (Cloud Scheduler's), by its id token. A token that does not
 * verify is 401; a good token of somebody else is 403.
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
      // Asked again though the verifier has asked: whoever replaces it cannot forget it.
      if (claims.aud !== audience || !GOOGLE_ISSUERS.includes(claims.iss ?? '')) {
        throw new Unauthorized('id token was made for somebody else');
      }
      if (claims.email_verified !== true || !isSameSecret(claims.email ?? '', serviceAccountEmail)) {
        throw new Forbidden('another account');
      }
      return next(request);
    }
    return demandGoogleToken;
  });
}
