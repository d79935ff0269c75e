import { parse } from 'csv-parse/sync';
import { useTestDatabase } from '../../../tests/support/test-database';
import { useSettledOrders } from '../../../tests/worlds/settled-orders';
import { periodsOf } from '../../domain/reports/sales-report';
import { tellDigest } from '../../domain/reports/digest';
import type { OpenChannelId } from '../../domain/common/ids';
import { viewOf } from '../../telegram/views';
import { makeExport } from '../../services/reports/make-export';
import { readDigest } from './digests';
import { foldFigures } from './figures/fold-figures';
import { readSalesHistory } from './sales-report';
import { listStarChannels, readStarMonth } from './star-income';

const test = useTestDatabase({ per: 'test' });
const { newChannel, sale, starSale, starPayment } = useSettledOrders(test);

const none = { count: 0, xtr: 0 };
const of = (count: number, xtr: number) => ({ count, xtr });

/** The moment that many days or hours ago, by the database's clock. */
async function ago(interval: string): Promise<string> {
  const [row] = await test.database.query(
    (sql) => sql<{ at: Date }[]>`select app_now() - ${interval}::text::interval as at`,
  );
  return row?.at.toISOString() ?? '';
}
const refund = (paymentId: number) =>
  test.database.query(
    (sql) => sql`
      update payments set standing = 'refunded', refunded_at = app_now(), updated_at = app_now()
      where payment_id = ${paymentId}`,
  );
/** Sets the database's clock. */
async function setClock(at: string): Promise<void> {
  const now = Date.parse(await ago('0 seconds'));
  await test.advance(`${Date.parse(at) - now} milliseconds`);
}
/** The middle of a month, so that three days ago is in it. */
const midMonth = () => setClock('2027-03-15T12:00Z');

const today = async (openChannelId: OpenChannelId) => {
  const history = await readSalesHistory(test.database, openChannelId);
  return { ...periodsOf(history)[0], starMonth: history.starMonth };
};

it('counts Stars beside dollars and never adds them', async () => {
  const channel = await newChannel('UTC');
  await sale(channel, await ago('1 minute'), 1000, 'subscription');
  await starSale(channel, await ago('1 minute'), 385, 'subscription');
  await starSale(channel, await ago('1 minute'), 50);
  expect(await today(channel)).toMatchObject({
    sales: { count: 1, cents: 1000 },
    donations: { count: 0, cents: 0 },
    revenueCents: 1000,
    byTier: [{ count: 1, cents: 1000 }],
    byCoin: [{ coin: 'eth', cents: 1000 }],
    inStars: { sales: of(1, 385), donations: of(1, 50), credited: none, refunds: none },
  });
});

it('says nothing about Stars in a channel that never took any', async () => {
  const channel = await newChannel('UTC');
  await sale(channel, await ago('1 minute'));
  const figures = await today(channel);
  expect(figures.starMonth).toBeNull();
  expect(figures.inStars).toBeUndefined();
});

it('counts a refund of Stars in Stars, on its own day', async () => {
  await midMonth();
  const channel = await newChannel('UTC');
  const { paymentId } = await starSale(channel, await ago('3 days'), 385, 'subscription');
  await refund(paymentId);
  expect(await today(channel)).toMatchObject({
    refunds: { count: 0, cents: 0 },
    inStars: { sales: none, refunds: of(1, 385) },
    starMonth: { month: '2027-03', figures: { sales: of(1, 385), refunds: of(1, 385) } },
  });
});

it('counts a second payment in Stars that the owner credited, and its refund', async () => {
  const channel = await newChannel('UTC');
  const reference = await sale(channel, await ago('2 hours'), 1000, 'subscription');
  await starPayment(reference, {
    payment_id: 77,
    actually_paid: 385,
    exception: 'repeated',
    standing: 'credited',
    decision: 'credit',
    decided_on: '',
    credited_at: await ago('1 hour'),
  });
  expect(await today(channel)).toMatchObject({
    revenueCents: 1000,
    credited: { count: 0, cents: 0 },
    inStars: { credited: of(1, 385), refunds: none },
  });
  await refund(77);
  expect(await today(channel)).toMatchObject({
    refunds: { count: 0, cents: 0 },
    inStars: { credited: of(1, 385), refunds: of(1, 385) },
  });
});

it('keeps the refund of a payment in dollars at dollars, if Stars came for the same order', async () => {
  const channel = await newChannel('UTC');
  const reference = await sale(channel, await ago('2 hours'), 1000);
  await starPayment(reference, {
    payment_id: 78,
    actually_paid: 50,
    standing: 'credited',
    credited_at: await ago('1 hour'),
  });
  await test.database.query(
    (sql) => sql`
      update payments set standing = 'refunded', refunded_at = app_now()
      where order_reference = ${reference} and settles`,
  );
  expect(await today(channel)).toMatchObject({
    refunds: { count: 1, cents: 1000 },
    inStars: { donations: of(1, 50), refunds: none },
  });
});

