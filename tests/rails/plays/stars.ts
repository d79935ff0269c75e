import type { PayOptions } from '../../../playground/telegram/index';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/domain/common/time';
import { isIn, liveLinks, readEnd, readOrder, readTold } from '../observe';
import {
  countOf,
  expectCase,
  expectNothingSold,
  expectSoldOnce,
  newestPayable,
  orderTier,
  pressAll,
  type Play,
} from '../play';
import type { Payable, RailUnderTest } from '../rail-under-test';
import { BOT } from '../rail-world';
import {
  findButton,
  MONTH,
  newCustomer,
  newestOrder,
  openOffer,
  press,
  tierButton,
  urlOn,
  writtenTo,
} from '../shop';
import { mayPay, reportCharge, STARS } from '../stars-rail';

/** How long the buyer looks at the screen after our yes. */
const PAUSE_SECONDS = 5;

const payStars = ({ world }: RailUnderTest, { buyer, id }: Payable, options?: PayOptions) =>
  world.telegram.as(buyer.userId).payStars(Number(id), options);

/** The buyer can't pay: there is nothing left to press, or the answer before the payment is no. No Star moves. */
async function expectRefused(rail: RailUnderTest, payable: Payable): Promise<void> {
  const { world } = rail;
  const wallet = world.telegram.as(payable.buyer.userId).stars;
  const before = wallet.balance();
  const outcome = await payStars(rail, payable).catch(() => ({ state: 'nothing to press' }));
  await world.settleDown();
  expect(['refused', 'nothing to press']).toContain(outcome.state);
  expect(wallet.balance()).toBe(before);
}

/** The buyer confirms, we say yes, `meanwhile` happens, and then the Stars come. Returns the charge. */
async function payAround(
  rail: RailUnderTest,
  payable: Payable,
  meanwhile: () => Promise<unknown>,
): Promise<string> {
  const { world } = rail;
  const paying = payStars(rail, payable, { payAfterSeconds: PAUSE_SECONDS });
  await world.telegram.drained();
  await meanwhile();
  await world.later(2 * PAUSE_SECONDS * SECOND_MS);
  const outcome = await paying;
  await world.settleDown();
  if (outcome.state !== 'paid') throw new Error(`the payment was ${JSON.stringify(outcome)}`);
  return outcome.chargeId;
}

/** An invoice has no time by which it must be paid. */
export const late: Play = async (rail) => {
  const payable = await orderTier(rail);
  await rail.world.later(20 * DAY_MS);
  await rail.pay(payable);
  await expectSoldOnce(rail, payable);
};

/** Another user is refused; and if their Stars came anyway, they are a case, and buy nobody anything. */
export const somebodyElse: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  const stranger = newCustomer(world);
  const copy = { chatId: payable.buyer.userId, messageId: Number(payable.id) };
  const outcome = await world.telegram
    .as(stranger.userId)
    .payStars(copy)
    .catch(() => ({ state: 'nothing to press' }));
  expect(['refused', 'nothing to press']).toContain(outcome.state);
  expect(await mayPay(world, payable)).toBe(true);
  expect(await mayPay(world, payable, { by: stranger })).toBe(false);
  await reportCharge(world, payable, { by: stranger });
  await expectNothingSold(rail, payable);
  expect(await readEnd(world, payable.shop, stranger)).toBeNull();
  const { payments } = await readOrder(world, payable.reference);
  expect(payments).toMatchObject([{ standing: 'parked', exception: 'other_payer' }]);
  expect(await readTold(world, payable)).toContain('owner odd_payment:other_payer');
};

/** The buyer cancels, the price is raised, and the invoice of the cancelled order is paid. */
export const oldPrice: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  await press(world, payable.buyer, /^payment_cancel_/);
  await rail.raisePrice(payable.shop);
  const raised = await orderTier(rail, payable);
  expect(raised.reference).not.toBe(payable.reference);
  await expectRefused(rail, payable);
  await expectNothingSold(rail, raised);
};

