import { nowMs } from '../../../../tests/support/clock';
import { foldWithoutDays } from '../../../../tests/support/fold-without-days';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { useSettledOrders } from '../../../../tests/worlds/settled-orders';
import { HOUR_MS } from '../../../domain/common/time';
import type { OpenChannelId } from '../../../domain/common/ids';
import { purgeOld } from '../../operations/purge';
import { readSalesHistory } from '../sales-report';
import { foldFigures } from './fold-figures';
import { channelsToRecount, rebuildDays } from './kept-days';
import { markHistory } from './mark-history';

const test = useTestDatabase({ per: 'test' });
const { newChannel, sale } = useSettledOrders(test);

/** A channel that has sold for 30 days, with its sums and days. */
async function newSummedChannel(): Promise<OpenChannelId> {
  const channel = await newChannel('UTC');
  for (let hours = 1; hours < 30 * 24; hours += 5)
    await sale(channel, new Date(nowMs() - hours * HOUR_MS).toISOString());
  await foldFigures(test.database);
  return channel;
}

it('counts the same after a purge while the clock was ahead', async () => {
  const channel = await newSummedChannel();
  const before = await readSalesHistory(test.database, channel);
  await test.advance('45 days');
  await purgeOld(test.database);
  await test.advance('-45 days');
  await markHistory(test.database);
  expect(await readSalesHistory(test.database, channel)).toEqual(before);
  await foldFigures(test.database);
  expect(await readSalesHistory(test.database, channel)).toEqual(before);
});

it('counts the same after a worker of an older schema has summed a sale', async () => {
  const channel = await newSummedChannel();
  await sale(channel, new Date(nowMs() - HOUR_MS).toISOString());
  const before = await readSalesHistory(test.database, channel);
  await foldWithoutDays(test.database, channel);
  expect(await readSalesHistory(test.database, channel)).toEqual(before);
  await foldFigures(test.database);
  expect(await readSalesHistory(test.database, channel)).toEqual(before);
  expect(await channelsToRecount(test.database, 10)).toEqual([]);
});

it('lets the purge delete old sums without having the days added up again', async () => {
  const channel = await newSummedChannel();
  await test.database.query(
    (sql) => sql`
      insert into figure_sums (open_channel_id, quarter, at, fact, count, cents)
      select ${channel}::bigint, at, at, 'donation', 1, 100 from (select quarter_of(app_now() - interval '61 days') as at) old`,
  );
  expect(await purgeOld(test.database)).toBe(1);
  expect(await channelsToRecount(test.database, 10)).toEqual([]);
});

it('adds up missing days first, then counts the members that were counted longest ago', async () => {
  const [first, second, third] = [await newChannel('UTC'), await newChannel('UTC'), await newChannel('UTC')];
  await rebuildDays(test.database, first);
  await rebuildDays(test.database, second);
  await test.database.query(
    (sql) => sql`
      update figure_channels set active = 0, active_at = app_now() - case open_channel_id when ${first}::bigint then interval '2 days'
        else interval '3 days' end`,
  );
  const order = await channelsToRecount(test.database, 3);
  expect(order.map(({ openChannelId }) => openChannelId)).toEqual([third, second, first]);
});
