import { CLOSED, OPEN, OWNER, useAccessWorld } from '../../../tests/worlds/access';
import { announce, useSupport } from '../../../tests/worlds/support';
import { personWith } from '../../../tests/worlds/owner';
import { ASKING_NOBODY } from '../../../tests/worlds/update-context';
import { FOR_EVER_DAYS } from '../../domain/common/for-ever';
import { DAY_MS } from '../../domain/common/time';
import { callbackData } from '../../telegram/codec/callback-data';
import { deliveryOf } from '../common/delivery-of';
import { decideOddPayment } from '../payments/decide-odd-payment';

const world = useAccessWorld();
const support = useSupport(world);
const LIFETIME = { name: 'Lifetime', days: FOR_EVER_DAYS };
const owner = () => personWith(world.test, OWNER);

/** A user with a month, of which ten days are past, inside. */
async function memberOfTenDays() {
  const userId = support.newPerson();
  await support.meet(userId);
  await support.buy(userId);
  await support.join(userId);
  await world.advance(10 * DAY_MS);
  return userId;
}
const hasForEver = async (userId: number) => ((await support.daysLeft(userId)) ?? 0) > FOR_EVER_DAYS - 2;
const orders = async (userId: number) => {
  const [row] = await world.test.database.query(
    (sql) => sql<{ count: number }[]>`select count(*)::int as count from orders where user_id = ${userId}`,
  );
  return row?.count;
};
/** What is still promised about the end of their access. */
const ending = (userId: number) =>
  world.test.database.query(
    (sql) => sql`
      select kind from outbox o join subscriptions s
        on (s.open_channel_id, s.user_id) = ((o.payload ->> 'openChannelId')::bigint, (o.payload ->> 'userId')::bigint)
      where kind in ('remind', 'remove_member') and delivered_at is null and s.user_id = ${userId}
        and (payload ->> 'paidUntil')::bigint = (extract(epoch from s.paid_until) * 1000)::bigint`,
  );

it('reminds and removes nobody who bought access for ever, whatever they had before', async () => {
  const userId = await memberOfTenDays();
  await support.buy(userId, LIFETIME);
  expect(await hasForEver(userId)).toBe(true);
  expect(await ending(userId)).toEqual([]);
  for (let month = 0; month < 3; month += 1) {
    await world.advance(30 * DAY_MS);
    await world.drain();
  }
  expect(await world.isIn(userId)).toBe(true);
  const told = await support.told(userId);
  expect(told.map(({ message }) => message.type)).not.toContain('access_ended');
  expect(told.filter(({ message }) => 'daysLeft' in message)).toEqual([]);
  expect(await orders(userId)).toBe(2);
});

it('gives back the rest of what was paid before when access for ever is refunded', async () => {
  const userId = await memberOfTenDays();
  const { reference, paymentId } = await support.buy(userId, LIFETIME);
  await support.pay(userId, reference, { payment_id: paymentId, payment_status: 'refunded' });
  expect(await support.daysLeft(userId)).toBe(20);
  expect(await ending(userId)).toEqual(
    expect.arrayContaining([{ kind: 'remind' }, { kind: 'remove_member' }]),
  );
  await world.advance(22 * DAY_MS);
  await world.drain();
  expect(await world.isIn(userId)).toBe(false);
});