/** A cancelled order is refused. One that is cancelled after our yes is a case. */
export const closed: Play = async (rail) => {
  const { world } = rail;
  const refused = await orderTier(rail);
  await press(world, refused.buyer, /^payment_cancel_/);
  await expectRefused(rail, refused);
  const payable = await orderTier(rail);
  await payAround(rail, payable, () => press(world, payable.buyer, /^payment_cancel_/));
  expect(await readOrder(world, payable.reference)).toMatchObject({ state: 'cancelled', days: 0 });
  await expectCase(rail, payable, 'closed');
};

export const settledAlready: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  await rail.pay(payable);
  await expectSoldOnce(rail, payable);
  await world.later(DAY_MS);
  await expectRefused(rail, payable);
  const { payments } = await readOrder(world, payable.reference);
  expect(payments).toHaveLength(1);
};

/** The refund is reported before the payment that it sends back. */
export const reordered: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  world.telegram.stars.delayNext('successful_payment', MINUTE_MS / SECOND_MS);
  const outcome = await payStars(rail, payable);
  if (outcome.state !== 'paid') throw new Error(`the payment was ${JSON.stringify(outcome)}`);
  world.telegram.stars.refund(outcome.chargeId);
  await world.settleDown();
  await world.later(2 * MINUTE_MS);
  const { days, payments } = await readOrder(world, payable.reference);
  expect(days).toBe(0);
  expect(payments).toMatchObject([{ standing: 'refunded' }]);
  expect(await liveLinks(world, payable.shop, payable.buyer)).toEqual([]);
};

/** Money that went back stays there, however often its payment is reported. */
export const lying: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  const payment = await rail.pay(payable);
  await rail.takeBack(payment);
  await expectSoldOnce(rail, payable);
  await rail.refundUnasked(payment);
  const before = await readOrder(world, payable.reference);
  expect(before).toMatchObject({ state: 'refunded', days: 0 });
  await rail.takeBack(payment);
  expect(await readOrder(world, payable.reference)).toEqual(before);
};

/** The Stars were withdrawn, so Telegram can't send any back. */
export const refundFails: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  const { owner } = payable.shop;
  await rail.payOnTwoDevices(payable);
  const odd = await expectCase(rail, payable, 'repeated');
  world.telegram.stars.withdraw(world.telegram.stars.balance());
  for (const tap of rail.refundTaps(odd)) await press(world, owner, tap);
  const { state, days, payments } = await readOrder(world, payable.reference);
  expect({ state, days }).toEqual({ state: 'settled', days: MONTH.days });
  expect(payments.find(({ paymentId }) => paymentId === odd)).toMatchObject({ standing: 'parked' });
  const told = await readTold(world, payable);
  expect(countOf(told, 'owner refund_refused')).toBe(1);
  expect(countOf(told, 'buyer payment_news:refunded')).toBe(0);
};

/** The store takes the buyer's money back: the balance falls, and nothing else says so. */
export const chargedBack: Play = async (rail) => {
  const { world } = rail;
  const difference = async () => {
    await world.later(25 * HOUR_MS);
    const [row] = await world.database.query(
      (sql) => sql<{ stars: number }[]>`select difference_stars as stars from star_ledger`,
    );
    return Number(row?.stars);
  };
  const payable = await orderTier(rail);
  const payment = await rail.pay(payable);
  const before = await difference();
  world.telegram.stars.chargeBack(payment);
  expect(Math.abs((await difference()) - before)).toBe(STARS);
};

/** Buys what renews by itself. Returns the subscription's id. */
async function subscribe(rail: RailUnderTest) {
  const { world } = rail;
  const shop = await rail.openShop();
  const buyer = newCustomer(world);
  await openOffer(world, shop, buyer);
  await press(world, buyer, tierButton(shop));
  await press(world, buyer, /^pay_renew_/);
  const link = urlOn(world, buyer, /^https:\/\/t\.me\/\$/);
  const outcome = await world.telegram.as(buyer.userId).payStars(link);
  if (outcome.state !== 'paid') throw new Error(`the payment was ${JSON.stringify(outcome)}`);
  await world.settleDown();
  const payable = { shop, buyer, reference: await newestOrder(world, shop, buyer), id: link };
  await expectSoldOnce(rail, payable);
  buyer.person.join(String((await liveLinks(world, shop, buyer))[0]));
  await world.settleDown();
  return { payable, subscription: outcome.chargeId, end: Number(await readEnd(world, shop, buyer)) };
}

