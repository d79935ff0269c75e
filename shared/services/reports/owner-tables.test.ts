import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { useTestDatabase } from '../../../tests/support/test-database';
import { generateSales, TIER_NAMES } from '../../../tests/worlds/sales';
import { readDigest } from '../../database/reports/digests';
import { readSalesHistory } from '../../database/reports/sales-report';
import { EXPORTS, type ExportName } from '../../domain/reports/exports';
import type { OpenChannelId } from '../../domain/common/ids';
import {
  netRevenueOf,
  PERIODS,
  periodsOf,
  type PeriodFigures,
  type SalesHistory,
} from '../../domain/reports/sales-report';
import { COLUMNS } from './csv-columns';
import { makeExport } from './make-export';

const CHANNEL = -1001234567890 as OpenChannelId;
const ZONE = 'America/New_York';
const ORDERS = 100_000;
const SEED = 20261124;
type Row = Readonly<Record<string, string>>;

const test = useTestDatabase();
let tables: Record<ExportName, readonly Row[]>;
let history: SalesHistory;
let figures: readonly PeriodFigures[];

/** A strict CSV reader: equal row lengths, one form of quotes, and a byte order mark. */
function read(bytes: Uint8Array): readonly Row[] {
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = Buffer.from(bytes).subarray(3).toString();
  return parse(text, {
    columns: true,
    relax_column_count: false,
    relax_quotes: false,
    record_delimiter: '\r\n',
  });
}

beforeAll(async () => {
  // Right after the end of summer time in New York, which is then in every period but today.
  await test.database.query(
    (sql) => sql`update app_clock set shifted = '2026-11-03 15:00Z'::timestamptz - now()`,
  );
  await generateSales(test.database, { openChannelId: CHANNEL, orders: ORDERS, seed: SEED, days: 400 });
  await generateSales(test.database, {
    openChannelId: -1002 as OpenChannelId,
    orders: 500,
    seed: 1,
    days: 9,
    after: ORDERS,
  });
  await test.database.query((sql) => sql`update channels set time_zone = ${ZONE}`);
  await test.database.query((sql) => sql`analyze`);
  process.stdout.write(`owner tables: seed ${SEED}\n`);
  const made = async (name: ExportName) =>
    read((await makeExport(test.database, { openChannelId: CHANNEL, name })).bytes);
  tables = { orders: await made('orders'), payments: await made('payments'), members: await made('members') };
  history = await readSalesHistory(test.database, CHANNEL);
  figures = periodsOf(history);
});

