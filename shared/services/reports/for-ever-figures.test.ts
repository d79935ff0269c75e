import { BUYER_ID, CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import { readDigest } from '../../database/reports/digests';
import { readSalesHistory } from '../../database/reports/sales-report';
import { foldFigures } from '../../database/reports/figures/fold-figures';
import { FOR_EVER_DAYS } from '../../domain/common/for-ever';
import type { OpenChannelId } from '../../domain/common/ids';
import { DAY_MS } from '../../domain/common/time';
import { soldForEver, periodsOf } from '../../domain/reports/sales-report';
import { makeExport } from './make-export';

const test = useTestDatabase();
const openChannelId = CHANNEL_ID as OpenChannelId;

const buy = async (userId: number, days: number) => {
  const reference = await addTierOrder(test.database, {
    userId,
    days,
    name: days > 365 ? 'Lifetime' : 'Month',
  });
  await settleIpn(test.database, paymentOf(reference, { userId }));
};

beforeAll(async () => {
  await addSellingChannel(test.database);
  await buy(BUYER_ID, 30);
  await buy(BUYER_ID + 1, 30);
  await buy(BUYER_ID + 1, FOR_EVER_DAYS);
  // Paid several times, by payments of several invoices.
  for (let times = 0; times < 12; times += 1) await buy(BUYER_ID + 2, FOR_EVER_DAYS);
});

const rowsOf = async (name: 'orders' | 'members') => {
  const { bytes } = await makeExport(test.database, { openChannelId, name });
  const [header = '', ...lines] = Buffer.from(bytes).toString().replace('\uFEFF', '').trim().split('\r\n');
  const columns = header.split(',');
  const rowOf = (cells: readonly string[]): Readonly<Record<string, string>> =>
    Object.fromEntries(cells.map((cell, at) => [columns[at] ?? '', cell]));
  return lines.map((line) => rowOf(line.split(',')));
};

it('counts who has access for ever apart, before and after the worker sums it', async () => {
  for (let counted = 0; counted < 2; counted += 1) {
    const history = await readSalesHistory(test.database, openChannelId);
    expect(history).toMatchObject({ active: 3, forEver: 2 });
    // Not today, because an hour later may be tomorrow.
    const [, week] = periodsOf(history);
    expect(week).toMatchObject({ newMembers: 3, lostMembers: 0, sales: { count: 15, cents: 45_000 } });
    expect(week && soldForEver(week)).toEqual({ count: 13, cents: 39_000 });
    await test.advance('1 hour');
    await foldFigures(test.database);
  }
});

it('says it in a line of /stats and of the digest', async () => {
  const page = await personWith(test, OWNER_ID).press(`own_stats_${CHANNEL_ID}`);
  expect(page.text).toContain('With access now: 3');
  expect(page.text).toContain('For ever: 2');
  expect(page.text).toContain('Sold for ever: 13, $390.00');
  const [row] = await test.database.query(
    (sql) => sql<{ now: number }[]>`select (extract(epoch from app_now()) * 1000)::bigint as now`,
  );
  const now = row?.now ?? 0;
  const digest = await readDigest(test.database, { openChannelId, from: now - DAY_MS, until: now });
  expect(digest?.figures).toMatchObject({
    sales: 15,
    forEver: 13,
    forEverCents: 39_000,
    lapsed: { count: 0 },
  });
});

it('leaves days and ends of access for ever out of the tables', async () => {
  const orders = await rowsOf('orders');
  expect(orders.filter((row) => row['for_ever'] === 'yes').map((row) => row['days'])).toEqual(
    Array(13).fill(''),
  );
  expect(orders.filter((row) => row['for_ever'] === 'no').map((row) => row['days'])).toEqual(['30', '30']);
  const members = await rowsOf('members');
  expect(
    members.map((row) => [row['phase'], row['for_ever'], row['paid_until'] === '', row['days_granted']]),
  ).toEqual([
    ['active', 'yes', true, '0'],
    ['active', 'yes', true, '30'],
    ['active', 'no', false, '30'],
  ]);
});
