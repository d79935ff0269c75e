import type { Request } from '../http/types';
import { type Address, parseAddress } from './ip-address';

/** Stands for a client whose address is unknown. It is in no range, and all such clients share one bucket. */
const UNKNOWN = 'unknown';

/**
 * The client's address, normalised. Each trusted proxy appends what it saw to `X-Forwarded-For`, so the list is counted
 * from the right: 0 hops is the socket's own address, 1 the last entry, 2 the one before it. Entries further left come
 * from the sender and are never read. With too few entries, or garbage in place of the address, the request did not
 * take the deployed route, so the socket's address is used.
 */
export function clientAddress(request: Request, trustedProxyHops: number): string {
  return normalised(forwardedFor(request, trustedProxyHops) ?? parseAddress(request.remoteAddress));
}

/**
 * The client's network, for counting: an IPv4 address, or the /64 of an IPv6 address, because one subscriber gets a
 * whole /64, which holds more addresses than any limit.
 */
export function clientNetwork(request: Request, trustedProxyHops: number): string {
  const address = parseAddress(clientAddress(request, trustedProxyHops));
  if (address?.kind() !== 'ipv6') return normalised(address);
  const prefix = address.toByteArray().slice(0, 8);
  return `${Buffer.from(prefix).toString('hex')}/64`;
}

function forwardedFor({ headers }: Request, hops: number): Address | undefined {
  // Node joins repeated headers in order of arrival, as if each proxy had appended to a single one.
  const list = headers['x-forwarded-for'];
  if (hops < 1 || list === undefined) return undefined;
  const entries = (typeof list === 'string' ? list : list.join(',')).split(',');
  const entry = entries[entries.length - hops];
  return entry === undefined ? undefined : parseAddress(entry);
}

function normalised(address: Address | undefined): string {
  return address?.toString() ?? UNKNOWN;
}
