import {
  buy,
  joinByLink,
  CLOSED,
  isIn,
  later,
  linkOf,
  liveLinks,
  newInvoice,
  order,
  pressLabel,
} from './support/buyer';
import { eventually } from './support/eventually';
import { buttonsOf, waitForMessage, writtenTo } from './support/chat';
import { newDonor } from './support/people';
import { quiet, refusedCalls } from './support/work';
import { type Donor, OPEN, OWNER, useWorld } from '../worlds/journey';

const world = useWorld();

const daysLeft = async ({ id }: Donor): Promise<number> => {
  const [row] = await world.database<{ days: number }[]>`
    select round(extract(epoch from paid_until - app_now()) / 86400)::int as days
    from subscriptions where user_id = ${id}`;
  return row?.days ?? 0;
};

it('shows a channel from the list with its tiers, and the list again', async () => {
  const buyer = newDonor(world);
  buyer.person.start();
  await waitForMessage(world, buyer.id, /Welcome/);
  await pressLabel(world, buyer, /Alpha Signals/);
  const page = await waitForMessage(world, buyer.id, /Daily market notes/);
  expect(buttonsOf(page).map(({ text }) => text)).toEqual(
    expect.arrayContaining(['💎 Month · $30.00', '💎 Quarter · $75.00 / 3 months']),
  );
  await pressLabel(world, buyer, /Back to the list/);
  await waitForMessage(world, buyer.id, /Welcome/);
});

it('admits only the buyer by the link, then revokes it', async () => {
  const buyer = newDonor(world);
  const stranger = newDonor(world, { name: 'Mallory' });
  const { reference } = await buy(world, buyer);
  const link = await linkOf(world, buyer);
  stranger.person.join(link);
  await waitForMessage(world, stranger.id, /./);
  expect(isIn(world, stranger)).toBe(false);
  await joinByLink(world, buyer);
  await eventually(() => {
    expect(liveLinks(world)).not.toContain(link);
  });
  expect(() => stranger.person.join(link)).toThrow('INVITE_HASH_EXPIRED');
  const sold = await waitForMessage(world, OWNER, new RegExp(`@donor_${buyer.id} bought `));
  expect(sold.text).toMatch(/Month/);
  const [name] = await world.database<{ order_reference: string }[]>`
    select order_reference from invite_links where invite_link = ${link}`;
  expect(name?.order_reference).toBe(reference);
});

it('retries the message with the link for as long as the link works', async () => {
  const buyer = newDonor(world);
  await buy(world, buyer);
  await linkOf(world, buyer);
  const [row] = await world.database`
    select b.expires_at >= s.paid_until as lasts
    from outbox b join subscriptions s on (b.payload ->> 'chatId')::bigint = s.user_id
    where s.user_id = ${buyer.id} and b.payload #>> '{message,type}' = 'access'`;
  expect(row).toEqual({ lasts: true });
});

it('adds an early renewal to the paid days, telling a member only the new date', async () => {
  const buyer = newDonor(world);
  await buy(world, buyer);
  await joinByLink(world, buyer);
  await later(world, '10 days');
  await buy(world, buyer, { tier: 2 });
  await eventually(async () => {
    expect(await daysLeft(buyer)).toBe(110);
  });
  await quiet(world);
  const links = writtenTo(world, buyer.id).filter((message) =>
    /t\.me\/\+/.test(JSON.stringify(message.reply_markup)),
  );
  // The one in the first message is used up.
  expect(links).toEqual([]);
});

it('reminds four times, removes after the grace period, readmits after payment', async () => {
  const buyer = newDonor(world);
  await buy(world, buyer);
  await joinByLink(world, buyer);
  const reminders: string[] = [];
  for (const interval of ['23 days', '4 days', '2 days', '1 day']) {
    const before = new Set(writtenTo(world, buyer.id).map(({ message_id }) => message_id));
    await later(world, interval);
    reminders.push((await newInvoice(world, buyer, before)).message.text);
  }
  expect(reminders.map((text) => /in (\d) day|has ended/.exec(text)?.[0])).toEqual([
    'in 7 day',
    'in 3 day',
    'in 1 day',
    'has ended',
  ]);
  await later(world, '23 hours');
  expect(isIn(world, buyer)).toBe(true);
  await later(world, '1 hour 1 minute');
  await eventually(() => {
    expect(isIn(world, buyer)).toBe(false);
  });
  await quiet(world);
  const [{ removed } = { removed: null }] = await world.database<{ removed: Date | null }[]>`
    select removed_at as removed from subscriptions where user_id = ${buyer.id}`;
  expect(removed).not.toBeNull();
  await buy(world, buyer);
  await joinByLink(world, buyer);
  expect(await daysLeft(buyer)).toBe(30);
});

