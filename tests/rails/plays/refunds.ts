import { isIn, liveLinks, readOrder, readTold } from '../observe';
import { countOf, daysLeft, expectCase, orderTier, type Play } from '../play';
import type { Payable, RailUnderTest } from '../rail-under-test';
import { MONTH, press } from '../shop';
import { dieAtEveryPoint } from '../dying-database';

/** An order that was paid, and whose buyer is in. */
async function paidAndIn(rail: RailUnderTest) {
  const { world } = rail;
  const payable = await orderTier(rail);
  const payment = await rail.pay(payable);
  const [link = ''] = await liveLinks(world, payable.shop, payable.buyer);
  payable.buyer.person.join(link);
  await world.settleDown();
  expect(isIn(world, payable.shop, payable.buyer)).toBe(true);
  return { payable, payment };
}

/** The days ended, the member is out, and each side was told once. */
async function expectRefunded({ world }: RailUnderTest, payable: Payable): Promise<void> {
  const { shop, buyer, reference } = payable;
  expect(await readOrder(world, reference)).toMatchObject({
    state: 'refunded',
    days: 0,
    payments: [{ standing: 'refunded' }],
  });
  expect(await daysLeft(world, shop, buyer)).toBeLessThanOrEqual(0);
  expect(isIn(world, shop, buyer)).toBe(false);
  const told = await readTold(world, payable);
  expect(countOf(told, 'buyer payment_news:refunded')).toBe(1);
  expect(countOf(told, 'owner odd_payment:refunded')).toBe(1);
}

export const refundUnasked: Play = async (rail) => {
  const { payable, payment } = await paidAndIn(rail);
  await rail.refundUnasked(payment);
  await expectRefunded(rail, payable);
};

export const refundRepeated: Play = async (rail) => {
  const { payable, payment } = await paidAndIn(rail);
  await rail.refundUnasked(payment, 3);
  await expectRefunded(rail, payable);
};

/** The owner sends a second payment back, or has us do it. */
export const refundByUs: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  const { owner } = payable.shop;
  await rail.payOnTwoDevices(payable);
  const odd = await expectCase(rail, payable, 'repeated');
  const [ask, confirm] = rail.refundTaps(odd);
  await press(world, owner, ask);
  await expectCase(rail, payable, 'repeated');
  await press(world, owner, confirm);
  const { payments, ...order } = await readOrder(world, payable.reference);
  expect(order).toEqual({ state: 'settled', days: MONTH.days });
  expect(payments.find(({ paymentId }) => paymentId === odd)).toMatchObject({ standing: 'refunded' });
  expect(countOf(await readTold(world, payable), 'buyer payment_news:refunded')).toBe(1);
};

export const crashRefund: Play = async (rail) => {
  const deaths = await dieAtEveryPoint(async (point) => {
    const { payable, payment } = await paidAndIn(rail);
    const hasDied = await rail.refundAndKill(payment, point);
    await expectRefunded(rail, payable);
    return hasDied;
  });
  expect(deaths).toBeGreaterThanOrEqual(4);
};

export const crashRefunding: Play = async (rail) => {
  const { world } = rail;
  const deaths = await dieAtEveryPoint(async (point) => {
    const { payable, payment } = await paidAndIn(rail);
    await rail.refundAndLeave(payment);
    const hasDied = await world.workAndDie(point);
    await world.settleDown();
    await expectRefunded(rail, payable);
    return hasDied;
  });
  expect(deaths).toBeGreaterThanOrEqual(4);
};
