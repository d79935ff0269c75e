import { DAY_MS, HOUR_MS } from '../../../shared/domain/common/time';
import { isIn, liveLinks, readEnd, readOrder, readTold } from '../observe';
import { countOf, daysLeft, expectDays, expectSoldOnce, orderDonation, orderTier, type Play } from '../play';
import { BOT } from '../rail-world';
import { MONTH, newCustomer, newestOrder, openOffer, press, tierButton } from '../shop';

export const renewal: Play = async (rail) => {
  const { world } = rail;
  const first = await orderTier(rail);
  const { shop, buyer } = first;
  await rail.pay(first);
  const end = await readEnd(world, shop, buyer);
  await world.later(10 * DAY_MS);
  const second = await orderTier(rail, { shop, buyer });
  expect(second.reference).not.toBe(first.reference);
  await rail.pay(second);
  expect(await readEnd(world, shop, buyer)).toBe(Number(end) + MONTH.days * DAY_MS);
};

export const renewalLate: Play = async (rail) => {
  const { world } = rail;
  const first = await orderTier(rail);
  const { shop, buyer } = first;
  await rail.pay(first);
  buyer.person.join(String((await liveLinks(world, shop, buyer))[0]));
  await world.settleDown();
  await world.later(MONTH.days * DAY_MS + 12 * HOUR_MS);
  const second = await orderTier(rail, { shop, buyer });
  await rail.pay(second);
  expectDays(await daysLeft(world, shop, buyer), MONTH.days);
  await world.later(2 * DAY_MS);
  expect(isIn(world, shop, buyer)).toBe(true);
};

/** NOWPayments: an invoice can't be withdrawn, so what was ordered before the pause is sold. */
export const paused: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  const { shop } = payable;
  const late = newCustomer(world);
  await openOffer(world, shop, late);
  await world.database.query(
    (sql) => sql`update channels set paused_at = app_now() where open_channel_id = ${shop.openChannelId}`,
  );
  expect(await press(world, late, tierButton(shop))).toMatch(/paused/i);
  expect(rail.payableOf(late)).toBeUndefined();
  await rail.pay(payable);
  await expectSoldOnce(rail, payable);
};

/** NOWPayments: an invoice can't be withdrawn, so the money comes, and the owner reads that it lets nobody in. */
export const banned: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  const { shop, buyer, reference } = payable;
  await world.database.query(
    (sql) => sql`
      insert into bans (open_channel_id, user_id, banned_by, reason)
      values (${shop.openChannelId}, ${buyer.userId}, ${shop.owner.userId}, 'spam')`,
  );
  await rail.pay(payable);
  expect(await readOrder(world, reference)).toMatchObject({ state: 'settled', days: MONTH.days });
  expect(await liveLinks(world, shop, buyer)).toEqual([]);
  expect(await readTold(world, payable)).toContain('owner access_trouble');
  await press(world, buyer, tierButton(shop));
  expect(await newestOrder(world, shop, buyer)).toBe(reference);
};

export const withoutRights: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  const { shop, buyer, reference } = payable;
  const setRight = async (can_invite_users: boolean) => {
    world.telegram.setMember(shop.closedChannelId, BOT, 'administrator', { can_invite_users });
    await world.settleDown();
  };
  await setRight(false);
  await rail.pay(payable);
  expect(await readOrder(world, reference)).toMatchObject({ state: 'settled', days: MONTH.days });
  expect(await liveLinks(world, shop, buyer)).toEqual([]);
  const told = await readTold(world, payable);
  expect(told).toContain('owner access_trouble');
  expect(told).toContain('buyer access_delayed');
  await setRight(true);
  await world.later(2 * HOUR_MS);
  expect(await liveLinks(world, shop, buyer)).toHaveLength(1);
  expect(countOf(await readTold(world, payable), 'buyer access:paid')).toBe(1);
};

export const donation: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderDonation(rail);
  await rail.pay(payable);
  expect(await readOrder(world, payable.reference)).toMatchObject({ state: 'settled', days: 0 });
  const told = await readTold(world, payable);
  expect(countOf(told, 'buyer thanks')).toBe(1);
  expect(countOf(told, 'owner donation_received')).toBe(1);
};

/** NOWPayments: a further payment counts as one more donation by itself. */
export const donationTwice: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderDonation(rail);
  await rail.payOnTwoDevices(payable);
  const { state, payments } = await readOrder(world, payable.reference);
  expect(state).toBe('settled');
  expect(payments.map(({ standing }) => standing).sort()).toEqual(['credited', 'settled']);
  const told = await readTold(world, payable);
  expect(countOf(told, 'buyer thanks')).toBe(2);
  expect(countOf(told, 'owner donation_received')).toBe(2);
};
