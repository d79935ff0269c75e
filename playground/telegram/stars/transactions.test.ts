import type { StarTransaction } from '../index';
import { startStarShop, type StarShop } from '../../../tests/support/star-shop';
import { BUYER } from '../../../tests/support/telegram-simulator';

let shop: StarShop;

beforeEach(async () => {
  shop = await startStarShop();
  shop.telegram.as(BUYER).start();
});
afterEach(() => shop.close());

const page = async (fields: object) => {
  const { result } = await shop.call('getStarTransactions', fields);
  return (result as { transactions: StarTransaction[] }).transactions;
};
const ids = (rows: readonly StarTransaction[]) => rows.map(({ id }) => id);

it('clamps offset and limit without an error', async () => {
  shop.telegram.stars.receive(150);
  const all = ids(shop.telegram.stars.transactions());
  expect(ids(await page({}))).toEqual(all.slice(0, 100));
  expect(ids(await page({ offset: -7, limit: 0 }))).toEqual(all.slice(0, 1));
  expect(ids(await page({ offset: 100, limit: 1000 }))).toEqual(all.slice(100));
  expect(await page({ offset: 150 })).toEqual([]);
});

it('gives 10,000 rows page by page, oldest first, once each, while new ones arrive', async () => {
  const { stars } = shop.telegram;
  stars.receive(10_000);
  const seen: string[] = [];
  for (;;) {
    const rows = await page({ offset: seen.length });
    if (rows.length === 0) break;
    seen.push(...ids(rows));
    if (seen.length <= 10_000) stars.receive(3);
  }
  expect(seen).toEqual(ids(stars.transactions()));
  expect(new Set(seen).size).toBe(10_300);
}, 60_000);

it('leaves rows of another currency out of a page that is then short, although more follow', async () => {
  const { stars } = shop.telegram;
  stars.receive(40);
  stars.receiveTon(20);
  stars.receive(60);
  expect([(await page({})).length, (await page({ offset: 100 })).length]).toEqual([80, 20]);
  expect(stars.balance()).toBe(100);
});

it('shows a withdrawal as pending until it ends, and gives a failed one back', async () => {
  const { stars } = shop.telegram;
  stars.receive(2, 1000);
  const [paid, failed] = [stars.withdraw(1000), stars.withdraw(500)];
  expect(() => stars.withdraw(501)).toThrow('BALANCE_TOO_LOW');
  const last = async () => (await page({ offset: 2 })).map(({ receiver, source }) => receiver ?? source);
  const pending = { type: 'fragment', withdrawal_state: { type: 'pending' } };
  expect(await last()).toEqual([pending, pending]);
  stars.endWithdrawal(paid, 'succeeded');
  stars.endWithdrawal(failed, 'failed');
  expect(await last()).toMatchObject([
    { withdrawal_state: { type: 'succeeded', date: shop.seconds() } },
    { withdrawal_state: { type: 'failed' } },
    { withdrawal_state: { type: 'failed' } },
  ]);
  expect(stars.balance()).toBe(1000);
});

it('adds up to the balance, except for chargebacks', async () => {
  const { stars } = shop.telegram;
  const link = await shop.createLink();
  const buy = () => shop.telegram.as(BUYER).payStars(link);
  const bought = [await buy(), await buy(), await buy()];
  stars.withdraw(100);
  const [refunded, chargedBack] = bought.map((each) => (each.state === 'paid' ? each.chargeId : ''));
  stars.refund(refunded ?? '');
  const sum = () =>
    stars.transactions().reduce((total, { source, amount }) => total + (source ? amount : -amount), 0);
  expect([sum(), stars.balance()]).toEqual([400, 400]);
  stars.chargeBack(chargedBack ?? '');
  expect([sum(), stars.balance()]).toEqual([400, 150]);
});
