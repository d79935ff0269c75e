import fc from 'fast-check';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { OpenChannelId } from '../../domain/common/ids';
import { paidUntil, type Extension } from '../../domain/common/subscription';
import type { DayFigures } from '../../domain/reports/sales-report';
import { DAY_MS } from '../../domain/common/time';
import { readSalesHistory } from './sales-report';

const test = useTestDatabase();
let lastChannel = -100500;

beforeAll(async () => {
  await test.database.query(
    (sql) => sql`update app_clock set shifted = '2027-03-30 10:00Z'::timestamptz - now()`,
  );
});

async function newChannel(timeZone: string): Promise<OpenChannelId> {
  const openChannelId = --lastChannel as OpenChannelId;
  await test.database.query(
    (sql) => sql`
      insert into channels (open_channel_id, title, owner_user_id, time_zone)
      values (${openChannelId}, 'Alpha', 7001, ${timeZone})`,
  );
  return openChannelId;
}

let lastOrder = 0;
/** Adds a settled order with its payment, and returns its reference. */
async function sale(
  openChannelId: OpenChannelId,
  at: string,
  cents = 1000,
  kind = 'donation',
): Promise<string> {
  const reference = String(++lastOrder).padStart(22, '0');
  const isTier = kind === 'subscription';
  await test.database.query(
    (sql) => sql`
      with o as (
        insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days, amount_cents,
          payment_id, settled_at)
        values (${reference}, ${kind}, 'settled', 5, ${openChannelId}, ${isTier ? 'Gold' : null}, ${isTier ? 30 : null},
          ${cents}, ${lastOrder}, ${at}::timestamptz))
      insert into payments (payment_id, order_reference, payment_status, seen, pay_currency, proven_cents, settles, standing)
      values (${lastOrder}, ${reference}, 'finished', '["finished"]', 'eth', ${cents}, true, 'settled')`,
  );
  return reference;
}

const dayOf = (days: readonly DayFigures[], day: string) => days.find((each) => each.day === day);

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

describe('money that is not simply a settled order', () => {
  const channelWith = async (change: (reference: string) => Promise<unknown>) => {
    const openChannelId = await newChannel('UTC');
    await change(await sale(openChannelId, '2027-03-20T12:00Z', 1000, 'subscription'));
    return readSalesHistory(test.database, openChannelId);
  };
  const extra = (reference: string, columns: object) =>
    test.database.query(
      (sql) => sql`
        insert into payments ${sql({
          payment_id: ++lastOrder,
          order_reference: reference,
          payment_status: 'partially_paid',
          seen: sql.json(['partially_paid']),
          price_amount: '9.99',
          price_currency: 'usd',
          pay_amount: '3',
          actually_paid: '1',
          pay_currency: 'btc',
          exception: 'repeated',
          standing: 'credited',
          decision: 'credit',
          decided_on: '',
          updated_at: '2027-03-25T12:00Z',
          ...columns,
        } as never)}`,
    );

  it('counts a separately credited payment on its day at its rounded worth', async () => {
    const { days, byTier, byCoin } = await channelWith((reference) =>
      extra(reference, { credited_at: '2027-03-22T12:00Z' }),
    );
    expect(dayOf(days, '2027-03-22')).toMatchObject({ credited: { count: 1, cents: 333 } });
    expect(byTier.filter(({ period }) => period === 30)).toMatchObject([
      { tierName: 'Gold', count: 2, cents: 1333 },
    ]);
    expect(byCoin.filter(({ period }) => period === 30)).toMatchObject([
      { coin: 'eth', cents: 1000 },
      { coin: 'btc', cents: 333 },
    ]);
  });

  it('counts a payment that was credited early only once its order is paid', async () => {
    const before = await channelWith((reference) => extra(reference, { credited_at: '2027-03-18T12:00Z' }));
    expect(dayOf(before.days, '2027-03-20')).toMatchObject({ credited: { count: 1 }, sales: { count: 1 } });
    const unpaid = await channelWith(async (reference) => {
      await extra(reference, {});
      await test.database.query(
        (sql) => sql`
          update orders set state = 'open', payment_id = null, settled_at = null where reference = ${reference}`,
      );
    });
    expect(unpaid.days.every(({ credited, sales }) => credited.count + sales.count === 0)).toBe(true);
  });

  it('dates a payment that the previous release wrote by its last change', async () => {
    const { days } = await channelWith((reference) => extra(reference, {}));
    expect(dayOf(days, '2027-03-25')).toMatchObject({ credited: { count: 1, cents: 333 } });
  });

  it('counts a refund on its own day without moving the sale', async () => {
    const { days } = await channelWith((reference) =>
      test.database.query(
        (sql) => sql`
          with o as (update orders set state = 'refunded' where reference = ${reference})
          update payments set standing = 'refunded', refunded_at = '2027-03-24T12:00Z', updated_at = '2027-03-29T12:00Z'
          where order_reference = ${reference}`,
      ),
    );
    expect(dayOf(days, '2027-03-20')).toMatchObject({
      sales: { count: 1, cents: 1000 },
      refunds: { count: 0 },
    });
    expect(dayOf(days, '2027-03-24')).toMatchObject({ refunds: { count: 1, cents: 1000 } });
  });

  it('never counts more in partial refunds than the order counted', async () => {
    const settling = {
      settles: true,
      decision: null,
      decided_on: null,
      standing: 'refunded',
      exception: 'partial',
    };
    const { days } = await channelWith(async (reference) => {
      await test.database.query(
        (sql) => sql`
          update payments set standing = 'refunded', refunded_at = '2027-03-21T12:00Z', proven_cents = 400,
            updated_at = '2027-03-29T12:00Z' where order_reference = ${reference}`,
      );
      await extra(reference, { ...settling, proven_cents: 400, refunded_at: '2027-03-22T12:00Z' });
      await extra(reference, { ...settling, proven_cents: 500, refunded_at: '2027-03-23T12:00Z' });
    });
    const refunds = days.slice(-10, -7).map((day) => day.refunds.cents);
    expect(refunds).toEqual([400, 400, 200]);
  });

  it('counts no refund of a payment that was never counted', async () => {
    const { days } = await channelWith((reference) =>
      extra(reference, { standing: 'refunded', decision: 'refund', refunded_at: '2027-03-22T12:00Z' }),
    );
    expect(days.every(({ refunds, credited }) => refunds.count + credited.count === 0)).toBe(true);
  });
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
