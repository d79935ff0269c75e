import { useTestDatabase } from '../../../tests/support/test-database';
import { useSettledOrders } from '../../../tests/worlds/settled-orders';
import { checkedSystemOf } from '../checked-system';
import { judgeStarPrices, starPricesCheck } from './check-star-prices';

const test = useTestDatabase({ per: 'test' });
const { newChannel } = useSettledOrders(test);
const OWNER = 7001;

const look = (STARS_FOR: { isEveryone: boolean; named: number[] }) =>
  starPricesCheck.look({ ...checkedSystemOf({ STARS_FOR }, []), database: () => test.database }, new Set());

it('has nothing to look at while Stars are off and no channel has a price in them', async () => {
  await newChannel('UTC');
  expect(await look({ isEveryone: false, named: [] })).toEqual({ absent: 'STARS_FOR is not set' });
});

it.each([
  ['a price that nobody can pay', [], ['stars.off']],
  ['nothing if the owner is named', [OWNER], []],
  ['a user without a channel', [OWNER, 9], ['stars.without_channel']],
])('finds %s', async (_, owners, codes) => {
  const openChannelId = await newChannel('UTC');
  await newChannel('UTC');
  await test.database.query(
    (sql) => sql`
      insert into tiers (open_channel_id, position, name, price_cents, days, price_stars)
      values (${openChannelId}, 1, 'Gold', 500, 30, 385)`,
  );
  expect(await look({ isEveryone: false, named: owners })).toMatchObject({
    findings: codes.map((code) => ({ code })),
  });
});

it('looks at donations in Stars, too', async () => {
  const openChannelId = await newChannel('UTC');
  await test.database.query(
    (sql) => sql`update channels set donation_stars = '{50}' where open_channel_id = ${openChannelId}`,
  );
  expect(await look({ isEveryone: true, named: [] })).toEqual({
    findings: [],
    note: '1 channel can be paid in Stars',
  });
  expect(await look({ isEveryone: false, named: [] })).toMatchObject({ findings: [{ code: 'stars.off' }] });
});

it('names the first few and counts the rest', () => {
  const offers = Array.from({ length: 7 }, (_, index) => ({
    openChannelId: -1 as never,
    title: `Offer ${index}`,
    ownerUserId: index,
  }));
  const [finding] = judgeStarPrices({
    starsFor: { isEveryone: false, named: [] },
    offers,
    withoutChannel: [],
  });
  expect(finding?.problem).toMatch(/Offer 4 \(owner 4\) and 2 more\.$/);
});
