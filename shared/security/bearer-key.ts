import { Forbidden, Unauthorized } from '../errors';
import { soleHeader } from '../http/single-header';
import type { Reply, Request } from '../http/types';
import { type CredentialGuard, readsHeader } from './any-of';
import { demandKeys, isSameSecret } from './secrets';

const BEARER = /^Bearer +(\S+)$/i;

/**
 * Admits calls with `Authorization: Bearer KEY`. Prometheus and others that can't sign use it. A key that was read on
 * its way is good until it is replaced, so use this only for what shows nothing secret. No key gets 401, a wrong one 403.
 */
export function bearerKey(keys: readonly string[]): CredentialGuard {
  demandKeys(keys, 'the bearer key');
  return readsHeader('authorization', (next) => {
    async function demandBearerKey(request: Request): Promise<Reply> {
      const [, given] = BEARER.exec(soleHeader(request, 'authorization')?.trim() ?? '') ?? [];
      if (given === undefined) throw new Unauthorized('no key');
      if (!keys.some((key) => isSameSecret(given, key))) throw new Forbidden('wrong key');
      return next(request);
    }
    return demandBearerKey;
  });
}
