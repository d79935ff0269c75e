import { DAY_MS } from '../../../shared/domain/common/time';
import { readOrder } from '../observe';
import { expectCase, expectNothingSold, expectSoldOnce, orderTier, type Play } from '../play';
import { MONTH, press } from '../shop';

/** NOWPayments: the payment expires, the owner raises the price, and the money comes then. */
export const oldPrice: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  await world.nowpayments.pay(payable.id, { scenario: 'expired' });
  await rail.raisePrice(payable.shop);
  const [{ paymentId } = { paymentId: 0 }] = world.nowpayments
    .payments()
    .filter(({ invoiceId }) => invoiceId === payable.id);
  await world.nowpayments.pay(payable.id, { scenario: 'late', paymentId });
  await world.settleDown();
  await expectNothingSold(rail, payable);
  await expectCase(rail, payable, 'late');
};

/** NOWPayments: an invoice can't be withdrawn, and what was paid for a cancelled order settles it. */
export const closed: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  await press(world, payable.buyer, /^payment_cancel_/);
  expect(await readOrder(world, payable.reference)).toMatchObject({ state: 'cancelled' });
  await rail.pay(payable);
  await expectSoldOnce(rail, payable);
};

export const settledAlready: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  await rail.pay(payable);
  await expectSoldOnce(rail, payable);
  await world.later(DAY_MS);
  await rail.pay(payable);
  expect(await readOrder(world, payable.reference)).toMatchObject({ state: 'settled', days: MONTH.days });
  await expectCase(rail, payable, 'repeated');
};

export const twoDevices: Play = async (rail) => {
  const payable = await orderTier(rail);
  await rail.payOnTwoDevices(payable);
  await expectSoldOnce(rail, payable);
  await expectCase(rail, payable, 'repeated');
};

export const priceChanged: Play = async (rail) => {
  const payable = await orderTier(rail);
  await rail.raisePrice(payable.shop);
  await rail.pay(payable);
  await expectSoldOnce(rail, payable);
};