it('counts the same from its sums as from the rows', async () => {
  await midMonth();
  const channel = await newChannel('Asia/Kathmandu');
  await starSale(channel, await ago('3 days'), 385, 'subscription');
  const { paymentId } = await starSale(channel, await ago('2 days'), 50);
  await refund(paymentId);
  const before = await readSalesHistory(test.database, channel);
  await test.advance('20 minutes');
  await foldFigures(test.database);
  const after = await readSalesHistory(test.database, channel);
  expect(after.starMonth).toEqual(before.starMonth);
  expect(after.days).toEqual(before.days);
  expect(periodsOf(after)[2]?.inStars).toEqual({
    sales: of(1, 385),
    donations: of(1, 50),
    credited: none,
    refunds: of(1, 50),
  });
});

it('reads a month by the calendar of the channel, and any earlier one from its rows', async () => {
  await midMonth();
  const channel = await newChannel('America/New_York');
  // Still February in New York.
  await starSale(channel, '2027-03-01T04:59Z', 100);
  await starSale(channel, '2027-03-01T05:00Z', 20);
  await starSale(channel, '2026-05-31T12:00Z', 3);
  const read = async (month: string) =>
    (await readStarMonth(test.database, { openChannelId: channel, month }))?.donations ?? null;
  expect(await read('2027-03')).toEqual(of(1, 20));
  expect(await read('2027-02')).toEqual(of(1, 100));
  expect(await read('2026-05')).toEqual(of(1, 3));
  expect(await read('2026-06')).toBeNull();
  expect(await read('2027-04')).toBeNull();
  expect((await today(channel)).starMonth).toMatchObject({
    month: '2027-03',
    figures: { donations: of(1, 20) },
  });
});

it('reads the whole month on the last day of a long one', async () => {
  await setClock('2027-03-31T22:00Z');
  const channel = await newChannel('UTC');
  await starSale(channel, '2027-03-01T00:00Z', 7);
  expect((await today(channel)).starMonth).toMatchObject({ figures: { donations: of(1, 7) } });
  await foldFigures(test.database);
  expect((await today(channel)).starMonth).toMatchObject({ figures: { donations: of(1, 7) } });
});

it('lists the channels that were ever paid in Stars', async () => {
  const [paid] = [await newChannel('UTC'), await newChannel('UTC')];
  await starSale(paid, await ago('1 minute'), 50);
  await starSale(paid, await ago('1 minute'), 50);
  expect((await listStarChannels(test.database)).map(({ openChannelId }) => openChannelId)).toEqual([paid]);
});

it('tells what came in Stars in the digest, even if nothing else happened', async () => {
  const channel = await newChannel('UTC');
  const until = Date.parse(await ago('0 seconds')) + 1000;
  const empty = await readDigest(test.database, { openChannelId: channel, from: until - 3_600_000, until });
  expect(tellDigest(empty!)).toEqual([]);
  await starSale(channel, await ago('10 minutes'), 385, 'subscription');
  const digest = await readDigest(test.database, { openChannelId: channel, from: until - 3_600_000, until });
  const [told] = tellDigest(digest!);
  if (told?.effect.kind !== 'send_message') throw new Error('no digest was promised');
  const text = viewOf(told.effect.message).text.text.replace(/<[^>]*>/g, '');
  expect(text).toContain('Revenue: $0.00');
  expect(text).toContain('In Stars: ⭐ 385');
  expect(text).toContain('1 sale: ⭐ 385');
});

it('has Stars in columns of their own in the tables', async () => {
  const channel = await newChannel('UTC');
  await starSale(channel, await ago('2 minutes'), 385, 'subscription');
  const gift = await starSale(channel, await ago('1 minute'), 50);
  await refund(gift.paymentId);
  const table = async (name: 'orders' | 'payments') => {
    const { bytes } = await makeExport(test.database, { openChannelId: channel, name });
    return parse<Record<string, string>>(bytes, { columns: true, bom: true });
  };
  const orders = await table('orders');
  expect(orders.find(({ kind }) => kind === 'donation')).toMatchObject({
    amount_usd: '',
    received_usd: '',
    price_stars: '50',
    received_stars: '50',
  });
  expect(orders.find(({ kind }) => kind === 'subscription')).toMatchObject({
    amount_usd: '5.01',
    received_usd: '',
    price_stars: '385',
    received_stars: '385',
  });
  const payments = await table('payments');
  expect(payments.find(({ order }) => order === gift.reference)).toMatchObject({
    rail: 'stars',
    coin: 'xtr',
    paid: '50',
    price: '',
    proven_usd: '',
    refunded_usd: '',
    refunded_stars: '50',
  });
});