it('sends no reminder after a renewal', async () => {
  const buyer = newDonor(world);
  await buy(world, buyer);
  await later(world, '20 days');
  await buy(world, buyer);
  await quiet(world);
  const before = writtenTo(world, buyer.id).length;
  for (const interval of ['4 days', '4 days', '2 days', '12 hours']) await later(world, interval);
  await quiet(world);
  expect(writtenTo(world, buyer.id)).toHaveLength(before);
});

it('readmits a member from /mysubs as long as the access lasts', async () => {
  const buyer = newDonor(world);
  await buy(world, buyer);
  // Once the buyer is in, the message that has the link opens the channel instead.
  const first = await linkOf(world, buyer);
  await joinByLink(world, buyer);
  buyer.person.leave(CLOSED);
  buyer.person.say('/mysubs');
  await waitForMessage(world, buyer.id, /Alpha Signals[\s\S]*until/);
  await pressLabel(world, buyer, /Open channel/);
  await eventually(async () => {
    expect(await linkOf(world, buyer)).not.toBe(first);
  });
  await joinByLink(world, buyer);
});

it('admits a buyer who pays the missing rest by a button', async () => {
  const buyer = newDonor(world);
  const { invoiceId, reference } = await order(world, buyer);
  const before = new Set(writtenTo(world, buyer.id).map(({ message_id }) => message_id));
  await world.nowpayments.pay(invoiceId, { coin: 'usdttrc20', scenario: 'partial', percent: 50 });
  const rest = await newInvoice(world, buyer, before);
  expect(rest.message.text).toMatch(/\$15\.00/);
  expect(rest.invoiceId).not.toBe(invoiceId);
  await world.nowpayments.pay(rest.invoiceId, { coin: 'usdttrc20' });
  await joinByLink(world, buyer);
  expect(await daysLeft(buyer)).toBe(30);
  const [state] =
    await world.database`select state, received_cents from orders where reference = ${reference}`;
  expect(state).toEqual({ state: 'settled', received_cents: 3000 });
});

it('ends access at once after a refund, telling buyer and owner', async () => {
  const buyer = newDonor(world);
  const invoice = await order(world, buyer);
  const paymentId = await world.nowpayments.pay(invoice.invoiceId, { coin: 'usdttrc20' });
  await joinByLink(world, buyer);
  await world.nowpayments.refund(paymentId);
  await eventually(() => {
    expect(isIn(world, buyer)).toBe(false);
  });
  await waitForMessage(world, buyer.id, /refunded/);
  await waitForMessage(world, OWNER, new RegExp(`refunded[\\s\\S]*@donor_${buyer.id}`));
});

it('adds days once for a second deposit that the owner credits', async () => {
  const buyer = newDonor(world);
  const invoice = await order(world, buyer);
  await world.nowpayments.pay(invoice.invoiceId, { coin: 'usdttrc20', scenario: 'twice' });
  await joinByLink(world, buyer);
  expect(await daysLeft(buyer)).toBe(30);
  await waitForMessage(world, OWNER, new RegExp(`paid twice[\\s\\S]*@donor_${buyer.id}`));
  const owner: Donor = { id: OWNER, username: 'olga', person: world.telegram.as(OWNER) };
  // What NOWPayments says that it is worth is a little less than the price of 30 days.
  await pressLabel(world, owner, /Give 29 days for \$29\.9\d/);
  await eventually(async () => {
    expect(await daysLeft(buyer)).toBe(59);
  });
  await waitForMessage(world, buyer.id, /60|until/);
});

it('tells the buyer the story of a payment in plain words', async () => {
  const buyer = newDonor(world);
  await buy(world, buyer);
  await joinByLink(world, buyer);
  await quiet(world);
  buyer.person.say('/mysubs');
  await waitForMessage(world, buyer.id, /\/mysubs|until/);
  await pressLabel(world, buyer, /What happened|story|📜|🧾/i);
  await waitForMessage(world, buyer.id, /finished|paid/i);
});

it('records a member who joined without paying, but does not remove them', async () => {
  const friend = newDonor(world);
  world.telegram.setMember(CLOSED, friend.id, 'member');
  await eventually(async () => {
    const rows = await world.database`select origin, status from members where user_id = ${friend.id}`;
    expect([...rows]).toEqual([{ origin: 'unknown', status: 'member' }]);
  });
  await later(world, '60 days');
  await quiet(world);
  expect(isIn(world, friend)).toBe(true);
});

it('made no call that Telegram refused', () => {
  // The bot learns whether a join request is waiting by approving it. The answer to a request that just arrived may have
  // approved it already.
  const isKnown = (call: string): boolean =>
    /^approveChat.*(HIDE_REQUESTER_MISSING|USER_ALREADY_PARTICIPANT)$/.test(call);
  const refused = refusedCalls(world).filter((call) => !isKnown(call));
  expect(refused).toEqual([]);
  expect(OPEN).toBeLessThan(0);
});
