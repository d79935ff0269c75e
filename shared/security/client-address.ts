import type { Request } from '../http/types';
import { type Address, parseAddress } from './ip-address';

/** What stands for a client whose address nobody knows; it is in no range and shares one bucket. */
const UNKNOWN = 'unknown';

/**
 * The client's address, normalised. Each trusted proxy appends what it saw to `X-Forwarded-For`, so the list is
 * counted from the right: 0 hops is the socket's own address, 1 the last entry, 2 the one before it. What lies further
 * left is the sender's own word and is never read. Too few entries, or garbage where the address should be: the
 * request did not come the way it was deployed for, and is known by its socket.
 */
export function clientAddress(request: Request, trustedProxyHops: number): string {
  return normalised(forwardedFor(request, trustedProxyHops) ?? parseAddress(request.remoteAddress));
}

/**
 * The client's network, to count by: an IPv4 address, or the /64 of an IPv6 address, for that is what one subscriber
 * is given, and it holds more addresses than any limit.
 */
export function clientNetwork(request: Request, trustedProxyHops: number): string {
  const address = parseAddress(clientAddress(request, trustedProxyHops));
  if (address?.kind() !== 'ipv6') return normalised(address);
  const prefix = address.toByteArray().slice(0, 8);
  return `${Buffer.from(prefix).toString('hex')}/64`;
}

function forwardedFor({ headers }: Request, hops: number): Address | undefined {
  // Node joins repeated headers in the order in which they came, as if each proxy had appended to one.
  const list = headers['x-forwarded-for'];
  if (hops < 1 || list === undefined) return undefined;
  const entries = (typeof list === 'string' ? list : list.join(',')).split(',');
  const entry = entries[entries.length - hops];
  return entry === undefined ? undefined : parseAddress(entry);
}

function normalised(address: Address | undefined): string {
  return address?.toString() ?? UNKNOWN;
}
