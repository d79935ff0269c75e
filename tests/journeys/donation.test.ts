import { CAST } from '../../playground/stack';
import { eventually } from './support/eventually';
import { freezeClock, thawClock } from './support/freeze-clock';
import {
  askFor,
  buttonsOf,
  displayOn,
  keypadsOf,
  openKeypad,
  press,
  receivedInvoice,
  tap,
  type,
  waitForMessage,
  writtenTo,
} from './support/chat';
import { newChannel, newDonor } from './support/people';
import { setMinimums } from '../support/minimums';
import { answersPerQuery, ordersOf, quiet, refusedCalls } from './support/work';
import { type Donor, OPEN, OWNER, useWorld } from '../worlds/journey';

const world = useWorld();
afterEach(() => thawClock(world.database));

/** The product's clock, in whole seconds. */
async function secondsNow(): Promise<number> {
  const [row] = await world.database<
    { now: number }[]
  >`select floor(extract(epoch from app_now()))::float8 as now`;
  return Number(row?.now);
}

const textsTo = (donor: Donor) => writtenTo(world, donor.id).map(({ text }) => text);

async function expectNoKeypad(donor: Donor): Promise<void> {
  await eventually(() => {
    expect(keypadsOf(world, donor)).toEqual([]);
    return true;
  });
}

it('takes a donation from the channel’s button to the thanks and the owner’s notice', async () => {
  const donor = newDonor(world);
  world.telegram.setMember(OPEN, donor.id, 'member');
  const posts = world.telegram.messages(OPEN);
  const [post] = posts;
  const answer = await press(world, donor, post!, `donate_start_${OPEN}`, OPEN);
  expect(answer).toEqual({ url: `https://t.me/TelePayDemoBot?start=donate_${OPEN}` });
  await donor.person.openLink(answer.url!);
  const keypad = await waitForMessage(world, donor.id, /Donate to Alpha Signals/);
  expect(keypad.text).toContain('from $4.99 to $9,999.99');
  await type(world, donor, keypad, '25.00');
  expect(displayOn(world, donor, keypad)).toBe('💰 Amount: $25.00');
  await tap(world, donor, keypad, 'confirm');
  const { message, url, invoiceId, reference } = await receivedInvoice(world, donor);
  expect(message.text).toContain('$25.00 to Alpha Signals');
  expect(buttonsOf(message)).toEqual([
    { text: '💳 Pay now', url, style: 'success' },
    { text: '✕ Cancel', callback_data: `payment_cancel_${reference}` },
  ]);
  const paidAt = await secondsNow();
  await world.nowpayments.pay(invoiceId);
  const thanks = await waitForMessage(world, donor.id, /Thank you!/);
  expect(thanks.text).toContain(`$25.00 to ${CAST.open.title} has arrived.`);
  const { text, entities } = await waitForMessage(world, OWNER, new RegExp(`@donor_${donor.id}`));
  expect(text.split('\n')).toEqual([
    `💝 $25.00 (25 USDT (TRC20)) for Alpha Signals from @donor_${donor.id}.`,
    expect.stringMatching(/^\w+ \d+, \d{4} at \d\d:\d\d UTC · confirmed by NOWPayments$/),
  ]);
  const said = entities?.flatMap((entity) => ('unix_time' in entity ? [entity.unix_time] : []));
  expect(said).toHaveLength(1);
  expect(said?.[0]).toBeGreaterThanOrEqual(paidAt);
  expect(said?.[0]).toBeLessThanOrEqual(await secondsNow());
  expect(await ordersOf(world, donor)).toMatchObject([{ reference, state: 'settled', amount_cents: 2500 }]);
  // A payment link is never posted in public.
  expect(world.telegram.messages(OPEN)).toEqual(posts);
});

it('names a donor without a username to the owner by a first name that opens their profile', async () => {
  const donor = newDonor(world, { username: null, name: 'Bob <b>&' });
  const { invoiceId } = await askFor(world, donor);
  await world.nowpayments.pay(invoiceId);
  const { text, entities } = await waitForMessage(world, OWNER, /Bob/);
  expect(text).toMatch(/^💝 \$.* from Bob <b>&\./);
  expect(entities).toContainEqual(expect.objectContaining({ url: `tg://user?id=${donor.id}` }));
});

it('only thanks the donor if the owner switched notifications off', async () => {
  const channel = await newChannel(world, { notificationsEnabled: false });
  const donor = newDonor(world);
  const { invoiceId } = await askFor(world, donor, '30', channel.openChannelId);
  await world.nowpayments.pay(invoiceId);
  await waitForMessage(world, donor.id, /Thank you!/);
  await quiet(world);
  expect(writtenTo(world, channel.ownerUserId).map(({ text }) => text)).toEqual([
    expect.stringContaining('Welcome'),
  ]);
});

it('orders nothing if the donor cancels on the keypad', async () => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  await type(world, donor, keypad, '25');
  await tap(world, donor, keypad, 'cancel');
  await expectNoKeypad(donor);
  expect(textsTo(donor)).toEqual(['✕ Donation cancelled. Nothing was charged.']);
  expect(await ordersOf(world, donor)).toEqual([]);
});

