import { readOrder, readTold } from '../observe';
import { expectNothingSold, expectSoldOnce, orderTier, type Play } from '../play';
import type { Delivery, Payable, RailUnderTest } from '../rail-under-test';

const soldWith =
  (delivery: Delivery): Play =>
  async (rail) => {
    const payable = await orderTier(rail);
    await rail.pay(payable, { delivery });
    await expectSoldOnce(rail, payable);
  };

export const duplicate = soldWith('twice');
export const reordered = soldWith('reordered');

export const lost: Play = async (rail) => {
  const payable = await orderTier(rail);
  await rail.pay(payable, { delivery: 'lost' });
  await expectNothingSold(rail, payable);
  await rail.reconcile();
  await expectSoldOnce(rail, payable);
};

export const forged: Play = async (rail) => {
  const payable = await orderTier(rail);
  expect([401, 403]).toContain(await rail.forge(payable));
  await expectNothingSold(rail, payable);
  expect(await readOrder(rail.world, payable.reference)).toMatchObject({ payments: [] });
};

/** Everything that our books and chats say about an order. */
const all = async ({ world }: RailUnderTest, payable: Payable) => ({
  order: await readOrder(world, payable.reference),
  told: await readTold(world, payable),
});

export const replayed: Play = async (rail) => {
  const payable = await orderTier(rail);
  const payment = await rail.pay(payable);
  const before = await all(rail, payable);
  expect(await rail.replay(payment)).toBe(200);
  expect(await all(rail, payable)).toEqual(before);
  await expectSoldOnce(rail, payable);
};

export const otherPrice: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  await rail.claimOtherPrice(payable);
  await expectNothingSold(rail, payable);
  const { payments } = await readOrder(world, payable.reference);
  expect(payments.length).toBeGreaterThan(0);
  for (const { standing, exception } of payments)
    expect({ standing, exception }).toEqual({ standing: 'parked', exception: 'amount_mismatch' });
  expect(await readTold(world, payable)).toContain('owner odd_payment:amount_mismatch');
};

export const unknownOrder: Play = async (rail) => {
  const { isKept } = await rail.payUnknownOrder();
  expect(await isKept()).toBe(true);
};

export const unreadable: Play = async (rail) => {
  const kept = () =>
    rail.world.database.query(
      (sql) => sql`select from inbox where outcome = 'unreadable' and payload is not null`,
    );
  const before = (await kept()).length;
  expect(await rail.sendUnreadable()).toBe(200);
  expect(await kept()).toHaveLength(before + 1);
};

export const lying: Play = async (rail) => {
  const payable = await orderTier(rail);
  const payment = await rail.pay(payable);
  const before = await all(rail, payable);
  await rail.takeBack(payment);
  expect(await all(rail, payable)).toEqual(before);
  await expectSoldOnce(rail, payable);
};
