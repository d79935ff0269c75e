import { Forbidden } from '../errors';
import type { Guard } from '../http/types';
import { clientAddress } from './client-address';
import { isWithin, parseAddress, parseRange, type Range } from './ip-address';

const ANY = '*';

/** Whether the list lets everybody pass, which only a written-out `*` means. */
export function isAllowlistDisabled(ranges: readonly string[]): boolean {
  return ranges.length === 1 && ranges[0]?.trim() === ANY;
}

/** Admits clients whose address is in one of `ranges` (CIDR, or single addresses). */
export function ipAllowlist(ranges: readonly string[], trustedProxyHops: number): Guard {
  if (isAllowlistDisabled(ranges)) return (next) => next;
  const allowed = parseRanges(ranges);
  return (next) => async (request) => {
    const address = parseAddress(clientAddress(request, trustedProxyHops));
    if (!address || !allowed.some((range) => isWithin(address, range))) {
      throw new Forbidden('address is not on the list');
    }
    return next(request);
  };
}

function parseRanges(ranges: readonly string[]): readonly Range[] {
  if (ranges.length === 0) throw new TypeError(`the IP list is empty; write ${ANY} to admit any address`);
  return ranges.map((text, i) => {
    const range = parseRange(text);
    // `*` among others is refused here too: nobody can tell what was meant.
    if (!range) throw new TypeError(`entry ${i + 1} of the IP list is no address or range: ${text}`);
    return range;
  });
}
