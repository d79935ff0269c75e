import { Unauthorized } from '../errors';
import { soleHeader } from '../http/sole-header';
import type { Guard } from '../http/types';
import { demandSecrets } from './secrets';

const HEX_SHA512 = /^[0-9a-f]{128}$/i;

export type IsAuthentic = (rawBody: Buffer, signature: string, secret: string) => boolean;

/**
 * Admits IPNs that NOWPayments signed with any of `secrets` (two during a rotation). How they sign is
 * `nowpayments/`' knowledge and is handed in. `onRefused` counts: refusals that nobody sees once cost days of IPNs.
 */
export function ipnSignature(
  secrets: readonly string[],
  isAuthentic: IsAuthentic,
  onRefused?: () => void,
): Guard {
  demandSecrets(secrets, 'the IPN signature');
  return (next) => async (request) => {
    const signature = soleHeader(request, 'x-nowpayments-sig')?.trim() ?? '';
    const isKnown =
      HEX_SHA512.test(signature) && secrets.some((secret) => isAuthentic(request.rawBody, signature, secret));
    if (!isKnown) {
      onRefused?.();
      throw new Unauthorized('no valid IPN signature');
    }
    return next(request);
  };
}
