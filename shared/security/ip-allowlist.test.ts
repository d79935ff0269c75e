import { Forbidden } from '../errors';
import { fakeRequest } from '../../tests/support/fake-request';
import { ipAllowlist, isAllowlistDisabled } from './ip-allowlist';

const call = (ranges: string[], address: string) =>
  ipAllowlist(ranges, 0)(async () => ({ status: 200 }))(fakeRequest({ remoteAddress: address }));

test.each([
  [['10.0.0.0/8'], '10.255.255.255'],
  [['10.1.2.3/8'], '10.9.9.9'],
  [['192.0.2.1'], '192.0.2.1'],
  [['10.0.0.0/8', '192.0.2.0/30'], '192.0.2.3'],
  [['10.0.0.0/8'], '::ffff:10.1.1.1'],
  [['::ffff:10.0.0.0/104'], '10.1.1.1'],
  [['2001:db8::/32'], '2001:db8:ffff::1'],
  [['::1'], '::1'],
  [['0.0.0.0/0'], '8.8.8.8'],
  [[' 10.0.0.0/8 '], '10.0.0.1'],
  [['*'], '8.8.8.8'],
  [['*'], ''],
])('%j admits %s', async (ranges, address) => {
  await expect(call(ranges, address)).resolves.toEqual({ status: 200 });
});

test.each([
  [['10.0.0.0/8'], '11.0.0.0'],
  [['192.0.2.1'], '192.0.2.2'],
  [['192.0.2.0/30'], '192.0.2.4'],
  [['2001:db8::/32'], '2001:db9::1'],
  [['0.0.0.0/0'], '2001:db8::1'],
  [['::/0'], '10.0.0.1'],
  [['0.0.0.0/0', '::/0'], ''],
])('%j refuses %j', async (ranges, address) => {
  await expect(call(ranges, address)).rejects.toThrow(Forbidden);
});

it('does not trust the left-most entry of X-Forwarded-For', async () => {
  const headers = { 'X-Forwarded-For': '10.0.0.1, 8.8.8.8' };
  const handler = ipAllowlist(['10.0.0.0/8'], 1)(async () => ({ status: 200 }));
  await expect(handler(fakeRequest({ headers }))).rejects.toThrow(Forbidden);
});

test.each([
  [[], /empty/],
  [[''], /entry 1/],
  [['10.0.0.0/8', '10.0.0.0/33'], /entry 2/],
  [['10.0.0.0/'], /entry 1/],
  [['10.0.0.0/8/8'], /entry 1/],
  [['10.0.0/8'], /entry 1/],
  [['::/129'], /entry 1/],
  [['::ffff:10.0.0.0/8'], /entry 1/],
  [['example.org'], /entry 1/],
  [['10.0.0.0/8', '*'], /entry 2/],
])('throws for %j', (ranges: string[], message) => {
  expect(() => ipAllowlist(ranges, 0)).toThrow(message);
});

test.each([
  [['*'], true],
  [[' * '], true],
  [['10.0.0.0/8'], false],
  [['0.0.0.0/0'], false],
  [[], false],
])('decides if %j disables the list: %s', (ranges: string[], expected) => {
  expect(isAllowlistDisabled(ranges)).toBe(expected);
});
