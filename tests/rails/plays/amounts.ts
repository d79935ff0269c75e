import { isIn, liveLinks, readEnd, readOrder, readTold } from '../observe';
import { expectCase, expectNothingSold, expectSoldOnce, newestPayable, orderTier, type Play } from '../play';
import type { RailUnderTest } from '../rail-under-test';
import { newCustomer } from '../shop';

/** The exact price buys the days, and lets in the buyer alone. */
export const exact: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  const { shop, buyer } = payable;
  await rail.pay(payable);
  await expectSoldOnce(rail, payable);
  const [link = ''] = await liveLinks(world, shop, buyer);
  const stranger = newCustomer(world);
  stranger.person.join(link);
  await world.settleDown();
  expect(isIn(world, shop, stranger)).toBe(false);
  buyer.person.join(link);
  await world.settleDown();
  expect(isIn(world, shop, buyer)).toBe(true);
};

/** Half of the price came. Returns what is left to pay. */
async function payHalf(rail: RailUnderTest) {
  const { world } = rail;
  const payable = await orderTier(rail);
  await world.nowpayments.pay(payable.id, { scenario: 'partial', percent: 50 });
  await world.settleDown();
  return { payable, rest: await newestPayable(rail, payable.shop, payable.buyer) };
}

const priceOf = ({ world }: RailUnderTest, id: string) =>
  world.nowpayments.invoices().find((invoice) => invoice.id === id)?.priceAmount;

/** NOWPayments: half of the price buys no days, and leads to an invoice for the other half. */
export const part: Play = async (rail) => {
  const { payable, rest } = await payHalf(rail);
  await expectNothingSold(rail, payable);
  expect(rest).toMatchObject({ reference: payable.reference });
  expect(priceOf(rail, rest.id)).toBe(15);
};

export const twoParts: Play = async (rail) => {
  const { rest } = await payHalf(rail);
  await rail.pay(rest);
  await expectSoldOnce(rail, rest);
};

/** NOWPayments: 120 % of the price. */
export const over: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  await world.nowpayments.pay(payable.id, { scenario: 'over' });
  await world.settleDown();
  await expectSoldOnce(rail, payable);
  expect(await readOrder(world, payable.reference)).toMatchObject({ payments: [{ exception: 'over' }] });
};

/** NOWPayments: the payment expires, and is paid then. */
export const late: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  await world.nowpayments.pay(payable.id, { scenario: 'late' });
  await world.settleDown();
  await expectSoldOnce(rail, payable);
  expect(await readOrder(world, payable.reference)).toMatchObject({ payments: [{ exception: 'late' }] });
};

/** NOWPayments: the address of a finished payment gets the price again. */
export const repeated: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  await world.nowpayments.pay(payable.id, { scenario: 'twice' });
  await world.settleDown();
  await expectSoldOnce(rail, payable);
  await expectCase(rail, payable, 'repeated');
};

/** NOWPayments: the address of a payment gets another coin. */
export const wrongAsset: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  await world.nowpayments.pay(payable.id, { scenario: 'wrong_coin' });
  await world.settleDown();
  await expectNothingSold(rail, payable);
  await expectCase(rail, payable, 'wrong_asset');
};

/** NOWPayments does not know who pays, so the days are of the buyer of the order. */
export const somebodyElse: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  const stranger = newCustomer(world);
  await rail.pay(payable, { by: stranger });
  await expectSoldOnce(rail, payable);
  expect(await readEnd(world, payable.shop, stranger)).toBeNull();
  expect(await readTold(world, { ...payable, buyer: stranger })).not.toContain('buyer access:paid');
};
