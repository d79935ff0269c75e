import { Unauthorized } from '../errors';
import { soleHeader } from '../http/single-header';
import type { Guard, Reply, Request } from '../http/types';
import { demandKeys } from './secrets';

const HEX_SHA512 = /^[0-9a-f]{128}$/i;

/** Checks a signature under any of the secrets. */
export type IsAuthentic = (rawBody: Buffer, signature: string, secrets: readonly string[]) => boolean;

/**
 * Admits IPNs that NOWPayments signed with any of `secrets` (two during a rotation). `isAuthentic` comes from
 * `nowpayments/`, which knows how they sign. `onRefused` gets bodies that another secret signed, because unnoticed
 * refusals once cost days of IPNs. It ignores unsigned requests, because NOWPayments always signs. Reads no body of theirs.
 */
export function ipnSignature(
  secrets: readonly string[],
  isAuthentic: IsAuthentic,
  onRefused?: (rawBody: Buffer) => void,
): Guard {
  demandKeys(secrets, 'the IPN signature');
  return (next) => {
    async function demandIpnSignature(request: Request): Promise<Reply> {
      const signature = soleHeader(request, 'x-nowpayments-sig')?.trim() ?? '';
      if (!HEX_SHA512.test(signature)) throw new Unauthorized('no IPN signature');
      const rawBody = await request.body();
      if (!isAuthentic(rawBody, signature, secrets)) {
        onRefused?.(rawBody);
        throw new Unauthorized('no valid IPN signature');
      }
      return next(request);
    }
    return demandIpnSignature;
  };
}
