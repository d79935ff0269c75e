import { nowMs } from '../../../tests/support/clock';
import { addChannel, CHANNEL_ID } from '../../../tests/support/order';
import { useTestDatabase } from '../../../tests/support/test-database';
import { useSettledOrders } from '../../../tests/worlds/settled-orders';
import type { OpenChannelId } from '../../domain/common/ids';
import type { Database } from '../connection/pool';
import { recentSalesFigures } from './sales-figures';
import { readSalesHistory } from './sales-report';

const test = useTestDatabase({ per: 'test' });
const CHANNEL = CHANNEL_ID as OpenChannelId;

/** Counts its runs, each of which first waits for `before`. */
function counting(before: () => Promise<void> = () => Promise.resolve()) {
  const count = jest.fn(async (database: Database, channel: OpenChannelId) => {
    await before();
    return readSalesHistory(database, channel);
  });
  return {
    ask: () => recentSalesFigures(test.database, CHANNEL, count),
    runs: () => count.mock.calls.length,
  };
}

beforeEach(() => addChannel(test.database));

it('counts once for everyone who asks within a minute', async () => {
  const { ask, runs } = counting();
  const first = await ask();
  await test.advance('30 seconds');
  expect(await ask()).toEqual(first);
  await test.advance('31 seconds');
  const later = await ask();
  expect(later.countedAt.getTime()).toBeGreaterThan(first.countedAt.getTime() + 60_000);
  expect(runs()).toBe(2);
});

it('runs once for 240 people who ask at once, and all get its figures', async () => {
  const { ask, runs } = counting();
  const all = await Promise.all(Array.from({ length: 240 }, () => ask()));
  expect(new Set(all.map(({ countedAt }) => countedAt.getTime())).size).toBe(1);
  expect(runs()).toBe(1);
});

it('shows the last figures with their time while new ones are counted', async () => {
  const first = await recentSalesFigures(test.database, CHANNEL);
  await test.advance('2 minutes');
  let release = () => {};
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  const held = new Promise<void>((resolve) => (release = resolve));
  const slow = counting(async () => {
    begun();
    await held;
  });
  const running = slow.ask();
  await hasBegun;
  expect(await recentSalesFigures(test.database, CHANNEL)).toEqual(first);
  release();
  expect((await running).countedAt.getTime()).toBeGreaterThan(first.countedAt.getTime());
});

it('counts again at once after a run that failed', async () => {
  const failing = counting(() => Promise.reject(new Error('no')));
  await expect(failing.ask()).rejects.toThrow('no');
  await expect(recentSalesFigures(test.database, CHANNEL)).resolves.toMatchObject({ active: 0 });
});

it('counts again after a run whose instance died', async () => {
  await test.database.query(
    (sql) => sql`insert into sales_figures (open_channel_id, begun_at) values (${CHANNEL}, app_now())`,
  );
  await test.advance('16 seconds');
  await expect(recentSalesFigures(test.database, CHANNEL)).resolves.toMatchObject({ active: 0 });
});

it('counts again after the clock was ahead', async () => {
  const { sale } = useSettledOrders(test);
  await test.advance('3 days');
  await recentSalesFigures(test.database, CHANNEL);
  await test.advance('-3 days');
  await sale(CHANNEL, new Date(nowMs()).toISOString());
  const figures = await recentSalesFigures(test.database, CHANNEL);
  expect(figures).toMatchObject(await readSalesHistory(test.database, CHANNEL));
  expect(figures.byCoin).not.toEqual([]);
});

it('counts again after a run that died while the clock was ahead', async () => {
  await test.advance('3 days');
  await test.database.query(
    (sql) => sql`insert into sales_figures (open_channel_id, begun_at) values (${CHANNEL}, app_now())`,
  );
  await test.advance('-3 days');
  await expect(recentSalesFigures(test.database, CHANNEL)).resolves.toMatchObject({ active: 0 });
});
