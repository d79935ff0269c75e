import { Unauthorized } from '../errors';
import { soleHeader } from '../http/single-header';
import type { Guard, Reply, Request } from '../http/types';
import { demandSecrets } from './secrets';

const HEX_SHA512 = /^[0-9a-f]{128}$/i;

export type IsAuthentic = (rawBody: Buffer, signature: string, secret: string) => boolean;

/**
 * Admits IPNs that NOWPayments signed with any of `secrets` (two during a rotation). How they sign is
 * `nowpayments/`' knowledge and is handed in. `onRefused` counts what is signed, and not with our secret: refusals that
 * nobody sees once cost days of IPNs. Who does not sign at all is not NOWPayments: without a secret it sends nothing.
 */
export function ipnSignature(
  secrets: readonly string[],
  isAuthentic: IsAuthentic,
  onRefused?: () => void,
): Guard {
  demandSecrets(secrets, 'the IPN signature');
  return (next) => {
    async function demandIpnSignature(request: Request): Promise<Reply> {
      const signature = soleHeader(request, 'x-nowpayments-sig')?.trim() ?? '';
      const isSigned = HEX_SHA512.test(signature);
      if (!isSigned || !secrets.some((secret) => isAuthentic(request.rawBody, signature, secret))) {
        if (isSigned) onRefused?.();
        throw new Unauthorized('no valid IPN signature');
      }
      return next(request);
    }
    return demandIpnSignature;
  };
}
