import { useTestDatabase } from '../../tests/support/test-database';
import { useSettledOrders } from '../../tests/worlds/settled-orders';
import { UsageError } from '../arguments';
import { describeStars, starsAsJson } from './describe-stars';
import { prepareStars, readTakenStars } from './report-stars';

const test = useTestDatabase({ per: 'test' });
const { newChannel, sale, starSale } = useSettledOrders(test);

/** Sets the database's clock. */
async function setClock(at: string): Promise<void> {
  const [row] = await test.database.query((sql) => sql<{ now: Date }[]>`select app_now() as now`);
  await test.advance(`${Date.parse(at) - (row?.now.getTime() ?? 0)} milliseconds`);
}

async function sellInStars() {
  await setClock('2027-03-15T12:00Z');
  const [alpha, beta] = [await newChannel('UTC'), await newChannel('UTC')];
  await sale(beta, '2027-03-02T12:00Z', 1000);
  await starSale(alpha, '2027-03-02T12:00Z', 385, 'subscription');
  const { paymentId } = await starSale(alpha, '2027-02-10T12:00Z', 1000);
  await test.database.query(
    (sql) => sql`
      update payments set standing = 'refunded', refunded_at = '2027-03-03T12:00Z' where payment_id = ${paymentId}`,
  );
  return alpha;
}

it('shows what each channel took in Stars in a month, less what was sent back in it', async () => {
  const alpha = await sellInStars();
  const of = async (month?: string) =>
    JSON.parse(starsAsJson(await readTakenStars(test.database, month))) as unknown;
  const channel = { open_channel_id: alpha, title: 'Alpha', owner_user_id: 7001, time_zone: 'UTC' };
  const march = { ...channel, month: '2027-03', income_stars: 385, refunded_stars: 1000, net_stars: -615 };
  expect(await of()).toEqual([march]);
  expect(await of('2027-03')).toEqual([march]);
  expect(await of('2027-02')).toEqual([
    { ...channel, month: '2027-02', income_stars: 1000, refunded_stars: 0, net_stars: 1000 },
  ]);
  expect(await of('2027-01')).toEqual([]);
});

it('prints a table, and says what all of it is worth, about, at which rate', async () => {
  const alpha = await sellInStars();
  const text = describeStars(await readTakenStars(test.database, '2027-02'), '2027-02');
  expect(text.split('\n')).toEqual([
    expect.stringMatching(/^owner +channel +month +came +sent back +Stars +title$/),
    expect.stringMatching(new RegExp(`^owner 7001 +${alpha} +2027-02 +1000 +0 +1000 +Alpha$`)),
    '',
    "1000 Stars in all, about $13.00 at Telegram's rate for developers, 1,000 Stars = $13.00. Telegram holds Stars for up to 21 days.",
  ]);
  expect(describeStars([], '2027-01')).toBe('Nothing came or went in Stars in 2027-01.');
});

it.each(['2026', '2026-13', '2026-00', '11-2026', 'november'])('refuses %j as a month', (month) => {
  expect(() => prepareStars('', new Set(), { values: { month } })).toThrow(UsageError);
});