it('sells nothing more to a member with access for ever, in any way to buy', async () => {
  const userId = await memberOfTenDays();
  await world.test.database.query(
    (sql) => sql`
      insert into tiers (open_channel_id, position, name, price_cents, days)
      values (${OPEN}, 1, 'Month', 3000, 30), (${OPEN}, 2, 'Lifetime', 9000, ${FOR_EVER_DAYS}) on conflict do nothing`,
  );
  const open = await support.order(userId, { name: 'Old', days: 7 });
  const person = personWith(world.test, userId);
  expect((await person.press(callbackData.channel(OPEN))).buttons).toContain(callbackData.buy(OPEN, 2));
  await support.buy(userId, LIFETIME);
  const before = await orders(userId);
  const taps = [
    callbackData.buy(OPEN, 1),
    callbackData.buy(OPEN, 2),
    callbackData.buyFromScratch(OPEN, 1),
    callbackData.payOrder(open),
  ];
  for (const tap of taps)
    expect((await person.press(tap)).answer).toMatch(/for ever, so there's nothing to pay/);
  const page = await person.press(callbackData.channel(OPEN));
  expect(page.text).toContain('You have access for ever.');
  expect(page.buttons.filter((button) => button.startsWith('sub_tier'))).toEqual([]);
  const mine = await person.press(callbackData.mySubscriptions);
  expect(mine.message ?? (await support.told(userId)).at(-1)?.message).toMatchObject({
    type: 'my_subscriptions',
  });
  expect(await orders(userId)).toBe(before);
});

it('keeps the days of an order that is paid after access for ever came', async () => {
  const userId = support.newPerson();
  await support.meet(userId);
  const open = await support.order(userId, { name: 'Month', days: 30 });
  const { reference, paymentId } = await support.buy(userId, LIFETIME);
  await support.pay(userId, open);
  expect(await hasForEver(userId)).toBe(true);
  await support.pay(userId, reference, { payment_id: paymentId, payment_status: 'refunded' });
  expect(await support.daysLeft(userId)).toBe(30);
});

const HALF = { payment_status: 'partially_paid', actually_paid: 15 };

it('gives nothing for ever for a part of its price, and all of it for the rest', async () => {
  const userId = support.newPerson();
  await support.meet(userId);
  const reference = await support.order(userId, LIFETIME);
  await support.pay(userId, reference, HALF);
  expect(await support.daysLeft(userId)).toBeNull();
  await world.test.database.query(
    (sql) => sql`
      insert into invoices (invoice_id, order_reference, price_cents, invoice_url, is_rest)
      values (${`rest-${reference}`}, ${reference}, 1500, 'https://nowpayments.io/payment/?iid=2', true)`,
  );
  await support.pay(userId, reference, { price_amount: 15, pay_amount: 15, actually_paid: 15 });
  expect(await hasForEver(userId)).toBe(true);
});

it('counts a further part as nothing and a whole price as another access for ever, by the owner’s decision', async () => {
  const userId = support.newPerson();
  await support.meet(userId);
  const { reference, paymentId } = await support.buy(userId, LIFETIME);
  const decide = (payment: number, days: number) =>
    decideOddPayment(
      {
        database: world.test.database,
        delivery: deliveryOf('telegram', `${payment}:${days}`),
        updateId: payment,
        botId: 1,
        ...ASKING_NOBODY,
      },
      {
        type: 'decide_case',
        user: { id: OWNER },
        paymentId: payment,
        decision: 'credit',
        days,
        button: { queryId: 'q', chatId: OWNER, messageId: 1 },
      },
    );
  const child = { parent_payment_id: paymentId, pay_currency: 'trx', pay_amount: 4, actually_paid: 4 };
  const part = await support.pay(userId, reference, { ...child, actually_paid_at_fiat: 29 });
  await decide(part, 0);
  const whole = await support.pay(userId, reference, { ...child, actually_paid_at_fiat: 30 });
  const extended = () =>
    world.test.database.query(
      (sql) => sql`
        select payment_id as "paymentId" from extensions
        where user_id = ${userId} and revoked_at is null order by payment_id nulls first`,
    );
  expect([...(await extended())]).toEqual([{ paymentId: null }]);
  await decide(whole, FOR_EVER_DAYS);
  expect([...(await extended())]).toEqual([{ paymentId: null }, { paymentId: whole }]);
});

it('lets an owner give access for ever by a button, and says that more days would add nothing', async () => {
  const userId = await memberOfTenDays();
  const asked = await owner().press(`own_grant_${OPEN}_${userId}`);
  expect(asked.buttons).toContain(`own_grant_${OPEN}_${userId}_${FOR_EVER_DAYS}`);
  const given = await support.rule('grant', userId, { days: FOR_EVER_DAYS });
  expect(given.text).toContain('They have access for ever now.');
  expect(await ending(userId)).toEqual([]);
  await world.drain();
  const again = await owner().press(`own_grant_${OPEN}_${userId}_30`);
  expect(again.text).toContain('They have access for ever, so more days change nothing.');
  expect(again.text).toContain('Access for ever.');
  expect((await owner().press(`own_member_${OPEN}_${userId}`)).text).toContain('Granted: for ever');
  await support.rule('revoke', userId);
  await world.drain();
  expect(await world.isIn(userId)).toBe(false);
});

it('takes words for ever where days are typed', async () => {
  const userId = support.newPerson();
  await support.meet(userId);
  await owner().press(`own_grant_${OPEN}_${userId}`);
  await owner().say('für immer');
  const confirm = await announce(world.test, {
    by: OWNER,
    channel: OPEN,
    ruling: 'grant',
    userId,
    days: FOR_EVER_DAYS,
  });
  await owner().press(confirm);
  expect(await hasForEver(userId)).toBe(true);
});

it('keeps a ban and a chat of its own apart from access for ever', async () => {
  const userId = await memberOfTenDays();
  await support.buy(userId, LIFETIME);
  await support.rule('ban', userId);
  await world.drain();
  expect((await world.deps.api.getChatMember(CLOSED, userId)).status).toBe('kicked');
  await support.rule('unban', userId);
  await world.drain();
  await support.join(userId);
  expect(await world.isIn(userId)).toBe(true);
});
