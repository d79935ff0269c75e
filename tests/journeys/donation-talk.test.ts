import { promiseAlone } from '../../shared/database/common/outbox';
import { postPromised } from '../../shared/services/posts/promise-post';
import { eventually } from './support/eventually';
import { askFor, displayOn, openKeypad, press, tap, waitForMessage, writtenTo } from './support/chat';
import { newChannel, newDonor } from './support/people';
import { answersPerQuery, quiet, refusedCalls } from './support/work';
import { OPEN, useWorld } from '../worlds/journey';

const world = useWorld();

const base64 = (id: number) => Buffer.from(String(id)).toString('base64url');

it.each([
  ['/start', /Welcome! I'm @TelePayDemoBot/],
  ['/help', /What I can do/],
  ['/paysupport', /Help with a payment/],
  ['/terms', /Terms/],
  ['/privacy', /What I store about you/],
  ['hello?', /didn't understand/],
  ['I want my money back', /didn't understand[^]*About a payment\? Write to the owner, or send \/paysupport/],
  ['/nonsense', /didn't understand/],
  [`/start donate_${OPEN}`, /Donate to Alpha Signals/],
  [`/start ${base64(OPEN)}_DONATE`, /Donate to Alpha Signals/],
  [`/start ${base64(OPEN)}=_DONATE`, /Donate to Alpha Signals/],
  [`/start ${base64(-1001111111111)}_DONATE`, /isn't on sale here/],
  ['/start donate_-1001111111111', /isn't on sale here/],
  ['/start donate_1001111111111', /link no longer works/],
  ['/start garbage', /link no longer works/],
  ['/start order_AAAAAAAAAAAAAAAAAAAAAA', /link no longer works/],
])('answers %s with one message', async (text, answer) => {
  const donor = newDonor(world);
  donor.person.say(text);
  await waitForMessage(world, donor.id, answer);
  await quiet(world);
  expect(writtenTo(world, donor.id)).toHaveLength(1);
});

it('answers buttons that are no longer in use with help', async () => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  const help = 'This button no longer works. Send /help to see what I can do.';
  for (const data of ['old_button', 'donate_digit_12', 'donate_start_1', 'payment_cancel_x', '__proto__'])
    expect(await press(world, donor, keypad, data)).toEqual({ text: help, show_alert: true });
  for (const data of ['donate_display', 'donate_noop'])
    expect(await press(world, donor, keypad, data)).toEqual({});
  const forged = { ...keypad, message_id: 1_000_000 };
  expect(await tap(world, donor, forged, '5')).toMatchObject({ show_alert: true });
  expect(displayOn(world, donor, keypad)).toBe('💰 Amount: $0.00');
});

const LITERAL = '<b>&"_*[ 🎉 שלום עולם <script>\u202e';
/** A text of this length without white space at its ends, which Telegram would trim. */
const long = (length: number) =>
  LITERAL.repeat(Math.ceil(length / LITERAL.length)).slice(0, length - 1) + '!';

it.each([
  ['odd', LITERAL, LITERAL, 'odd_name', 'Zoë <i>&'],
  ['the longest', long(128), long(1024), 'n'.repeat(32), long(64)],
  ['short', '_', '*', null, '['],
])('shows %s names exactly as they are in every message', async (...given) => {
  const [, title, donationMessage, username, name] = given;
  const channel = await newChannel(world, { title, donationMessage });
  const { openChannelId, ownerUserId } = channel;
  await promiseAlone(world.product, [postPromised({ openChannelId, post: 'donate', occasion: 'manual:1' })]);
  await world.tick();
  const [post] = await eventually(() => {
    const posts = world.telegram.messages(openChannelId);
    return posts.length > 0 && posts;
  });
  const donor = newDonor(world, { username, name });
  const keypad = await openKeypad(world, donor, `donate_${openChannelId}`);
  for (const { text } of [post!, keypad]) {
    expect(text).toContain(title);
    expect(text).toContain(donationMessage);
  }
  await tap(world, donor, keypad, 'cancel');
  const { invoiceId, message } = await askFor(world, donor, '25.00', openChannelId);
  await world.nowpayments.pay(invoiceId, { scenario: 'twice', isWorthHidden: true });
  const messages = [message, await waitForMessage(world, donor.id, /Thank you!/)];
  messages.push(await waitForMessage(world, donor.id, /A second payment/));
  messages.push(await waitForMessage(world, ownerUserId, /^💝 \$.* from /));
  messages.push(await waitForMessage(world, ownerUserId, /An order was paid twice/));
  for (const { text } of messages) expect(text).toContain(title);
});

it('answered each tap once, in calls that Telegram accepted', () => {
  expect(answersPerQuery(world)).toEqual(Array.from({ length: world.presses.count }, () => 1));
  expect(refusedCalls(world)).toEqual([]);
});
