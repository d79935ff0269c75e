import { MINUTE_MS } from '../../../shared/domain/common/time';
import { dieAtEveryPoint } from '../dying-database';
import { readTold } from '../observe';
import {
  countOf,
  expectNothingSold,
  expectSoldOnce,
  newestPayable,
  orderTier,
  pressAll,
  type Play,
} from '../play';
import type { RailUnderTest, Trouble } from '../rail-under-test';
import { findButton, newCustomer, openOffer, press, type Customer, type Shop } from '../shop';

/** Longer than any pause between two attempts that follow each other at once. */
const SOON_MS = 10 * MINUTE_MS;

const ordersOf = ({ world }: RailUnderTest, { userId }: Customer) =>
  world.database.query((sql) => sql`select from orders where user_id = ${userId}`);

/** A buyer who looks at an offer. */
async function looking(rail: RailUnderTest, shop?: Shop) {
  const place = shop ?? (await rail.openShop());
  const buyer = newCustomer(rail.world);
  await openOffer(rail.world, place, buyer);
  return { shop: place, buyer };
}

/** Taps everything, and leaves what the last tap promises to a worker. */
async function pressAndLeave(rail: RailUnderTest, shop: Shop, buyer: Customer): Promise<void> {
  const { world } = rail;
  const taps = [...rail.taps(shop)];
  const last = taps.pop();
  for (const tap of taps) await press(world, buyer, tap);
  const found = last && findButton(world, buyer, last);
  if (found === undefined) throw new Error('there is nothing to tap');
  await buyer.person.press(buyer.userId, found.messageId, found.data);
  await world.telegram.drained();
}

const recoversFrom =
  (trouble: Trouble, { isTold = false } = {}): Play =>
  async (rail) => {
    const { world } = rail;
    const { shop, buyer } = await looking(rail);
    rail.trouble(trouble);
    await pressAll(rail, shop, buyer);
    expect(rail.payableOf(buyer)).toBeUndefined();
    expect(await ordersOf(rail, buyer)).toHaveLength(1);
    await world.later(SOON_MS);
    const payable = await newestPayable(rail, shop, buyer);
    if (isTold) expect(countOf(await readTold(world, payable), 'buyer invoice_delayed')).toBe(1);
    await expectNothingSold(rail, payable);
    await rail.pay(payable);
    await expectSoldOnce(rail, payable);
  };

export const down = recoversFrom('down', { isTold: true });
/** Nothing can be told while Telegram itself is down. */
export const downUntold = recoversFrom('down');
export const limited = recoversFrom('limited');
export const answerLost = recoversFrom('answer_lost');

export const slow: Play = async (rail) => {
  const { world } = rail;
  const { shop, buyer } = await looking(rail);
  rail.trouble('slow');
  await pressAndLeave(rail, shop, buyer);
  await Promise.all([world.work(), world.work()]);
  await world.settleDown();
  const payable = await newestPayable(rail, shop, buyer);
  expect(await rail.made(payable.reference)).toBe(1);
  await rail.pay(payable);
  await expectSoldOnce(rail, payable);
};

export const crashOrdering: Play = async (rail) => {
  const { world } = rail;
  const shop = await rail.openShop();
  for (const fatal of rail.taps(shop).keys()) {
    const deaths = await dieAtEveryPoint(async (point) => {
      const { buyer } = await looking(rail, shop);
      let hasDied = () => false;
      for (const [index, tap] of rail.taps(shop).entries()) {
        if (index === fatal) ({ hasDied } = world.killNextAt('/telegram', point));
        await press(world, buyer, tap);
      }
      expect(await ordersOf(rail, buyer)).toHaveLength(1);
      const { reference } = await newestPayable(rail, shop, buyer);
      expect(await rail.made(reference)).toBe(1);
      return hasDied();
    });
    expect(deaths).toBeGreaterThanOrEqual(4);
  }
};

export const crashMaking: Play = async (rail) => {
  const { world } = rail;
  const shop = await rail.openShop();
  const deaths = await dieAtEveryPoint(async (point) => {
    const { buyer } = await looking(rail, shop);
    await pressAndLeave(rail, shop, buyer);
    const hasDied = await world.workAndDie(point);
    await world.settleDown();
    const payable = await newestPayable(rail, shop, buyer);
    await rail.pay(payable);
    await expectSoldOnce(rail, payable);
    return hasDied;
  });
  expect(deaths).toBeGreaterThanOrEqual(4);
};

export const crashPaid: Play = async (rail) => {
  const shop = await rail.openShop();
  const deaths = await dieAtEveryPoint(async (point) => {
    const payable = await orderTier(rail, { shop });
    const hasDied = await rail.payAndKill(payable, point);
    await expectSoldOnce(rail, payable);
    return hasDied;
  });
  expect(deaths).toBeGreaterThanOrEqual(4);
};

export const crashGranting: Play = async (rail) => {
  const { world } = rail;
  const shop = await rail.openShop();
  const deaths = await dieAtEveryPoint(async (point) => {
    const payable = await orderTier(rail, { shop });
    await rail.payAndLeave(payable);
    const hasDied = await world.workAndDie(point);
    await world.settleDown();
    await expectSoldOnce(rail, payable);
    return hasDied;
  });
  expect(deaths).toBeGreaterThanOrEqual(4);
};
