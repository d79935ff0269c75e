import { addSellingChannel, addTierOrder } from '../../../../tests/support/subscription';
import { addOrder, addTeam, BUYER_ID, CHANNEL_ID, DONOR_ID, OWNER_ID } from '../../../../tests/support/order';
import { keepRows } from '../../../../tests/support/keep-rows';
import { useTestDatabase } from '../../../../tests/support/test-database';
import type { ClosedChannelId, OpenChannelId, OrderReference } from '../../../domain/common/ids';
import { ORDER_FILTERS, type OrderFilter } from '../../../domain/owner/lists';
import { personWith } from '../../../../tests/worlds/owner';

const OTHER_ID = -1005550001;
const READER = 7003;
const test = useTestDatabase();
let restore: () => Promise<void>;

beforeAll(async () => {
  await addSellingChannel(test.database);
  await addSellingChannel(test.database, {
    openChannelId: OTHER_ID as OpenChannelId,
    closedChannelId: -1005550002 as ClosedChannelId,
    ownerUserId: 9001,
  });
  await addTeam(test.database, { [READER]: 'read_only' });
  restore = await keepRows(test);
});
beforeEach(() => restore());

const by = (userId: number) => personWith(test, userId);
const UNKNOWN_STORY = "I can't find this order. Send /mysubs to see yours.";
const UNKNOWN = { message: undefined, answer: "I can't find this order. Send /orders to see the list." };

async function list(argument: string) {
  const { message } = await by(READER).press(`own_orders_${CHANNEL_ID}_${argument}`);
  if (message?.type !== 'order_list') throw new Error(`no list: ${message?.type}`);
  return message;
}

/** Adds orders in turn of every state and kind; every seventh belongs to another channel. */
async function addOrders(count: number): Promise<void> {
  await test.database.query(
    (sql) => sql`
      insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days, amount_cents, payment_id,
        settled_at, created_at)
      select lpad(i::text, 22, 'A'), kind, state, 100 + i, case when i % 7 = 6 then ${OTHER_ID}::bigint else ${CHANNEL_ID} end,
        case when kind = 'subscription' then 'Month' end, case when kind = 'subscription' then 30 end, 100 + i,
        case when state in ('settled', 'refunded') then i end, case when state in ('settled', 'refunded') then app_now() end,
        app_now() - (i / 2) * interval '1 minute'
      from generate_series(1, ${count}::int) as i, lateral (select
        (array['open', 'settled', 'cancelled', 'refused', 'refunded'])[i % 5 + 1] as state,
        case when i % 3 = 0 then 'donation' else 'subscription' end as kind) as of_it`,
  );
}

it('lists each order once on each list it belongs to, newest first', async () => {
  await addOrders(101);
  const orders = await test.database.query(
    (sql) => sql<{ reference: string; state: string; kind: string }[]>`
      select reference, state, kind from orders where open_channel_id = ${CHANNEL_ID}
      order by created_at desc, reference`,
  );
  const belongs: Record<OrderFilter, (order: { state: string; kind: string }) => boolean> = {
    all: () => true,
    open: ({ state }) => state === 'open',
    settled: ({ state }) => state === 'settled',
    unpaid: ({ state }) => state === 'cancelled' || state === 'refused',
    refunded: ({ state }) => state === 'refunded',
    donations: ({ kind }) => kind === 'donation',
  };
  for (const filter of ORDER_FILTERS) {
    const expected = orders.filter(belongs[filter]).map(({ reference }) => reference);
    const shown: string[] = [];
    const { pages, counts } = await list(`${filter}.1`);
    for (let page = 1; page <= pages; page += 1)
      shown.push(...(await list(`${filter}.${page}`)).orders.map(({ reference }) => reference));
    expect(shown).toEqual(expected);
    expect(counts[filter]).toBe(expected.length);
    expect(await list(`${filter}.999999`)).toMatchObject({ page: pages });
  }
});

it('tells the story of an order only to users with a role in its channel', async () => {
  const reference = await addTierOrder(test.database);
  const pressed = `own_order_${CHANNEL_ID}_${reference}`;
  const { text, buttons } = await by(READER).press(pressed);
  expect(text).toContain('The order was placed for $30.00.');
  expect(text).toContain(`From: User ${BUYER_ID}`);
  expect(text).not.toMatch(/\b[Yy]ou\b/);
  expect(buttons).toEqual([`own_member_${CHANNEL_ID}_${BUYER_ID}`, `own_orders_${CHANNEL_ID}`]);
  expect((await by(9001).press(pressed)).message).toBeUndefined();
  const theirs = await addTierOrder(test.database, { openChannelId: OTHER_ID });
  expect(await by(OWNER_ID).press(`own_order_${CHANNEL_ID}_${theirs}`)).toMatchObject(UNKNOWN);
  expect(await by(OWNER_ID).press(`own_order_${CHANNEL_ID}_${'A'.repeat(22)}`)).toMatchObject(UNKNOWN);
  expect((await by(OWNER_ID).press(`own_order_${OTHER_ID}_${theirs}`)).message).toBeUndefined();
});

const storyShownTo = async (userId: number, reference: OrderReference) => {
  const { answer } = await by(userId).press(`order_story_${reference}`);
  if (answer !== undefined) return answer;
  const [row] = await test.database.query(
    (sql) => sql<{ type: string }[]>`
      select payload -> 'message' ->> 'type' as type from outbox where payload ->> 'chatId' = ${String(userId)}
      order by outbox_id desc limit 1`,
  );
  return row?.type;
};

it('tells the story below a notification from the reader’s viewpoint', async () => {
  const reference = await addOrder(test.database, 2500);
  expect(await storyShownTo(DONOR_ID, reference)).toBe('order_story');
  expect(await storyShownTo(OWNER_ID, reference)).toBe('owner_story');
  expect(await storyShownTo(READER, reference)).toBe('owner_story');
  for (const stranger of [9001, BUYER_ID])
    expect(await storyShownTo(stranger, reference)).toBe(UNKNOWN_STORY);
  await test.database.query((sql) => sql`delete from channel_administrators where user_id = ${READER}`);
  expect(await storyShownTo(READER, reference)).toBe(UNKNOWN_STORY);
});
