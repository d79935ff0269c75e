import { BUYER_ID, CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { OpenChannelId } from '../../domain/common/ids';
import type { InvoiceDependencies } from '../nowpayments/create-invoice';
import { sendReminder } from '../payments/remind';
import { personWith } from '../../../tests/worlds/owner';

const test = useTestDatabase();
beforeAll(async () => {
  await addSellingChannel(test.database);
});

const buyer = () => personWith(test, BUYER_ID);
const owner = () => personWith(test, OWNER_ID);
const orders = async () => {
  const [row] = await test.database.query(
    (sql) => sql<{ n: number }[]>`select count(*)::int as n from orders where user_id = ${BUYER_ID}`,
  );
  return row?.n;
};
const lastMessage = async (): Promise<Record<string, unknown> | undefined> => {
  const [row] = await test.database.query(
    (sql) => sql<{ message: Record<string, unknown> }[]>`
      select payload -> 'message' as message from outbox
      where kind = 'send_message' and payload ->> 'chatId' = ${String(BUYER_ID)} order by outbox_id desc limit 1`,
  );
  return row?.message;
};
/** Opens a keypad that shows $25.00 and only needs Confirm. */
const openKeypad = async (messageId: number) => {
  await buyer().say(`/start donate_${CHANNEL_ID}`);
  await test.database.query(
    (sql) =>
      sql`update keypads set message_id = ${messageId} where closed_at is null and user_id = ${BUYER_ID}`,
  );
  await buyer().press('donate_digit_2', 101);
  await buyer().press('donate_digit_5', 102);
};

it('refuses orders and donations while the channel is paused', async () => {
  await openKeypad(9);
  await owner().press(`own_pause_${CHANNEL_ID}`);

  await buyer().say('/start');
  expect(await lastMessage()).toMatchObject({ type: 'welcome' });
  const page = await buyer().press(`channel_${CHANNEL_ID}`);
  expect(page.text).toMatch(/The owner paused sales/);
  expect(page.buttons).toEqual(['back_to_channels']);
  expect((await buyer().press(`sub_tier_${CHANNEL_ID}_1`)).answer).toMatch(/owner paused sales/);
  expect((await buyer().press('donate_confirm', 103)).answer).toMatch(/owner paused donations/);
  await buyer().say(`/start donate_${CHANNEL_ID}`);
  expect(await lastMessage()).toMatchObject({ type: 'channel_paused' });
  expect(await orders()).toBe(0);

  await owner().press(`own_resume_${CHANNEL_ID}`);
  await buyer().press('donate_confirm', 104);
  await buyer().press(`sub_tier_${CHANNEL_ID}_1`);
  expect(await orders()).toBe(2);
  await buyer().say('/start');
  expect(await lastMessage()).toMatchObject({ type: 'channel_list', channels: [{ title: 'Alpha' }] });
});

it('sends a reminder without an order while the channel is paused', async () => {
  const [clock] = await test.database.query(
    (sql) => sql<{ ms: number }[]>`select (extract(epoch from app_now()) * 1000)::bigint as ms`,
  );
  const paidUntil = Number(clock?.ms) + 3 * 86_400_000 - 1000;
  await test.database.query(
    (sql) => sql`
      update subscriptions set paid_until = to_timestamp(${paidUntil / 1000}::float8) where user_id = ${BUYER_ID}`,
  );
  await owner().press(`own_pause_${CHANNEL_ID}`);
  const before = await orders();
  const deps = { database: test.database } as InvoiceDependencies;
  const subscription = { openChannelId: CHANNEL_ID as OpenChannelId, userId: BUYER_ID };
  await sendReminder(deps, { kind: 'remind', ...subscription, paidUntil, daysLeft: 3 });
  expect(await lastMessage()).toMatchObject({ type: 'reminder', isPaused: true, daysLeft: 3 });
  expect(await orders()).toBe(before);
});