const MONTH_MS = MONTH.days * DAY_MS;
/** So that what is due at the end of a period has happened. */
const SOON_MS = 5 * MINUTE_MS;
/** Telegram's period ends when it was paid, which is when ours does, but for the seconds in between. */
const SECONDS_APART = 60;

export const renewal: Play = async (rail) => {
  const { world } = rail;
  const { payable, end } = await subscribe(rail);
  const { shop, buyer } = payable;
  await world.later(MONTH_MS + SOON_MS);
  expect(world.telegram.stars.payments(buyer.userId)).toHaveLength(2);
  const renewed = Number(await readEnd(world, shop, buyer));
  expect(Math.abs(renewed - (end + MONTH_MS)) / SECOND_MS).toBeLessThan(SECONDS_APART);
  expect(isIn(world, shop, buyer)).toBe(true);
};

export const renewalFailed: Play = async (rail) => {
  const { world } = rail;
  const { payable, subscription, end } = await subscribe(rail);
  const { shop, buyer } = payable;
  world.telegram.stars.failNextRenewal(subscription);
  await world.later(MONTH_MS + SOON_MS);
  expect(await readEnd(world, shop, buyer)).toBe(end);
  expect(isIn(world, shop, buyer)).toBe(true);
  const told = await readTold(world, payable);
  expect(countOf(told, 'buyer renewal_news:failed')).toBe(1);
  expect(countOf(told, 'owner renewal_failed')).toBe(1);
  await world.later(2 * DAY_MS);
  expect(isIn(world, shop, buyer)).toBe(false);
};

export const renewalLate: Play = async (rail) => {
  const { world } = rail;
  const { payable, subscription } = await subscribe(rail);
  const { shop, buyer } = payable;
  world.telegram.stars.failNextRenewal(subscription);
  await world.later(MONTH_MS + 12 * HOUR_MS);
  world.telegram.stars.retryRenewal(subscription);
  await world.settleDown();
  expect(Number(await readEnd(world, shop, buyer))).toBeGreaterThan(world.now() + 29 * DAY_MS);
  await world.later(2 * DAY_MS);
  expect(isIn(world, shop, buyer)).toBe(true);
};

/** Ended in Telegram's settings, and by the bot's own button. */
export const cancelRenewal: Play = async (rail) => {
  const { world } = rail;
  const ends: readonly ((begun: Awaited<ReturnType<typeof subscribe>>) => Promise<unknown>)[] = [
    async ({ payable, subscription }) => {
      world.telegram.as(payable.buyer.userId).stars.cancel(subscription);
      await world.settleDown();
    },
    async ({ payable }) => {
      payable.buyer.person.say('/mysubs');
      await world.settleDown();
      await press(world, payable.buyer, /^renewal_ask_/);
      await press(world, payable.buyer, /^renewal_end_/);
    },
  ];
  for (const end of ends) {
    const begun = await subscribe(rail);
    const { shop, buyer } = begun.payable;
    await end(begun);
    expect(await readEnd(world, shop, buyer)).toBe(begun.end);
    await world.later(MONTH_MS + 2 * DAY_MS);
    expect(world.telegram.stars.payments(buyer.userId)).toHaveLength(1);
    expect(isIn(world, shop, buyer)).toBe(false);
  }
};

export const paused: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  await world.database.query(
    (sql) => sql`
      update channels set paused_at = app_now() where open_channel_id = ${payable.shop.openChannelId}`,
  );
  await expectRefused(rail, payable);
  await expectNothingSold(rail, payable);
};