const cents = (usd: string | undefined): number => Number((usd ?? '').replace('.', ''));
const tally = (rows: readonly Row[], column: string) => ({
  count: rows.length,
  cents: rows.reduce((sum, row) => sum + cents(row[column]), 0),
});
const localDay = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });
/** The rows with a time in a period, by the channel's calendar. */
function within(rows: readonly Row[], column: string, period: number): readonly Row[] {
  const first = history.days.at(-period)?.day ?? '';
  return rows.filter((row) => row[column] !== '' && localDay.format(new Date(String(row[column]))) >= first);
}
const grouped = (rows: readonly Row[], keyOf: (row: Row) => string, column: string) => {
  const groups = new Map<string, number>();
  for (const row of rows) groups.set(keyOf(row), (groups.get(keyOf(row)) ?? 0) + cents(row[column]));
  return groups;
};
const merged = (...all: ReadonlyMap<string, number>[]) => {
  const groups = new Map<string, number>();
  for (const [key, value] of all.flatMap((each) => [...each]))
    groups.set(key, (groups.get(key) ?? 0) + value);
  return [...groups].sort();
};
/** A cell without the quote that keeps it from being a formula. */
const plain = (cell: string) => cell.replace(/^'/, '');

describe.each(PERIODS)('the figures of %d days', (period) => {
  const of = () => figures.find((each) => each.period === period)!;

  it('agree with the tables', () => {
    const orders = new Map(tables.orders.map((row) => [row['order'], row]));
    const settled = within(tables.orders, 'settled_at', period);
    const counted = within(tables.payments, 'credited_at', period);
    const isGift = (row: Row) => orders.get(row['order'])?.['kind'] === 'donation';
    const gifts = [settled.filter(isGift), counted.filter(isGift)] as const;
    const [gifted, alsoGifted] = [tally(gifts[0], 'received_usd'), tally(gifts[1], 'credited_usd')];
    expect(of()).toMatchObject({
      sales: tally(
        settled.filter((row) => !isGift(row)),
        'received_usd',
      ),
      donations: { count: gifted.count + alsoGifted.count, cents: gifted.cents + alsoGifted.cents },
      credited: tally(
        counted.filter((row) => !isGift(row)),
        'credited_usd',
      ),
      refunds: tally(within(tables.payments, 'refunded_at', period), 'refunded_usd'),
    });
    const tierOf = ({ tier, days }: Row) => `${plain(tier ?? '')}/${days}`;
    expect(
      merged(
        grouped(settled, tierOf, 'received_usd'),
        grouped(counted, (row) => tierOf(orders.get(row['order'])!), 'credited_usd'),
      ),
    ).toEqual(
      of()
        .byTier.map((each) => [`${each.tierName ?? ''}/${each.tierDays ?? ''}`, each.cents])
        .sort(),
    );
    const coinOf = (row: Row) => String(row['coin']);
    expect(
      merged(grouped(settled, coinOf, 'received_usd'), grouped(counted, coinOf, 'credited_usd')),
    ).toEqual(
      of()
        .byCoin.map(({ coin, cents: sum }) => [coin, sum])
        .sort(),
    );
  });

  it('agree with a digest of the same time', async () => {
    const [first] = history.days.slice(-period);
    const [span] = await test.database.query(
      (sql) => sql<{ from: number; until: number }[]>`
        select extract(epoch from ${first?.day ?? ''}::date::timestamp at time zone ${ZONE})::float8 * 1000 as from,
          extract(epoch from app_now() + interval '1 minute')::float8 * 1000 as until`,
    );
    const digest = await readDigest(test.database, { openChannelId: CHANNEL, ...span! });
    const { sales, donations, credited, refunds, newMembers } = of();
    expect(digest?.figures).toMatchObject({
      sales: sales.count,
      salesCents: sales.cents,
      donations: donations.count,
      donationsCents: donations.cents,
      credited: credited.count,
      creditedCents: credited.cents,
      refunds: refunds.count,
      refundedCents: refunds.cents,
      joined: newMembers,
    });
  });

  it('add up by tier and by coin to the revenue before refunds', () => {
    const { revenueCents, byTier, byCoin, sales, donations, credited } = of();
    expect(revenueCents).toBeGreaterThan(0);
    expect(sales.cents + donations.cents + credited.cents).toBe(revenueCents);
    for (const parts of [byTier, byCoin]) {
      expect(parts.reduce((sum, part) => sum + part.cents, 0)).toBe(revenueCents);
      expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(
        sales.count + donations.count + credited.count,
      );
    }
  });

  it('agree with independent queries of the database', async () => {
    const [row] = await test.database.query(
      (sql) => sql`
        with f as (
          select (date_trunc('day', app_now() at time zone ${ZONE}) - ${period - 1} * interval '1 day') at time zone ${ZONE} as since)
        select
          (select count(*) from orders, f where open_channel_id = ${CHANNEL} and settled_at >= since and kind = 'subscription') as sales,
          (select coalesce(sum(coalesce(income_cents, amount_cents)), 0) from orders, f
            where open_channel_id = ${CHANNEL} and settled_at >= since)::bigint as orders,
          (select coalesce(sum(coalesce(typed_cents, received_cents, proven_cents)), 0) from payments p, f
            where not settles and credited_at >= since and exists (
              select from orders o where o.reference = p.order_reference and open_channel_id = ${CHANNEL}))::bigint as beside,
          (select coalesce(sum(case when settles then coalesce(income_cents, amount_cents)
            else coalesce(typed_cents, p.received_cents, proven_cents) end), 0)
            from payments p join orders o on o.reference = p.order_reference, f
            where standing = 'refunded' and open_channel_id = ${CHANNEL} and refunded_at >= since)::bigint as refunds,
          (select count(*) from (select min(granted_at) as first from extensions where open_channel_id = ${CHANNEL}
            group by user_id) g, f where first >= since) as new,
          (select count(*) from extensions e, f where open_channel_id = ${CHANNEL} and granted_at >= since and exists (
            select from extensions b where b.open_channel_id = ${CHANNEL} and b.user_id = e.user_id
              and b.granted_at < e.granted_at)) as renewals`,
    );
    const { orders, beside, ...others } = row ?? {};
    const { revenueCents, refunds, sales, newMembers, renewals } = of();
    expect(others).toEqual({ sales: sales.count, refunds: refunds.cents, new: newMembers, renewals });
    expect(Number(orders) + Number(beside)).toBe(revenueCents);
    expect(netRevenueOf(of())).toBe(revenueCents - refunds.cents);
    expect(Number(beside)).toBeGreaterThan(0);
  });
});

it('has exactly one row for each order, payment and member of the channel', async () => {
  const [row] = await test.database.query(
    (sql) => sql`
      select (select count(*) from orders where open_channel_id = ${CHANNEL}) as orders,
        (select count(*) from payments p join orders o on o.reference = p.order_reference
          where open_channel_id = ${CHANNEL}) as payments,
        (select count(distinct user_id) from (
          select user_id from members where open_channel_id = ${CHANNEL}
          union all select user_id from extensions where open_channel_id = ${CHANNEL}) u) as members,
        (select count(*) from subscriptions where open_channel_id = ${CHANNEL} and paid_until > app_now()) as active`,
  );
  const active = tables.members.filter(({ phase }) => phase === 'active').length;
  const { orders, payments, members } = tables;
  expect({ orders: orders.length, payments: payments.length, members: members.length, active }).toEqual(row);
  expect(orders).toHaveLength(ORDERS);
  expect(history.active).toBe(active);
  expect(history.days.at(-1)?.active).toBe(active);
});

it('counts former members who did not return as lost', async () => {
  const [row] = await test.database.query(
    (sql) => sql`
      select count(*) as ended from subscriptions s where open_channel_id = ${CHANNEL} and paid_until <= app_now()
        and paid_until >= date_trunc('day', app_now() at time zone ${ZONE}) at time zone ${ZONE} - interval '29 days'
        and not exists (select from extensions e where e.open_channel_id = s.open_channel_id and e.user_id = s.user_id
          and revoked_at is not null)`,
  );
  const lost = figures.at(-1)?.lostMembers ?? 0;
  // This query counts members who never got a refund. sales-report.test.ts covers the others.
  expect(lost).toBeGreaterThanOrEqual(Number(row?.['ended']));
  expect(Number(row?.['ended'])).toBeGreaterThan(0);
});

it('escapes formulas without losing any text', () => {
  for (const rows of Object.values(tables))
    for (const row of rows)
      for (const cell of Object.values(row)) {
        if (/^[\s]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell)) throw new Error(`dangerous: ${cell}`);
      }
  const tiers = new Set(
    tables.orders.filter(({ state }) => state === 'settled').map(({ tier }) => plain(tier ?? '')),
  );
  expect([...tiers].sort()).toEqual(['', ...TIER_NAMES].sort());
  // One in 64 order references begins like a formula, and is found in both tables anyway.
  const quoted = tables.orders.filter((row) => row['order']?.startsWith("'-") === true);
  expect(quoted).toHaveLength(Math.floor(ORDERS / 64));
  const paid = new Set(tables.payments.map((row) => row['order']));
  expect(quoted.filter((row) => row['payment_id'] !== '').every((row) => paid.has(row['order']))).toBe(true);
});

