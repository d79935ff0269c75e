import { Forbidden } from '../errors';
import type { Guard, Reply, Request } from '../http/types';
import { clientAddress } from './client-address';
import { isWithin, parseAddress, parseRange, type Range } from './ip-address';

const ANY = '*';

/** Returns true if the list admits every address. Only a list of a single `*` does. */
export function isAllowlistDisabled(ranges: readonly string[]): boolean {
  return ranges.length === 1 && ranges[0]?.trim() === ANY;
}

/**
 * Returns a function that tells if an address is in one of `ranges` (CIDR, or single addresses). Throws if one of them is
 * not valid, and so for a disabled list.
 */
export function addressList(ranges: readonly string[]): (address: string) => boolean {
  const allowed = parseRanges(ranges);
  return (text) => {
    const address = parseAddress(text);
    return address !== undefined && allowed.some((range) => isWithin(address, range));
  };
}

/** Admits clients whose address is in one of `ranges`. */
export function ipAllowlist(ranges: readonly string[], trustedProxyHops: number): Guard {
  if (isAllowlistDisabled(ranges)) return (next) => next;
  const isListed = addressList(ranges);
  return (next) => {
    async function demandListedAddress(request: Request): Promise<Reply> {
      if (!isListed(clientAddress(request, trustedProxyHops))) {
        throw new Forbidden('address is not on the list');
      }
      return next(request);
    }
    return demandListedAddress;
  };
}

function parseRanges(ranges: readonly string[]): readonly Range[] {
  if (ranges.length === 0) throw new TypeError(`ALLOWED_IPS is empty; write ${ANY} to admit any address`);
  return ranges.map((text, i) => {
    const range = parseRange(text);
    // `*` beside other entries is refused too, because its meaning would be unclear. The message does not quote the entry,
    // because someone may have pasted a secret there.
    if (!range) throw new TypeError(`ALLOWED_IPS is not valid: entry ${i + 1} is not an address or range`);
    return range;
  });
}
