import { eventuallyIn } from './support/eventually-in';
import { order, pressLabel } from './support/buyer';
import { waitForMessage, writtenTo } from './support/chat';
import { newChannel, newDonor } from './support/people';
import { quiet } from './support/work';
import { useWorld } from '../worlds/journey';

const world = useWorld();

it('leads a buyer who just writes to the bot to the owner', async () => {
  const buyer = newDonor(world);
  await order(world, buyer);
  buyer.person.say('I want my money back');
  await waitForMessage(world, buyer.id, /\/paysupport/);
  await pressLabel(world, buyer, /Write to the owner/);
  await waitForMessage(world, buyer.id, /Write to the owner of Alpha Signals/);
});

it('carries a buyer’s question to the owner, and the owner’s reply back', async () => {
  const channel = await newChannel(world, { title: 'Beta', closedChannelId: -1_007_900_000_001 as never });
  const owner = {
    id: channel.ownerUserId,
    username: undefined,
    person: world.telegram.as(channel.ownerUserId),
  };
  const buyer = newDonor(world, { name: 'Bea' });
  await order(world, buyer, { channel: channel.openChannelId });

  buyer.person.say('/paysupport');
  await waitForMessage(world, buyer.id, /Help with a payment/);
  await pressLabel(world, buyer, /Write to the owner/);
  await waitForMessage(world, buyer.id, /Write to the owner of Beta/);
  buyer.person.say('Which wallet do you recommend?');
  const question = await waitForMessage(world, owner.id, /Which wallet/);
  expect(question.text).toContain(`@${buyer.username} wrote to you`);
  expect(question.text).toContain('Month (1 month) in Beta for $30.00: not paid yet');
  await waitForMessage(world, buyer.id, /Sent to the owner of Beta/);

  owner.person.say('Any that holds USDT.', { replyTo: question.message_id });
  const answer = await waitForMessage(world, buyer.id, /Any that holds USDT/);
  expect(answer.text).toContain('The owner of Beta wrote to you');
  expect(JSON.stringify(answer)).not.toContain(String(owner.id));

  buyer.person.say('Thanks!', { replyTo: answer.message_id });
  await waitForMessage(world, owner.id, /Thanks!/);
  await pressLabel(world, owner, /Block/);
  await waitForMessage(world, owner.id, /You blocked messages/);
  buyer.person.say('One more thing', { replyTo: answer.message_id });
  await waitForMessage(world, buyer.id, /doesn't take messages from you/);
  await quiet(world);
  expect(writtenTo(world, owner.id).filter(({ text }) => /One more thing/.test(text))).toEqual([]);

  await eventuallyIn(world, async () => {
    const [row] =
      await world.database`select count(*)::int as kept from support_messages where text is not null`;
    expect(row).toEqual({ kept: 0 });
  });
  const kept = await world.database`
    select 1 from outbox where payload::text ~ 'wallet|USDT\\.' union all select 1 from inbox where payload::text ~ 'wallet'`;
  expect(kept).toHaveLength(0);
});