it('keeps its headers', () => {
  const headers = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, columns]) => [name, columns.map(([header]) => header).join()]),
  );
  expect(headers).toEqual({
    orders:
      'order,kind,state,user_id,username,tier,days,amount_usd,coin,payment_id,created_at,settled_at,received_usd,for_ever,' +
      'price_stars,received_stars',
    payments:
      'payment_id,order,status,exception,standing,coin,asked,paid,price,price_currency,received,received_coin,proven_usd,' +
      'decision,credited_usd,credited_at,refunded_usd,refunded_at,first_seen_at,rail,credited_stars,refunded_stars',
    members:
      'user_id,username,status,origin,phase,paid_until,days_granted,first_granted_at,removed_at,for_ever,places,inside_places,place_statuses,other_offers_until',
  });
});

it.each(EXPORTS)('has the columns of %s in the order of the document', (name) => {
  const document = readFileSync(join(__dirname, '../../../docs/owner-reports.md'), 'utf8');
  const [, section = ''] = document.split(`### ${name}\n`);
  const [table = ''] = section.split('###');
  const explained = [...table.matchAll(/^\| `(\w+)` +\|/gm)].map(([, header]) => header);
  expect(explained).toEqual(COLUMNS[name].map(([header]) => header));
});

it('leaves out the oldest rows that don’t fit', async () => {
  const cut = await makeExport(test.database, { openChannelId: CHANNEL, name: 'orders' }, 1_000_000);
  expect(cut.isWhole).toBe(false);
  expect(cut.bytes.byteLength).toBeLessThan(1_000_100);
  const rows = read(cut.bytes);
  expect(rows).toHaveLength(cut.rows);
  expect(cut.rows).toBeGreaterThan(2_000);
  expect(rows).toEqual(tables.orders.slice(0, cut.rows));
});

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@A1', "'@A1"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠A1', "'＠A1"],
  ['a"b,c\r\nd', 'a"b,c\r\nd'],
  ['Gold', 'Gold'],
])('writes a tier called %p as %p', async (name, cell) => {
  await test.database.query(
    (sql) => sql`
      update orders set tier_name = ${name} where open_channel_id = -1002 and kind = 'subscription' and state = 'settled'`,
  );
  const { bytes } = await makeExport(test.database, {
    openChannelId: -1002 as OpenChannelId,
    name: 'orders',
  });
  const settled = read(bytes).filter(({ kind, state }) => kind === 'subscription' && state === 'settled');
  expect([...new Set(settled.map(({ tier }) => tier))]).toEqual([cell]);
});
