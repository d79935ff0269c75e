import { fakeRequest } from '../../tests/support/fake-request';
import { clientAddress, clientNetwork } from './client-address';

const SOCKET = '169.254.1.1';
const REAL = '198.51.100.7';
const from = (forwardedFor: string | string[] | undefined, remoteAddress = SOCKET) =>
  fakeRequest({
    remoteAddress,
    headers: forwardedFor === undefined ? {} : { 'X-Forwarded-For': forwardedFor },
  });

test.each([0, 1, 2, 3, 4, 5])('ignores %d spoofed entries before the true ones', (count) => {
  const spoofed = Array.from({ length: count }, (_, i) => `10.0.0.${i}`);
  expect(clientAddress(from([...spoofed, REAL].join(', ')), 1)).toBe(REAL);
  expect(clientAddress(from([...spoofed, REAL, '203.0.113.1'].join(',')), 2)).toBe(REAL);
  expect(clientAddress(from([...spoofed, REAL].join(', ')), 0)).toBe(SOCKET);
});

test.each([
  ['no header', undefined, 1, SOCKET],
  ['an empty header', '', 1, SOCKET],
  ['fewer entries than hops', REAL, 2, SOCKET],
  ['many fewer entries than hops', REAL, 9, SOCKET],
  ['garbage where the address should be', `${REAL}, unknown`, 1, SOCKET],
  ['an empty entry where the address should be', `${REAL},`, 1, SOCKET],
  ['garbage elsewhere', `unknown, , ${REAL}`, 1, REAL],
  ['a doubled header', ['10.0.0.1', REAL], 1, REAL],
  ['a doubled header, two hops', [`10.0.0.1, ${REAL}`, '203.0.113.1'], 2, REAL],
  ['a port', `${REAL}:4711`, 1, REAL],
  ['white space', ` \t${REAL} `, 1, REAL],
  ['IPv6', '2001:DB8:0:0:0:0:0:1', 1, '2001:db8::1'],
  ['IPv6 in brackets', '[2001:db8::1]', 1, '2001:db8::1'],
  ['IPv6 in brackets with a port', '[2001:db8::1]:443', 1, '2001:db8::1'],
  ['IPv6 with a zone', 'fe80::1%eth0', 1, 'fe80::1'],
  ['IPv4 mapped into IPv6', `::ffff:${REAL}`, 1, REAL],
  ['IPv4 mapped into IPv6, in hex', '::ffff:c633:6407', 1, REAL],
  ['IPv4 mapped into IPv6, in brackets with a port', `[::ffff:${REAL}]:1`, 1, REAL],
  ['a name', 'localhost', 1, SOCKET],
  ['an octal spelling', '010.0.0.1', 1, SOCKET],
  ['a short spelling', '127.1', 1, SOCKET],
  ['a hex spelling', '0x7f000001', 1, SOCKET],
  ['a number too high', '256.1.1.1', 1, SOCKET],
  ['a range', '10.0.0.0/8', 1, SOCKET],
  ['a script', '<script>', 1, SOCKET],
])('finds the address from %s', (_, header, hops, expected) => {
  expect(clientAddress(from(header), hops)).toBe(expected);
});

test.each([
  ['::ffff:127.0.0.1', '127.0.0.1'],
  ['::1', '::1'],
  ['', 'unknown'],
])('normalises a socket address %j to %s', (remoteAddress, expected) => {
  expect(clientAddress(from(undefined, remoteAddress), 0)).toBe(expected);
});

test.each([
  ['counts one IPv4 address as one client', REAL, REAL, true],
  ['counts two IPv4 addresses as two', REAL, '198.51.100.8', false],
  ['counts one /64 of IPv6 as one client', '2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
  ['counts two /64 as two', '2001:db8:1:2::1', '2001:db8:1:3::1', false],
])('%s', (_, a, b, isSame) => {
  expect(clientNetwork(from(a), 1) === clientNetwork(from(b), 1)).toBe(isSame);
});
