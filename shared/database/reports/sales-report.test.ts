import fc from 'fast-check';
import { useTestDatabase } from '../../../tests/support/test-database';
import { useSettledOrders } from '../../../tests/worlds/settled-orders';
import { paidUntil, type Extension } from '../../domain/common/subscription';
import { DAY_MS } from '../../domain/common/time';
import { readSalesHistory } from './sales-report';

const test = useTestDatabase();
const { newChannel, sale } = useSettledOrders(test);

beforeAll(async () => {
  await test.database.query(
    (sql) => sql`update app_clock set shifted = '2027-03-30 10:00Z'::timestamptz - now()`,
  );
});

it.each([
  // The clock goes forward at 02:00 on the 28th, from UTC+1 to UTC+2: days of 24, 23 and 24 hours.
  ['Europe/Berlin', '2027-03-27T22:59:59Z', '2027-03-27'],
  ['Europe/Berlin', '2027-03-27T23:30:00Z', '2027-03-28'],
  ['Europe/Berlin', '2027-03-28T21:59:59Z', '2027-03-28'],
  ['Europe/Berlin', '2027-03-28T22:30:00Z', '2027-03-29'],
  // On the 14th, from UTC-5 to UTC-4.
  ['America/New_York', '2027-03-14T04:59:59Z', '2027-03-13'],
  ['America/New_York', '2027-03-14T05:30:00Z', '2027-03-14'],
  ['America/New_York', '2027-03-15T03:59:59Z', '2027-03-14'],
  ['America/New_York', '2027-03-15T04:30:00Z', '2027-03-15'],
  ['Asia/Kathmandu', '2027-03-29T18:15:00Z', '2027-03-30'],
])('counts in %s a sale at %s on the day %s', async (zone, at, day) => {
  const openChannelId = await newChannel(zone);
  await sale(openChannelId, at);
  const { days } = await readSalesHistory(test.database, openChannelId);
  expect(days.filter(({ donations }) => donations.count > 0).map((each) => each.day)).toEqual([day]);
});

it('covers each of the last thirty days once, by the channel’s calendar', async () => {
  for (const zone of ['Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati', 'UTC']) {
    const { days } = await readSalesHistory(test.database, await newChannel(zone));
    const today = zone === 'Pacific/Kiritimati' ? '2027-03-31' : '2027-03-30';
    const expected = Array.from({ length: 30 }, (_, back) => new Date(Date.parse(today) - back * DAY_MS));
    expect(days.map(({ day }) => day)).toEqual(expected.map((at) => at.toISOString().slice(0, 10)).reverse());
  }
});

describe('the history of memberships', () => {
  interface Grant {
    readonly member: number;
    readonly grantedAt: number;
    readonly days: number;
    readonly revokedAt: number | null;
  }

  const NOW = Date.parse('2027-03-30T10:00Z');
  // In half days over the last sixty, so that many grants coincide with midnight, an end or each other.
  const grants = fc.array(
    fc.record({
      member: fc.integer({ min: 1, max: 5 }),
      from: fc.integer({ min: 0, max: 119 }),
      days: fc.integer({ min: 1, max: 20 }),
      revokedAfter: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 2 }),
    }),
    { minLength: 1, maxLength: 25 },
  );
  const START = Date.parse('2027-01-29T00:00Z');
  const grantOf = ({
    member,
    from,
    days,
    revokedAfter,
  }: {
    member: number;
    from: number;
    days: number;
    revokedAfter: number | null;
  }): Grant => {
    const grantedAt = START + from * (DAY_MS / 2);
    const revokedAt = revokedAfter === null ? null : grantedAt + revokedAfter * (DAY_MS / 2) + 1000;
    return { member, grantedAt, days, revokedAt: revokedAt !== null && revokedAt > NOW ? null : revokedAt };
  };

  /** Returns when a member's access ends, as it was known at a moment: the domain's fold of the grants until then. */
  const untilAsOf = (all: readonly Grant[], member: number, at: number): number =>
    paidUntil(
      all
        .filter((grant) => grant.member === member && grant.grantedAt <= at)
        .map(({ grantedAt, days, revokedAt }, index): Extension => ({
          reference: String(index) as Extension['reference'],
          paymentId: null,
          days,
          grantedAt,
          isRevoked: revokedAt !== null && revokedAt <= at,
        })),
    ) ?? 0;

  /** Returns when a member who is out last had access, found by trying every moment at which it may have ended. */
  function lastEnd(all: readonly Grant[], member: number): number | undefined {
    const isIn = (at: number) => untilAsOf(all, member, at) > at;
    const changes = all
      .filter((grant) => grant.member === member)
      .flatMap(({ grantedAt, revokedAt }) => [grantedAt, revokedAt ?? grantedAt]);
    const ends = changes.map((at) => untilAsOf(all, member, at));
    return [...changes, ...ends]
      .filter((at) => at <= NOW && !isIn(at) && isIn(at - 1))
      .sort((a, b) => b - a)[0];
  }

  it('matches the domain’s own fold at every moment', async () => {
    const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
    await fc.assert(
      fc.asyncProperty(grants, async (drawn) => {
        const all = drawn.map(grantOf);
        const openChannelId = await newChannel('UTC');
        const reference = await sale(openChannelId, '2020-01-01T00:00Z');
        const members = [...new Set(all.map(({ member }) => member))];
        await test.database.query(
          (sql) => sql`
            with s as (
              insert into subscriptions (open_channel_id, user_id)
              select ${openChannelId}, value::bigint from jsonb_array_elements_text(${sql.json(members)}) returning 1)
            insert into extensions (order_reference, payment_id, open_channel_id, user_id, days, granted_at, revoked_at)
            select ${reference}, row_number() over (), ${openChannelId}, member, days,
              to_timestamp("grantedAt" / 1000.0), to_timestamp("revokedAt" / 1000.0)
            from jsonb_to_recordset(${sql.json(all as never)})
              as g (member bigint, days int, "grantedAt" float8, "revokedAt" float8), (select count(*) from s) once`,
        );
        for (const member of members) {
          const until = untilAsOf(all, member, NOW);
          await test.database.query(
            (sql) => sql`
              update subscriptions set paid_until = to_timestamp(nullif(${until}::float8, 0) / 1000)
              where open_channel_id = ${openChannelId} and user_id = ${member}`,
          );
        }
        const history = await readSalesHistory(test.database, openChannelId);
        const firstOf = (member: number) =>
          Math.min(...all.filter((grant) => grant.member === member).map(({ grantedAt }) => grantedAt));
        const ends = members
          .filter((member) => untilAsOf(all, member, NOW) <= NOW)
          .map((member) => lastEnd(all, member));
        const expected = history.days.map(({ day }) => {
          const end = Math.min(Date.parse(day) + DAY_MS - 1, NOW);
          return {
            day,
            active: members.filter((member) => untilAsOf(all, member, end) > end).length,
            newMembers: members.filter((member) => isoDay(firstOf(member)) === day).length,
            renewals: all.filter(
              ({ member, grantedAt }) => isoDay(grantedAt) === day && grantedAt > firstOf(member),
            ).length,
            lostMembers: ends.filter((at) => at !== undefined && isoDay(at) === day).length,
          };
        });
        expect(history.days).toMatchObject(expected);
        expect(history.active).toBe(expected.at(-1)?.active);
      }),
      { numRuns: 60 },
    );
  });
});
