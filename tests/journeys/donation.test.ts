import { CAST } from '../../playground/stack';
import { eventually } from './support/eventually';
import { freezeClock, thawClock } from './support/freeze-clock';
import {
  answersPerQuery,
  askFor,
  buttonsOf,
  displayOn,
  keypadsOf,
  newChannel,
  newDonor,
  openKeypad,
  OPEN,
  ordersOf,
  OWNER,
  press,
  quiet,
  receivedInvoice,
  refusedCalls,
  useWorld,
  tap,
  told,
  type,
  writtenTo,
  type Donor,
} from './support/world';

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

it('Can donate from the channel’s button: from the tap to the thanks, and the owner is told everything', async () => {
  const donor = newDonor(world);
  world.telegram.setMember(OPEN, donor.id, 'member');
  const [post] = world.telegram.messages(OPEN);
  const answer = await press(world, donor, post!, `donate_start_${OPEN}`, OPEN);
  expect(answer).toEqual({ url: `https://t.me/TelePayDemoBot?start=donate_${OPEN}` });
  await donor.person.openLink(answer.url!);
  const keypad = await told(world, donor.id, /Donate to Alpha Signals/);
  expect(keypad.text).toContain('from $4.99 to $9,999.99');
  await type(world, donor, keypad, '25.00');
  expect(displayOn(world, donor, keypad)).toBe('💰 Amount: $25.00');
  await tap(world, donor, keypad, 'confirm');
  const { message, url, invoiceId, reference } = await receivedInvoice(world, donor);
  expect(message.text).toContain('$25.00 to Alpha Signals');
  expect(buttonsOf(message)).toEqual([
    { text: '💳 Pay now', url },
    { text: '✕ Cancel', callback_data: `payment_cancel_${reference}` },
  ]);
  const paidAt = await secondsNow();
  await world.nowpayments.pay(invoiceId);
  const thanks = await told(world, donor.id, /Thank you!/);
  expect(thanks.text).toContain(`$25.00 to ${CAST.open.title} has arrived.`);
  const { text } = await told(world, OWNER, new RegExp(`@donor_${donor.id}`));
  expect(text.split('\n')).toEqual([
    '💝 New donation received',
    '',
    `Channel: Alpha Signals (${OPEN})`,
    `Donor: @donor_${donor.id}`,
    'Amount: 25 USDT (TRC20), $25.00',
    expect.stringMatching(/^Time: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/),
    '',
    '✅ Payment confirmed via NowPayments IPN',
    'Thank you for creating something worth supporting!',
  ]);
  const said = Date.parse(/Time: (.*) UTC/.exec(text)![1]!.replace(' ', 'T') + 'Z') / 1000;
  expect(said).toBeGreaterThanOrEqual(paidAt);
  expect(said).toBeLessThanOrEqual(await secondsNow());
  expect(await ordersOf(world, donor)).toMatchObject([{ reference, state: 'settled', amount_cents: 2500 }]);
  expect(world.telegram.messages(OPEN)).toEqual([post]); // never a payment link in public
});

it('Can donate without a username: the owner sees an id that opens the profile', async () => {
  const donor = newDonor(world, { username: null });
  const { invoiceId } = await askFor(world, donor);
  await world.nowpayments.pay(invoiceId);
  const { text, entities } = await told(world, OWNER, new RegExp(`user ${donor.id}`));
  expect(text).toContain(`Donor: user ${donor.id}`);
  expect(entities).toContainEqual(expect.objectContaining({ url: `tg://user?id=${donor.id}` }));
});

it('Can switch notifications off: the donor is thanked, the owner hears nothing', async () => {
  const channel = await newChannel(world, { notificationsEnabled: false });
  const donor = newDonor(world);
  const { invoiceId } = await askFor(world, donor, '30', channel.openChannelId);
  await world.nowpayments.pay(invoiceId);
  await told(world, donor.id, /Thank you!/);
  await quiet(world);
  expect(writtenTo(world, channel.ownerUserId).map(({ text }) => text)).toEqual([
    expect.stringContaining('Welcome'),
  ]);
});

it('Can cancel on the keypad: nothing is ordered', async () => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  await type(world, donor, keypad, '25');
  await tap(world, donor, keypad, 'cancel');
  await expectNoKeypad(donor);
  expect(textsTo(donor)).toEqual(['✕ Donation cancelled. Nothing was charged.']);
  expect(await ordersOf(world, donor)).toEqual([]);
});

it('Can cancel on the invoice; money that comes all the same still counts', async () => {
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
  await told(world, donor.id, /Thank you!/);
  expect(await ordersOf(world, donor)).toMatchObject([{ state: 'settled' }]);
});

it('Can come back after five minutes: the keypad is gone, and says so', async () => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  await freezeClock(world.database);
  await tap(world, donor, keypad, '7');
  await world.moveClock('4 minutes 50 seconds');
  await tap(world, donor, keypad, '5'); // keeps it alive
  await world.moveClock('4 minutes 50 seconds');
  await world.tick();
  expect(displayOn(world, donor, keypad)).toBe('💰 Amount: $75');
  await world.moveClock('11 seconds');
  await world.tick();
  const expired = await told(world, donor.id, /keypad has expired. Nothing was charged/);
  await expectNoKeypad(donor);
  await press(
    world,
    donor,
    expired,
    buttonsOf(expired).map((b) => ('callback_data' in b ? b.callback_data : ''))[0]!,
  );
  await told(world, donor.id, /Donate to Alpha Signals/);
});

it('Can tap an expired keypad before anybody swept it: nothing is ordered, and it says so', async () => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  await type(world, donor, keypad, '25');
  await world.moveClock('5 minutes');
  expect(await tap(world, donor, keypad, 'confirm')).toEqual({
    text: 'This keypad has expired. Press Donate again.',
    show_alert: true,
  });
  await told(world, donor.id, /keypad has expired/);
  await expectNoKeypad(donor);
  expect(await ordersOf(world, donor)).toEqual([]);
});

it('Can open a second keypad: it replaces the first', async () => {
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

it('Can open two keypads at once: one stays', async () => {
  const donor = newDonor(world);
  donor.person.start(`donate_${OPEN}`);
  donor.person.start(`donate_${OPEN}`);
  await world.telegram.drained();
  await quiet(world);
  expect(keypadsOf(world, donor)).toHaveLength(1);
});

it('Can confirm twice: the second shows the same, and there is one order and one invoice', async () => {
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

it('Can confirm too little or nothing: the keypad says what is wrong and stays', async () => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  expect(await tap(world, donor, keypad, 'confirm')).toEqual({
    text: 'Type an amount first.',
    show_alert: true,
  });
  await type(world, donor, keypad, '4.98');
  expect(await tap(world, donor, keypad, 'confirm')).toEqual({
    text: 'The smallest donation is $4.99.',
    show_alert: true,
  });
  await tap(world, donor, keypad, 'clear');
  await type(world, donor, keypad, '25');
  await tap(world, donor, keypad, 'confirm');
  expect((await receivedInvoice(world, donor)).message.text).toContain('$25.00');
});

it('Can count on one answer for each tap, and Telegram refused nothing', () => {
  expect(answersPerQuery(world)).toEqual(Array.from({ length: world.presses.count }, () => 1));
  // A second confirm draws what is drawn already, which Telegram calls an error and we do not.
  const refused = refusedCalls(world).filter((call) => !call.includes('message is not modified'));
  expect(refused).toEqual([]);
});
