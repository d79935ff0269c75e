import postgres from 'postgres';
import { useTestDatabase } from '../../../tests/support/test-database';
import { statementsOn } from '../../database/connection/statement';
import type { Database } from '../../database/connection/pool';
import type { Sql } from '../../database/connection/options';
import { listCases } from '../../database/payments/cases';
import { readAuditPage } from '../../database/owner/audit-pages';
import { readSummary } from '../../database/owner/channel-pages';
import { findMember } from '../../database/owner/member-details';
import { listMembers } from '../../database/owner/member-lists';
import { listOrders, listOrdersOf } from '../../database/owner/order-lists';
import { readPlaces } from '../../database/places/list-places';
import { readExportBatch } from '../../database/reports/exports';
import { foldFigures } from '../../database/reports/figures/fold-figures';
import { readSalesHistory } from '../../database/reports/sales-report';
import { listTakeovers } from '../../database/takeovers/takeovers';
import { listRefundable } from '../../database/stars/refunds';
import { EXPORTS } from '../../domain/reports/exports';
import type { OpenChannelId } from '../../domain/common/ids';
import { LISTED_AT_MOST, MEMBER_FILTERS, ORDER_FILTERS } from '../../domain/owner/lists';
import type { PageName } from '../../domain/owner/owner-actions';

type Read = (database: Database, openChannelId: OpenChannelId) => Promise<unknown>;

const LAST_PAGE = LISTED_AT_MOST / 8;
const PAGES = [1, 2, LAST_PAGE, 5_000];
const USER_ID = 1_000_003;

/** Reads a few rows that are found by their keys: of one channel, one user, one order or one case. */
const ONE: readonly Read[] = [];

/** What each page reads that there may be many of. A new page has to say what it reads. */
const READS: Readonly<Record<PageName, readonly Read[]>> = {
  menu: [(database, openChannelId) => readSummary(database, { openChannelId })],
  stats: [readSalesHistory],
  members: MEMBER_FILTERS.flatMap((filter) =>
    PAGES.map(
      (page): Read =>
        (database, openChannelId) =>
          listMembers(database, { openChannelId, filter, page }),
    ),
  ),
  orders: ORDER_FILTERS.flatMap((filter) =>
    PAGES.map(
      (page): Read =>
        (database, openChannelId) =>
          listOrders(database, { openChannelId, filter, page }),
    ),
  ),
  member: [
    (database, openChannelId) => findMember(database, { openChannelId, userId: USER_ID }),
    (database, openChannelId) => listOrdersOf(database, { openChannelId, userId: USER_ID }),
    (database, openChannelId) => listRefundable(database, { openChannelId, userId: USER_ID }),
  ],
  audit: PAGES.map(
    (page): Read =>
      (database, openChannelId) =>
        readAuditPage(database, { openChannelId }, page),
  ),
  cases: [(database, openChannelId) => listCases(database, { openChannelId, page: 1 })],
  settings: ONE,
  'take-over': [listTakeovers],
  takeover: ONE,
  'list-undo': ONE,
  edit: ONE,
  amounts: ONE,
  tiers: ONE,
  'tier-stars': ONE,
  'donation-stars': ONE,
  removals: ONE,
  language: ONE,
  places: [readPlaces],
  place: [readPlaces],
  team: ONE,
  posts: ONE,
  'post-hours': ONE,
  links: ONE,
  order: ONE,
  case: ONE,
  'case-worth': ONE,
  refund: ONE,
  notify: ONE,
  'notify-hours': ONE,
  'notify-missed': ONE,
  give: ONE,
  buyer: ONE,
  grant: ONE,
  revoke: ONE,
  ban: ONE,
  unban: ONE,
  ruling: ONE,
};

/** The first batch of a table, and the one after it. */
const TABLES: readonly Read[] = EXPORTS.map((name): Read => async (database, openChannelId) => {
  const { last } = await readExportBatch(database, { name, openChannelId });
  return readExportBatch(database, { name, openChannelId }, last);
});

const FEW = { openChannelId: -1001 as OpenChannelId, orders: 8_000 };
const MANY = { openChannelId: -1002 as OpenChannelId, orders: 40_000 };
const test = useTestDatabase();

