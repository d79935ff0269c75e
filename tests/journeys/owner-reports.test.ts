import { inflateSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { SimMessage } from '../../playground/telegram/index';
import { eventuallyIn } from './support/eventually-in';
import { pressLabel } from './support/buyer';
import { askFor, buttonsOf, waitForMessage, writtenTo } from './support/chat';
import { newChannel, newDonor } from './support/people';
import { quiet } from './support/work';
import { useWorld } from '../worlds/journey';
// What is sold today must not be yesterday's before it is looked at.
import '../support/start-at-noon';

const world = useWorld();

const withFile = (chatId: number, kind: 'photo' | 'document', matches = /./s): Promise<SimMessage> =>
  eventuallyIn(world, () => {
    const found = writtenTo(world, chatId).findLast(
      (message) => message[kind] !== undefined && matches.test(message.caption ?? ''),
    );
    if (found === undefined) throw new Error(`no ${kind} came to ${chatId}`);
    return found;
  });

/** How many pixels of a picture are not white: its letters and bars. */
function inkOf(png: Buffer): number {
  const chunks: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      chunks.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return inflateSync(Buffer.concat(chunks)).filter((byte) => byte !== 0 && byte !== 255).length;
}

it('sends a manager the figures of a channel, a chart and the tables', async () => {
  const channel = await newChannel(world, { title: 'Alpha <&> Signals' });
  const owner = {
    id: channel.ownerUserId,
    username: undefined,
    person: world.telegram.as(channel.ownerUserId),
  };
  const donor = newDonor(world);
  const { invoiceId } = await askFor(world, donor, '25.00', channel.openChannelId);
  const paymentId = await world.nowpayments.pay(invoiceId, { coin: 'eth' });
  await waitForMessage(world, owner.id, /^💝 \$.* from /);

  owner.person.say('/stats');
  const figures = await waitForMessage(world, owner.id, /Last 30 days/);
  expect(figures.text).toContain('Today: $25.00\n1 donation: $25.00\n• Donations: $25.00\n🪙 ETH: $25.00\n');
  const picture = await withFile(owner.id, 'photo');
  expect(picture.caption).toContain('Alpha <&> Signals\nToday: $25.00\n');
  const [photo] = picture.photo ?? [];
  expect(photo).toMatchObject({ width: 960, height: 1280 });
  const png = world.telegram.file(photo?.file_id ?? '')?.bytes ?? Buffer.alloc(0);
  // About 40,000. Without its fonts the chart would only have lines and bars, a sixth of that.
  expect(inkOf(png)).toBeGreaterThan(20_000);

  await pressLabel(world, owner, /Orders/);
  const file = await withFile(owner.id, 'document', /Orders/);
  expect(file.document?.file_name).toMatch(/^orders_100\d+_\d{4}-\d\d-\d\d\.csv$/);
  const table = world.telegram.file(file.document?.file_id ?? '')?.bytes ?? Buffer.alloc(0);
  expect(parse(table, { bom: true, columns: true, record_delimiter: '\r\n' })).toMatchObject([
    {
      kind: 'donation',
      state: 'settled',
      user_id: String(donor.id),
      amount_usd: '25.00',
      coin: 'eth',
      received_usd: '25.00',
    },
  ]);

  await world.nowpayments.refund(paymentId);
  await waitForMessage(world, owner.id, /was refunded/);
  // The figures are remembered for a minute.
  await world.moveClock('61 seconds');
  owner.person.say('/stats');
  await waitForMessage(
    world,
    owner.id,
    /Today: \$0\.00\nGross: \$25\.00\n↩️ Sent back: 1, \$25\.00\n1 donation: \$25\.00/,
  );
  await eventuallyIn(world, () => {
    const captions = writtenTo(world, owner.id).map(({ caption = '' }) => caption);
    expect(captions.join()).toContain('Today: $0.00 (gross $25.00, sent back $25.00)\n');
  });
  await quiet(world);
});

it('asks an owner of several channels which one, and tells strangers nothing', async () => {
  const first = await newChannel(world);
  await newChannel(world).then(
    ({ openChannelId }) =>
      world.database`update channels set owner_user_id = ${first.ownerUserId} where open_channel_id = ${openChannelId}`,
  );
  const owner = { id: first.ownerUserId, username: undefined, person: world.telegram.as(first.ownerUserId) };
  owner.person.say('/stats');
  const choice = await waitForMessage(world, owner.id, /Your offers/);
  const chosen = buttonsOf(choice).filter((each) => JSON.stringify(each).includes('own_stats_'));
  expect(chosen).toHaveLength(2);
  await pressLabel(world, owner, new RegExp(first.title));
  await waitForMessage(world, owner.id, /Last 30 days/);
  await withFile(owner.id, 'photo');

  const stranger = newDonor(world);
  stranger.person.start();
  const welcome = await waitForMessage(world, stranger.id, /Welcome/);
  const answer = await stranger.person.press(
    stranger.id,
    welcome.message_id,
    `own_export_${first.openChannelId}_orders`,
  );
  expect(answer).toMatchObject({ text: "You don't run this offer. Send /channels to see yours." });
  await quiet(world);
  expect(writtenTo(world, stranger.id).every(({ document }) => document === undefined)).toBe(true);
});
