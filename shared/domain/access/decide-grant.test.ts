import { decideGrant, linkExpiresAt, type Grant } from './decide-grant';
import type { Membership } from '../common/membership';
import type { AccessNews } from '../messages/access';

const NOW = 1_000_000_000;
const END = NOW + 86_400_000;
const live = (change: { expiresAt?: number; createdAt?: number; closedChannelId?: number } = {}) => ({
  closedChannelId: -2,
  expiresAt: END,
  createdAt: NOW - 3_600_000,
  ...change,
});
const CREDITED: AccessNews = { type: 'credited' };
const ASKED: AccessNews = { type: 'asked' };

it.each<[Membership, AccessNews, ReturnType<typeof live> | null, Grant, string]>([
  ['in', CREDITED, null, 'tell', 'a member needs no link'],
  ['administrator', CREDITED, live(), 'tell', 'an administrator needs no link'],
  ['banned', CREDITED, live(), 'blocked', 'every link looks expired to a banned user'],
  ['out', CREDITED, null, 'make', 'the first link'],
  ['out', CREDITED, live(), 'resend', 'the link lasts as long as the access'],
  ['out', CREDITED, live({ expiresAt: END - 1 }), 'make', 'the link ends before the access'],
  ['out', CREDITED, live({ closedChannelId: -3 }), 'make', 'another channel is sold now'],
  ['out', ASKED, live({ createdAt: NOW - 1_000 }), 'resend', 'the link was made just now'],
  ['out', ASKED, live(), 'make', 'the link may have been revoked by hand'],
  ['out', ASKED, null, 'make', 'the link was used up'],
])('answers %s, %o and %o with %s: %s', (membership, news, liveLink, grant) => {
  expect(decideGrant(membership, news, { paidUntil: END, closedChannelId: -2, liveLink, now: NOW })).toBe(
    grant,
  );
});

it('ends a link with the access, at least a minute ahead', () => {
  expect(linkExpiresAt({ paidUntil: END, now: NOW })).toBe(END);
  expect(linkExpiresAt({ paidUntil: NOW + 1, now: NOW })).toBe(NOW + 60_000);
});
