import { blocksRead } from '../../../tests/support/blocks-read';
import { forgetMinimums } from '../../../tests/support/minimums';
import { BUYER_ID, CHANNEL_ID } from '../../../tests/support/order';
import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { OpenChannelId } from '../../domain/common/ids';
import type { Database } from '../connection/pool';
import { readSalesHistory } from '../reports/sales-report';
import { listMyOrders } from './buyer-orders';
import { claimQuestion } from './minimums/minimum-questions';
import { findOffer } from './offers';

const test = useTestDatabase();
/** One of many other channels, with a long history. */
const OTHER_ID = -1000000000001;
/** Older than anything that a report of a month counts. */
const LONG_AGO = '300 days';

beforeAll(async () => {
  await addSellingChannel(test.database);
  await test.database.query(
    (sql) => sql`
      insert into channels (open_channel_id, title, owner_user_id)
      select ${OTHER_ID}::bigint - n, 'Beta', 7 from generate_series(0, 99) as n`,
  );
  await test.database.query(
    (sql) => sql`
      with numbers as (select n, lpad(n::text, 22, '0') as reference from generate_series(1, 20000) as n),
      cancelled as (
        insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days, amount_cents, created_at)
        select reference, 'subscription', 'cancelled', ${BUYER_ID}, ${OTHER_ID}::bigint - n % 100, 'Gold', 30, 500,
          app_now() - n * interval '1 minute'
        from numbers),
      of_others as (
        insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days, amount_cents, created_at)
        select 'O' || substr(reference, 2), 'subscription', 'cancelled', 1000000 + n, ${CHANNEL_ID}, 'Gold', 30, 500,
          app_now() - n * interval '1 minute'
        from numbers),
      gifts as (
        insert into orders (reference, kind, state, user_id, open_channel_id, amount_cents, payment_id, created_at, settled_at)
        select 'G' || substr(reference, 2), 'donation', 'settled', 5, ${OTHER_ID}, 500, n,
          app_now() - ${LONG_AGO}::interval - n * interval '1 minute', app_now() - ${LONG_AGO}::interval
        from numbers)
      select`,
  );
  await test.database.query(
    (sql) => sql`
      with invoiced as (
        insert into invoices (invoice_id, order_reference, price_cents, invoice_url, created_at)
        select n::text, lpad(n::text, 22, '0'), 500, 'https://nowpayments.io', app_now() - n * interval '1 minute'
        from generate_series(1, 20000) as n)
      insert into payments (payment_id, order_reference, payment_status, seen, settles, standing, updated_at)
      select n, 'G' || lpad(n::text, 21, '0'), 'finished', '["finished"]', true,
        case when n % 20 = 0 then 'refunded' else 'settled' end, app_now() - ${LONG_AGO}::interval
      from generate_series(1, 20000) as n`,
  );
  await test.database.query((sql) => sql`analyze orders, invoices, payments`);
});

const askNow = async (database: Database) => {
  await forgetMinimums(test.database);
  return claimQuestion(database);
};
const figures = (database: Database) => readSalesHistory(database, OTHER_ID as OpenChannelId);

it.each<[string, number, (database: Database) => Promise<unknown>]>([
  [
    'the page of a channel, of all orders in it and of the buyer',
    60,
    (database) => findOffer(database, { openChannelId: CHANNEL_ID as OpenChannelId, userId: BUYER_ID }),
  ],
  ['/mysubs, of the older orders', 1000, (database) => listMyOrders(database, { userId: BUYER_ID })],
  ['a question about minimums, of the invoices', 60, askNow],
  ['figures, of the payments before their period', 100, figures],
])('reads few rows for %s', async (_, most, read) => {
  expect(await blocksRead(test.database, read)).toBeLessThan(most);
});
