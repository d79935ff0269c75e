import { readOrder, readTold } from '../observe';
import { countOf, daysLeft, expectCase, expectDays, newestPayable, type Play } from '../play';
import type { Payable } from '../rail-under-test';
import type { RailWorld } from '../rail-world';
import { nowpaymentsRail } from '../nowpayments-rail';
import { MONTH, newCustomer, openOffer, press, tierButton } from '../shop';
import { reportCharge, starsRail } from '../stars-rail';

/** An order with an invoice of each rail. Its buyer looks at the one in Stars. */
async function withBothInvoices(world: RailWorld) {
  const [coins, stars] = [nowpaymentsRail(world), starsRail(world)];
  const shop = await stars.openShop();
  const buyer = newCustomer(world);
  await openOffer(world, shop, buyer);
  await press(world, buyer, tierButton(shop));
  await press(world, buyer, /^pay_crypto_/);
  const inCoins = await newestPayable(coins, shop, buyer);
  await press(world, buyer, /^pay_other_/);
  await press(world, buyer, /^pay_once_/);
  const inStars = await newestPayable(stars, shop, buyer);
  expect(inStars.reference).toBe(inCoins.reference);
  return { coins, stars, inCoins, inStars };
}

/** It gave its days once, and its owner got the news of one sale. */
async function expectSettledOnce(world: RailWorld, { shop, buyer, reference }: Payable, told: string[]) {
  expect(await readOrder(world, reference)).toMatchObject({ state: 'settled', days: MONTH.days });
  expectDays(await daysLeft(world, shop, buyer), MONTH.days);
  expect(countOf(told, 'owner subscription_sold')).toBe(1);
}

/** Coins come after Stars. */
export const starsThenCoins: Play = async (rail) => {
  const { world } = rail;
  const { coins, stars, inCoins, inStars } = await withBothInvoices(world);
  await stars.pay(inStars);
  await coins.pay(inCoins);
  await expectSettledOnce(world, inStars, await readTold(world, inStars));
  const odd = await expectCase(coins, inCoins, 'repeated');
  for (const tap of coins.refundTaps(odd)) await press(world, inCoins.shop.owner, tap);
  const { payments } = await readOrder(world, inCoins.reference);
  expect(payments.find(({ paymentId }) => paymentId === odd)).toMatchObject({ standing: 'refunded' });
  await expectSettledOnce(world, inStars, await readTold(world, inStars));
};

/** Stars are refused once coins paid. Those that had our yes before are a case. */
export const coinsThenStars: Play = async (rail) => {
  const { world } = rail;
  const { coins, inCoins, inStars } = await withBothInvoices(world);
  await coins.pay(inCoins);
  const wallet = world.telegram.as(inStars.buyer.userId).stars;
  const before = wallet.balance();
  const outcome = await world.telegram
    .as(inStars.buyer.userId)
    .payStars(Number(inStars.id))
    .catch(() => ({ state: 'nothing to press' }));
  await world.settleDown();
  expect(['refused', 'nothing to press']).toContain(outcome.state);
  expect(wallet.balance()).toBe(before);
  await expectSettledOnce(world, inCoins, await readTold(world, inCoins));
  await reportCharge(world, inStars);
  await expectCase(rail, inStars, 'repeated');
  await expectSettledOnce(world, inCoins, await readTold(world, inCoins));
};
