import { Unauthorized } from '../errors';
import type { Guard, Reply, Request } from '../http/types';
import type { CredentialGuard } from './any-of';
import { clientAddress } from './client-address';
import { addressList, isAllowlistDisabled } from './ip-allowlist';

interface SignatureOrAddress {
  /** Absent if this installation has no key to check a signature with. */
  readonly signature: CredentialGuard | undefined;
  /** `*` lists nobody here, because it means that a signature is enough. */
  readonly ranges: readonly string[];
  readonly trustedProxyHops: number;
}

/**
 * Admits a signed call, or one without a signature from a listed address. A signature that is present decides alone, so an
 * address never makes up for a wrong one.
 */
export function signatureOrAddress({ signature, ranges, trustedProxyHops }: SignatureOrAddress): Guard {
  const isListed = isAllowlistDisabled(ranges) ? () => false : addressList(ranges);
  return (next) => {
    const signed = signature && { header: signature.header, handler: signature(next) };
    async function demandSignatureOrAddress(request: Request): Promise<Reply> {
      if (signed && request.headers[signed.header] !== undefined) return signed.handler(request);
      if (isListed(clientAddress(request, trustedProxyHops))) return next(request);
      throw new Unauthorized('neither a signature nor a listed address');
    }
    return demandSignatureOrAddress;
  };
}
