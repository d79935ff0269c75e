import { IPv4, IPv6, parse } from 'ipaddr.js';

export type Address = IPv4 | IPv6;
export type Range = readonly [Address, number];

/**
 * Reads one address as proxies write it: bare, with a port, in brackets, with a zone. An IPv4 address mapped into IPv6
 * becomes the IPv4 address. `undefined` if the text isn't an address.
 */
export function parseAddress(text: string): Address | undefined {
  const bare = bareAddress(text.trim());
  return isStrict(bare) ? unmapped(parse(bare)) : undefined;
}

/** Reads `address/bits`. A single address is a range with only that address. */
export function parseRange(text: string): Range | undefined {
  const [base = '', bits, ...rest] = text.trim().split('/');
  if (!isStrict(base) || base.includes('%') || rest.length > 0) return undefined;
  const given = parse(base);
  const width = given.kind() === 'ipv4' ? 32 : 128;
  if (bits !== undefined && !/^\d{1,3}$/.test(bits)) return undefined;
  const length = bits === undefined ? width : Number(bits);
  if (length > width) return undefined;
  const address = unmapped(given);
  if (address.kind() === given.kind()) return [address, length];
  return length >= 96 ? [address, length - 96] : undefined;
}

export function isWithin(address: Address, [base, bits]: Range): boolean {
  if (address instanceof IPv4) return base instanceof IPv4 && address.match(base, bits);
  return base instanceof IPv6 && address.match(base, bits);
}

function bareAddress(text: string): string {
  const inBrackets = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1];
  const withPort = /^([\d.]+):\d{1,5}$/.exec(text)?.[1];
  return (inBrackets ?? withPort ?? text).replace(/%[\w.-]+$/, '');
}

// The library also accepts `010.1` and `0x7f.1`, which every program reads differently.
function isStrict(text: string): boolean {
  return text.includes(':') ? IPv6.isValid(text) : IPv4.isValidFourPartDecimal(text);
}

function unmapped(address: Address): Address {
  return address instanceof IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}