/** A banned buyer is refused. One who is banned after our yes is in the books, and not let in. */
export const banned: Play = async (rail) => {
  const { world } = rail;
  const ban = ({ shop, buyer }: Payable) =>
    world.database.query(
      (sql) => sql`
        insert into bans (open_channel_id, user_id, banned_by, reason)
        values (${shop.openChannelId}, ${buyer.userId}, ${shop.owner.userId}, 'spam')`,
    );
  const refused = await orderTier(rail);
  await ban(refused);
  await expectRefused(rail, refused);
  await expectNothingSold(rail, refused);
  const payable = await orderTier(rail);
  await payAround(rail, payable, () => ban(payable));
  const { payments } = await readOrder(world, payable.reference);
  expect(payments).toHaveLength(1);
  expect(await liveLinks(world, payable.shop, payable.buyer)).toEqual([]);
  expect(await readTold(world, payable)).toContain('owner access_trouble');
};

/** Without rights, nothing is charged. If they are lost after our yes, the link follows once they are back. */
export const withoutRights: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  const { shop, buyer, reference } = payable;
  const setRight = async (can_invite_users: boolean) => {
    world.telegram.setMember(shop.closedChannelId, BOT, 'administrator', { can_invite_users });
    await world.settleDown();
  };
  await setRight(false);
  await expectRefused(rail, payable);
  await expectNothingSold(rail, payable);
  await setRight(true);
  await payAround(rail, payable, () => setRight(false));
  expect(await readOrder(world, reference)).toMatchObject({ state: 'settled', days: MONTH.days });
  expect(await liveLinks(world, shop, buyer)).toEqual([]);
  const told = await readTold(world, payable);
  expect(told).toContain('owner access_trouble');
  expect(told).toContain('buyer access_delayed');
  await setRight(true);
  await world.later(2 * HOUR_MS);
  expect(await liveLinks(world, shop, buyer)).toHaveLength(1);
};

/** An invoice in Stars is answered at once, so what is left is two workers that run together. */
export const slow: Play = async (rail) => {
  const { world } = rail;
  const shop = await rail.openShop();
  const buyer = newCustomer(world);
  await openOffer(world, shop, buyer);
  await press(world, buyer, tierButton(shop));
  const found = findButton(world, buyer, /^pay_once_/);
  if (found === undefined) throw new Error('there is nothing to tap');
  await buyer.person.press(buyer.userId, found.messageId, found.data);
  await world.telegram.drained();
  await Promise.all([world.work(), world.work()]);
  await world.settleDown();
  const reference = await newestOrder(world, shop, buyer);
  expect(await rail.made(reference)).toBe(1);
};

/** The invoice came, and we don't know it. So it may come twice, and only one of them can be paid. */
export const answerLost: Play = async (rail) => {
  const { world } = rail;
  const shop = await rail.openShop();
  const buyer = newCustomer(world);
  await openOffer(world, shop, buyer);
  rail.trouble('answer_lost');
  await pressAll(rail, shop, buyer);
  await world.later(2 * SOON_MS);
  const payable = await newestPayable(rail, shop, buyer);
  await rail.pay(payable);
  await expectSoldOnce(rail, payable);
  for (const message of writtenTo(world, buyer).filter((each) => 'invoice' in each))
    await expectRefused(rail, { ...payable, id: String(message.message_id) });
  const { payments } = await readOrder(world, payable.reference);
  expect(payments).toHaveLength(1);
};

/** Another price than that of the invoice: fewer Stars are a part, and a case. */
export const otherPrice: Play = async (rail) => {
  const { world } = rail;
  const payable = await orderTier(rail);
  expect(await mayPay(world, payable)).toBe(true);
  expect(await mayPay(world, payable, { amount: STARS - 1 })).toBe(false);
  await rail.claimOtherPrice(payable);
  await expectNothingSold(rail, payable);
  const { payments } = await readOrder(world, payable.reference);
  expect(payments).toMatchObject([{ standing: 'parked', exception: 'partial' }]);
  expect(await readTold(world, payable)).toContain('owner odd_payment:partial');
};
