import { Unauthorized } from '../errors';
import type { Guard, Reply, Request } from '../http/types';
import type { CredentialGuard } from './any-of';
import { clientAddress } from './client-address';
import { addressList, isAllowlistDisabled } from './ip-allowlist';

interface CredentialOrAddress {
  /** None if this installation has no key to check anything with. */
  readonly credentials: readonly CredentialGuard[];
  /** `*` lists nobody here, because it means that a credential is enough. */
  readonly ranges: readonly string[];
  readonly trustedProxyHops: number;
}

/**
 * Admits a call with a credential, or one without from a listed address. The first credential that is present decides
 * alone, so neither an address nor another credential makes up for a wrong one.
 */
export function credentialOrAddress({ credentials, ranges, trustedProxyHops }: CredentialOrAddress): Guard {
  const isListed = isAllowlistDisabled(ranges) ? () => false : addressList(ranges);
  return (next) => {
    const checks = credentials.map((guard) => ({ header: guard.header, handler: guard(next) }));
    async function demandCredentialOrAddress(request: Request): Promise<Reply> {
      const check = checks.find(({ header }) => request.headers[header] !== undefined);
      if (check !== undefined) return check.handler(request);
      if (isListed(clientAddress(request, trustedProxyHops))) return next(request);
      throw new Unauthorized('neither a credential nor a listed address');
    }
    return demandCredentialOrAddress;
  };
}
