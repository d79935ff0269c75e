import fc from 'fast-check';
import { decideGrant, linkExpiresAt, type Grant } from './decide-grant';
import type { Membership } from '../common/membership';
import type { AccessNews } from '../messages/access';
import { DAY_MS } from '../common/time';

const NOW = 1_000_000_000;
const END = NOW + DAY_MS;
const YEAR_MS = 365 * DAY_MS;
const live = (change: { accessUntil?: number; createdAt?: number; closedChannelId?: number } = {}) => ({
  closedChannelId: -2,
  accessUntil: END,
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
  ['out', CREDITED, live({ accessUntil: END - 1 }), 'make', 'the link ends before the access'],
  ['out', CREDITED, live({ closedChannelId: -3 }), 'make', 'another channel is sold now'],
  ['out', ASKED, live({ createdAt: NOW - 1_000 }), 'resend', 'the link was made just now'],
  ['out', ASKED, live(), 'make', 'the link may have been revoked by hand'],
  ['out', ASKED, null, 'make', 'the link was used up'],
])('answers %s, %o and %o with %s: %s', (membership, news, liveLink, grant) => {
  expect(decideGrant(membership, news, { placeUntil: END, closedChannelId: -2, liveLink, now: NOW })).toBe(
    grant,
  );
});

it('replaces a link that ends long before the access', () => {
  const accessUntil = END + 3 * YEAR_MS;
  const grant = (age: number, news: AccessNews = CREDITED) =>
    decideGrant('out', news, {
      placeUntil: accessUntil,
      closedChannelId: -2,
      liveLink: live({ accessUntil, createdAt: NOW - age }),
      now: NOW,
    });
  expect([
    grant(0),
    grant(YEAR_MS / 2),
    grant(YEAR_MS - DAY_MS + 1),
    grant(YEAR_MS),
    grant(2 * YEAR_MS),
  ]).toEqual(['resend', 'resend', 'make', 'make', 'make']);
  expect(grant(6 * 60_000, ASKED)).toBe('make');
});

it('ends a link with the access, at least a minute ahead', () => {
  expect(linkExpiresAt({ accessUntil: END, madeAt: NOW })).toBe(END);
  expect(linkExpiresAt({ accessUntil: NOW + 1, madeAt: NOW })).toBe(NOW + 60_000);
});

it('ends every link within a year and within 32 bits of seconds', () => {
  const FIRST_JANUARY_2026 = 1_767_225_600_000;
  const LAST = 2_147_483_647_000;
  fc.assert(
    fc.property(
      fc.integer({ min: FIRST_JANUARY_2026, max: LAST - 60_000 }),
      fc.integer({ min: 0, max: 100 * YEAR_MS }),
      (madeAt, accessMs) => {
        const endsAt = linkExpiresAt({ accessUntil: madeAt + accessMs, madeAt });
        expect(endsAt).toBeGreaterThan(madeAt);
        expect(endsAt).toBeLessThanOrEqual(Math.min(LAST, madeAt + YEAR_MS));
        if (accessMs >= 60_000 && accessMs <= YEAR_MS) expect(endsAt).toBe(Math.min(madeAt + accessMs, LAST));
      },
    ),
  );
});