/** Fills a channel with orders of all states, their payments and members, and the sums of 30 days. Each user has four orders. */
const fill = ({ openChannelId, orders }: typeof FEW): Promise<unknown> =>
  test.database.query((pool) =>
    pool.begin(async (tx) => {
      const sql = tx as unknown as Sql;
      await sql`set local session_replication_role = replica`;
      await sql`insert into channels (open_channel_id, title, owner_user_id) values (${openChannelId}, 'Alpha', 7)`;
      await sql`
        with o as (
          insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days,
            amount_cents, received_cents, payment_id, created_at, settled_at)
          select ${openChannelId} || lpad(n::text, 17, '0'), case n % 4 when 0 then 'subscription' else 'donation' end, state,
            1000000 + n / 4, ${openChannelId}::bigint, case n % 4 when 0 then 'Month' end, case n % 4 when 0 then 30 end, 100, 100, case when is_paid then n - ${openChannelId} * 100000 end,
            at, case when is_paid then at end
          from generate_series(1, ${orders}::int) n, lateral (select
            (array['open', 'settled', 'cancelled', 'refused', 'refunded'])[1 + n % 5] as state, n % 5 in (1, 4) as is_paid,
            app_now() - interval '1 day' - n * interval '1 second' as at) s
          returning *)
        insert into payments (payment_id, order_reference, payment_status, seen, settles, standing, received_cents, first_seen_at, updated_at)
        select payment_id, reference, 'finished', '["finished"]', true, state, 100, settled_at, settled_at from o where payment_id is not null`;
      await sql`
        with m as (
          insert into members (open_channel_id, user_id, status, origin)
          select ${openChannelId}::bigint, 1000000 + n, case n % 4 when 0 then 'left' else 'member' end, 'admitted'
          from generate_series(1, ${orders / 2}::int) n)
        insert into subscriptions (open_channel_id, user_id, paid_until)
        select ${openChannelId}::bigint, 1000000 + n, app_now() + case when n % 3 = 0 then -9 else 30 end * interval '1 day' + n * interval '1 minute'
        from generate_series(1, ${orders / 2}::int) n`;
      await sql`
        insert into audit_log (act, open_channel_id, user_id, at)
        select 'joined', ${openChannelId}::bigint, 1000000 + n, app_now() - n * interval '1 second' from generate_series(1, ${orders}::int) n`;
      await sql`
        insert into figure_sums (open_channel_id, quarter, at, fact, count, cents)
        select ${openChannelId}::bigint, q, q - n % 50 * interval '1 day', 'ended', 1, 0
        from generate_series(1, ${orders}::int) n, lateral (select quarter_of(app_now() - (1 + n % 2800) * interval '15 minutes') as q) s`;
    }),
  );

let driver: postgres.Sql | undefined;
let sent: { text: string; values: unknown[] }[] = [];

beforeAll(async () => {
  await fill(FEW);
  await fill(MANY);
  await test.database.query((sql) => sql`call list_earlier_members()`);
  await foldFigures(test.database);
  await test.database.query((sql) => sql`vacuum (analyze)`);
  driver = postgres(test.url, {
    max: 1,
    fetch_types: false,
    onnotice: () => undefined,
    debug: (_, text, values) => sent.push({ text, values: values as unknown[] }),
  });
});
afterAll(() => driver?.end());

interface Plan {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Node Type': string;
  readonly Plans?: readonly Plan[];
}

/** How many rows the nodes of a plan handled. */
const rowsOf = (plan: Plan): number =>
  (plan['Actual Rows'] +
    (plan['Rows Removed by Filter'] ?? 0) +
    (plan['Rows Removed by Index Recheck'] ?? 0)) *
    plan['Actual Loops'] +
  (plan.Plans ?? []).reduce((sum, child) => sum + rowsOf(child), 0);

/** The driver would write what is JSON already as JSON again. */
const unwritten = (value: unknown): unknown =>
  typeof value === 'string' && /^[[{]/.test(value) ? JSON.parse(value) : value;

/** How many rows the statements of a page handle. */
async function handledBy(read: Read, openChannelId: OpenChannelId): Promise<number> {
  if (driver === undefined) throw new Error('not opened');
  const sql = driver;
  sent = [];
  await read(
    { ...test.database, query: (run) => run(statementsOn(sql as unknown as Sql)) as never },
    openChannelId,
  );
  const statements = [...sent];
  let rows = 0;
  for (const { text, values } of statements) {
    const [row] = await sql.unsafe(
      `explain (analyze, format json) ${text}`,
      values.map(unwritten) as never[],
    );
    const [{ Plan: plan }] = row?.['QUERY PLAN'] as [{ Plan: Plan }];
    rows += rowsOf(plan);
  }
  return rows;
}

it.each([...Object.entries(READS).filter(([, reads]) => reads.length > 0), ['tables', TABLES] as const])(
  'handles as many rows for the page %s of a channel with five times as many orders',
  async (_, reads) => {
    for (const read of reads) {
      const few = await handledBy(read, FEW.openChannelId);
      const many = await handledBy(read, MANY.openChannelId);
      expect(many).toBeLessThan(1.2 * few + 500);
    }
  },
);
