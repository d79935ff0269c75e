import { buy, joinByLink, linkOf, order } from './support/buyer';
import { eventually } from './support/eventually';
import {
  askFor,
  buttonsOf,
  openKeypad,
  press,
  receivedInvoice,
  tap,
  type,
  waitForMessage,
  writtenTo,
} from './support/chat';
import { newDonor } from './support/people';
import { quiet, refusedCalls } from './support/work';
import { type Donor, OWNER, useWorld } from '../worlds/journey';

const world = useWorld();

const shownTo = ({ id }: Donor, from = 0) =>
  writtenTo(world, id)
    .slice(from)
    .map((message) => ({ text: message.text, buttons: buttonsOf(message).map(({ text }) => text) }));
const toldOwner = ({ id }: Donor) =>
  writtenTo(world, OWNER).filter(({ text }) => text.includes(`@donor_${id}`));

it('tells a donation in the keypad’s own message, from the invoice to the thanks', async () => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  await type(world, donor, keypad, '25');
  await tap(world, donor, keypad, 'confirm');
  const { message, invoiceId } = await receivedInvoice(world, donor);
  expect(message.message_id).toBe(keypad.message_id);
  await world.nowpayments.pay(invoiceId);
  await waitForMessage(world, donor.id, /Thank you!/);
  await quiet(world);
  expect(shownTo(donor)).toEqual([
    { text: expect.stringContaining('Thank you!') as string, buttons: ['📜 What happened'] },
  ]);
  expect(toldOwner(donor)).toHaveLength(1);
  expect(refusedCalls(world)).toEqual([]);
});

it('tells a sale in two messages to the buyer and one to the owner, without a button of a finished step', async () => {
  const buyer = newDonor(world);
  const { message } = await buy(world, buyer);
  await linkOf(world, buyer);
  await joinByLink(world, buyer);
  await eventually(() => {
    expect(
      writtenTo(world, buyer.id)
        .flatMap(buttonsOf)
        .map(({ text }) => text),
    ).toContain('🔓 Open channel');
  });
  await quiet(world);
  const from = writtenTo(world, buyer.id).findIndex(({ message_id }) => message_id === message.message_id);
  expect(shownTo(buyer, from)).toEqual([
    { text: expect.stringContaining('Paid.') as string, buttons: [] },
    { text: expect.stringContaining('You have access until') as string, buttons: ['🔓 Open channel'] },
  ]);
  expect(toldOwner(buyer)).toHaveLength(1);
});

it('leaves one invoice that can be paid if the buyer asks for it again', async () => {
  const buyer = newDonor(world);
  const first = await order(world, buyer);
  const second = await order(world, buyer);
  expect(second.message.message_id).not.toBe(first.message.message_id);
  await quiet(world);
  const payable = writtenTo(world, buyer.id).filter((message) =>
    buttonsOf(message).some((each) => 'url' in each),
  );
  expect(payable.map(({ message_id }) => message_id)).toEqual([second.message.message_id]);
});

it('shows the invoice to a donor whose confirm is repeated', async () => {
  const donor = newDonor(world);
  const { message, invoiceId } = await askFor(world, donor);
  await press(world, donor, message, 'donate_confirm');
  await quiet(world);
  expect(shownTo(donor)).toEqual([{ text: message.text, buttons: ['💳 Pay now', '✕ Cancel'] }]);
  await world.nowpayments.pay(invoiceId);
  await waitForMessage(world, donor.id, /Thank you!/);
});