it('still counts money that comes after the invoice was cancelled', async () => {
  const donor = newDonor(world);
  const { message, invoiceId, reference } = await askFor(world, donor);
  const stranger = newDonor(world);
  await press(world, stranger, message, `payment_cancel_${reference}`, donor.id);
  expect(await ordersOf(world, donor)).toMatchObject([{ state: 'open' }]);
  expect(await press(world, donor, message, `payment_cancel_${reference}`)).toEqual({
    text: 'Cancelled. Nothing was charged.',
  });
  expect(await ordersOf(world, donor)).toMatchObject([{ state: 'cancelled' }]);
  expect(textsTo(donor).at(-1)).toBe('✕ Order cancelled. Nothing was charged.');
  await world.nowpayments.pay(invoiceId);
  await waitForMessage(world, donor.id, /Thank you!/);
  expect(await ordersOf(world, donor)).toMatchObject([{ state: 'settled' }]);
});

it('replaces the keypad by a notice after five minutes without a tap', async () => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  await freezeClock(world.database);
  await tap(world, donor, keypad, '7');
  await world.moveClock('4 minutes 50 seconds');
  // Each tap starts the five minutes again.
  await tap(world, donor, keypad, '5');
  await world.moveClock('4 minutes 50 seconds');
  await world.tick();
  expect(displayOn(world, donor, keypad)).toBe('💰 Amount: $75');
  await world.moveClock('11 seconds');
  await world.tick();
  const expired = await waitForMessage(world, donor.id, /keypad expired. Nothing was charged/);
  await expectNoKeypad(donor);
  await press(
    world,
    donor,
    expired,
    buttonsOf(expired).map((b) => ('callback_data' in b ? b.callback_data : ''))[0]!,
  );
  await waitForMessage(world, donor.id, /Donate to Alpha Signals/);
});

it('orders nothing by an expired keypad that is still shown', async () => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  await type(world, donor, keypad, '25');
  await world.moveClock('5 minutes');
  expect(await tap(world, donor, keypad, 'confirm')).toEqual({
    text: 'This keypad expired. Nothing was charged. Tap Donate again.',
    show_alert: true,
  });
  await waitForMessage(world, donor.id, /keypad expired/);
  await expectNoKeypad(donor);
  expect(await ordersOf(world, donor)).toEqual([]);
});

it('replaces the first keypad by the second', async () => {
  const channel = await newChannel(world);
  const donor = newDonor(world);
  const first = await openKeypad(world, donor);
  await tap(world, donor, first, '9');
  const second = await openKeypad(world, donor, `donate_${channel.openChannelId}`);
  await eventually(() => {
    expect(keypadsOf(world, donor).map(({ message_id }) => message_id)).toEqual([second.message_id]);
    return true;
  });
  expect((await tap(world, donor, first, '9')).show_alert).toBe(true);
  expect(displayOn(world, donor, second)).toBe('💰 Amount: $0.00');
});

it('keeps one of two keypads that are opened at once', async () => {
  const donor = newDonor(world);
  donor.person.start(`donate_${OPEN}`);
  donor.person.start(`donate_${OPEN}`);
  await world.telegram.drained();
  await quiet(world);
  expect(keypadsOf(world, donor)).toHaveLength(1);
});

it('makes one order and one invoice if the donor confirms twice', async () => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  await type(world, donor, keypad, '25');
  const answers = await Promise.all([
    tap(world, donor, keypad, 'confirm'),
    tap(world, donor, keypad, 'confirm'),
    tap(world, donor, keypad, 'confirm'),
  ]);
  expect(answers).toEqual([{}, {}, {}]);
  const { reference } = await receivedInvoice(world, donor);
  await tap(world, donor, keypad, 'confirm');
  await quiet(world);
  expect(await ordersOf(world, donor)).toMatchObject([{ reference, state: 'open', amount_cents: 2500 }]);
  expect(world.nowpayments.invoices().filter(({ orderId }) => orderId?.endsWith(reference))).toHaveLength(1);
  expect(textsTo(donor).filter((text) => text.includes('Pay now'))).toHaveLength(1);
});

it('keeps the keypad and says what is wrong if the amount is too small or empty', async () => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  expect(await tap(world, donor, keypad, 'confirm')).toEqual({
    text: 'Type an amount first.',
    show_alert: true,
  });
  await type(world, donor, keypad, '4.98');
  // The worker may still be asking about minimums, which the test before made due.
  await eventually(async () => {
    await setMinimums(world.product, { usdttrc20: null });
    expect(await tap(world, donor, keypad, 'confirm')).toEqual({
      text: 'Donations start at $4.99 right now. Nothing was charged. Try $5?',
      show_alert: true,
    });
    return true;
  });
  await tap(world, donor, keypad, 'clear');
  await type(world, donor, keypad, '25');
  await tap(world, donor, keypad, 'confirm');
  expect((await receivedInvoice(world, donor)).message.text).toContain('$25.00');
});

it('answered each tap once, in calls that Telegram accepted', () => {
  expect(answersPerQuery(world)).toEqual(Array.from({ length: world.presses.count }, () => 1));
  expect(refusedCalls(world)).toEqual([]);
});
