import { buttonsOf, openKeypad, press, receivedInvoice, waitForMessage, writtenTo } from './support/chat';
import { newChannel, newDonor } from './support/people';
import { useWorld } from '../worlds/journey';

const world = useWorld();

it('gives a preset amount with a note from someone who stays anonymous', async () => {
  const channel = await newChannel(world);
  await world.database`
    update channels set donation_presets = '[1000, 2550]' where open_channel_id = ${channel.openChannelId}`;
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor, `donate_${channel.openChannelId}`);
  expect(buttonsOf(keypad).map(({ text }) => text)).toEqual(
    expect.arrayContaining(['$10', '$25.50', '✓ Confirm', '✍️ Add note', '🕶 Stay anonymous']),
  );

  await press(world, donor, keypad, 'donate_anonymous');
  await waitForMessage(world, donor.id, /The owner won't see who you are/);
  await press(world, donor, keypad, 'donate_write_note');
  await waitForMessage(world, donor.id, /Send me your note/);
  donor.person.say('Keep going!');
  const noted = await waitForMessage(world, donor.id, /Your note to the owner: “Keep going!”/);
  expect(noted.message_id).toBe(keypad.message_id);

  await press(world, donor, keypad, 'donate_preset_2');
  const { message, invoiceId } = await receivedInvoice(world, donor);
  expect(message.text).toContain('$25.50');
  await world.nowpayments.pay(invoiceId);
  await waitForMessage(world, donor.id, /Thank you!/);
  await waitForMessage(world, channel.ownerUserId, /“Keep going!”/);
  const told = JSON.stringify(writtenTo(world, channel.ownerUserId));
  expect(told).toContain('someone');
  expect(told).not.toMatch(new RegExp(String(donor.id)));
});
