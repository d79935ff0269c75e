import { DAY_MS, HOUR_MS } from '../../shared/domain/common/time';
import { liveLinks, readEnd, readOrder, readTold } from './observe';
import type { Payable, RailUnderTest } from './rail-under-test';
import type { RailWorld } from './rail-world';
import { MONTH, newCustomer, newestOrder, openOffer, press, type Customer, type Shop } from './shop';

/** One scenario on one rail. Fails if what must hold doesn't. */
export type Play = (rail: RailUnderTest) => Promise<void>;

interface Given {
  readonly shop?: Shop;
  readonly buyer?: Customer;
}

/** What a buyer's newest order has to pay. */
export async function newestPayable(rail: RailUnderTest, shop: Shop, buyer: Customer): Promise<Payable> {
  const id = rail.payableOf(buyer);
  if (id === undefined) throw new Error(`${buyer.userId} has nothing to pay`);
  return { shop, buyer, reference: await newestOrder(rail.world, shop, buyer), id };
}

/** Taps everything from the offer to the request for something to pay. */
export async function pressAll(rail: RailUnderTest, shop: Shop, buyer: Customer): Promise<void> {
  for (const tap of rail.taps(shop)) await press(rail.world, buyer, tap);
}

/** Orders a tier by taps, until there is something to pay. */
export async function orderTier(rail: RailUnderTest, given: Given = {}): Promise<Payable> {
  const { world } = rail;
  const { shop = await rail.openShop(), buyer = newCustomer(world) } = given;
  await openOffer(world, shop, buyer);
  await pressAll(rail, shop, buyer);
  return newestPayable(rail, shop, buyer);
}

/** Gives an amount on a keypad, until there is something to pay. */
export async function orderDonation(rail: RailUnderTest, given: Given = {}): Promise<Payable> {
  const { shop = await rail.openShop(), buyer = newCustomer(rail.world) } = given;
  await rail.donate(shop, buyer);
  return newestPayable(rail, shop, buyer);
}

export const countOf = (told: readonly string[], what: string): number =>
  told.filter((each) => each === what).length;

/** How many days from now a buyer's access ends. */
export async function daysLeft(world: RailWorld, shop: Shop, buyer: Customer): Promise<number> {
  const end = await readEnd(world, shop, buyer);
  return end === null ? 0 : (end - world.now()) / DAY_MS;
}

/** An hour, which a busy machine may need between two readings of a clock. */
const MARGIN_DAYS = HOUR_MS / DAY_MS;

export function expectDays(left: number, wanted: number): void {
  expect(left).toBeGreaterThan(wanted - MARGIN_DAYS);
  expect(left).toBeLessThanOrEqual(wanted + MARGIN_DAYS);
}

/** The order is settled once: its days, one link, and one message for each side. */
export async function expectSoldOnce({ world }: RailUnderTest, payable: Payable): Promise<void> {
  const { shop, buyer, reference } = payable;
  expect(await readOrder(world, reference)).toMatchObject({ state: 'settled', days: MONTH.days });
  expectDays(await daysLeft(world, shop, buyer), MONTH.days);
  const told = await readTold(world, payable);
  expect(told.filter((each) => each.startsWith('unsent'))).toEqual([]);
  expect(countOf(told, 'owner subscription_sold')).toBe(1);
  expect(countOf(told, 'buyer access:paid')).toBe(1);
  expect(await liveLinks(world, shop, buyer)).toHaveLength(1);
}

/** The order is as open as before: no days, and nobody is told that it was sold. */
export async function expectNothingSold({ world }: RailUnderTest, payable: Payable): Promise<void> {
  const { shop, buyer, reference } = payable;
  expect(await readOrder(world, reference)).toMatchObject({ state: 'open', days: 0 });
  expect(await readEnd(world, shop, buyer)).toBeNull();
  const told = await readTold(world, payable);
  expect(told.filter((each) => /subscription_sold|order_paid|buyer access/.test(each))).toEqual([]);
}

/** A payment beside the order is a case: both sides read about it, and the owner can refund it. Returns its id. */
export async function expectCase(
  { world }: RailUnderTest,
  payable: Payable,
  exception: string,
): Promise<string> {
  const { payments } = await readOrder(world, payable.reference);
  const odd = payments.filter(({ standing }) => standing === 'parked');
  expect(odd).toMatchObject([{ exception }]);
  const told = await readTold(world, payable);
  expect(countOf(told, `owner odd_payment:${exception}`)).toBe(1);
  expect(countOf(told, `buyer payment_news:${exception}`)).toBe(1);
  return String(odd[0]?.paymentId);
}
