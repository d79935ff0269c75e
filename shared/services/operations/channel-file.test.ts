import { useTestDatabase } from '../../../tests/support/test-database';
import { listChannels, listMoved, saveChannels } from '../../database/owner/channels';
import { ChannelFileError, formatChannelFile, parseChannelFile } from './channel-file';

const channel = {
  open_channel_id: -1001234567890,
  closed_channel_id: -1009876543210,
  title: '<b>&"_*[ 😀',
  description: 'What it is',
  owner_user_id: 7001,
  donation_message: 'Thank you!',
  tolerance_percent: 2,
  grace_hours: 48,
  removals: 'dry_run',
  notifications: { enabled: false, chat_id: -1005 },
  tiers: [
    { name: 'Gold', price_usd: '9.99', days: 30 },
    { name: 'Year', price_usd: '99.00', days: 365 },
    { name: 'Lifetime', price_usd: '299.00', days: 'for ever' },
  ],
};
const SHARED = -1001111111111;
const file = (...channels: object[]) => JSON.stringify(channels);

const test = useTestDatabase();

it('exports a channel as it was imported', async () => {
  await saveChannels(test.database, parseChannelFile(file(channel)));
  expect(JSON.parse(formatChannelFile(await listChannels(test.database)))).toEqual([channel]);
});

it('reads a tier without an end as one for ever', () => {
  const read = (days: unknown) =>
    parseChannelFile(file({ ...channel, tiers: [{ name: 'Lifetime', price_usd: '9', days }] }));
  expect(read(null)).toEqual(read('for ever'));
});

it('updates an existing channel, including its tiers', async () => {
  const changed = { ...channel, title: 'New', tiers: [{ name: 'Only', price_usd: '5.00', days: 7 }] };
  await saveChannels(test.database, parseChannelFile(file(channel)));
  await saveChannels(test.database, parseChannelFile(file(changed)));
  expect(JSON.parse(formatChannelFile(await listChannels(test.database)))).toEqual([changed]);
});

const inStars = {
  ...channel,
  donation_stars: [50, 500],
  tiers: [
    { name: 'Gold', price_usd: '9.99', days: 30, price_stars: 769 },
    { name: 'Year', price_usd: '99.00', days: 365 },
  ],
};
const exported = async () => JSON.parse(formatChannelFile(await listChannels(test.database))) as unknown;

it('exports prices and donations in Stars as they were imported', async () => {
  await saveChannels(test.database, parseChannelFile(file(inStars)));
  expect(await exported()).toEqual([inStars]);
});

it('keeps the prices and donations in Stars that a file leaves out, even if tiers move or cost more dollars', async () => {
  await saveChannels(test.database, parseChannelFile(file(inStars)));
  const [gold, year] = [
    { name: 'Gold', price_usd: '12.00', days: 30 },
    { name: 'Year', price_usd: '99.00', days: 365 },
  ];
  await saveChannels(test.database, parseChannelFile(file({ ...channel, tiers: [year, gold] })));
  expect(await exported()).toEqual([{ ...inStars, tiers: [year, { ...gold, price_stars: 769 }] }]);
});

it('never gives a tier the price in Stars of another one', async () => {
  await saveChannels(test.database, parseChannelFile(file(inStars)));
  const tiers = [{ name: 'Silver', price_usd: '9.99', days: 30 }];
  await saveChannels(test.database, parseChannelFile(file({ ...channel, tiers })));
  expect(await exported()).toEqual([{ ...inStars, tiers }]);
});

it('takes prices and donations in Stars away if the file says null', async () => {
  await saveChannels(test.database, parseChannelFile(file(inStars)));
  const tiers = inStars.tiers.map((tier) => ({ ...tier, price_stars: null }));
  await saveChannels(test.database, parseChannelFile(file({ ...channel, tiers, donation_stars: null })));
  expect(await exported()).toEqual([
    { ...channel, tiers: tiers.map(({ name, price_usd, days }) => ({ name, price_usd, days })) },
  ]);
});

/** Two channels of which one sells a chat of the other. */
const sharing = (
  [
    ['one private channel twice', { closed_channel_id: SHARED }, { closed_channel_id: SHARED }],
    [
      'a private channel that another one posts in',
      { closed_channel_id: SHARED },
      { open_channel_id: SHARED },
    ],
    ['a public channel that another one sells', { open_channel_id: SHARED }, { closed_channel_id: SHARED }],
  ] as const
).map(([what, ...both]) => {
  const channels = both.map((own, n) => ({ ...channel, open_channel_id: -10090 - n, ...own }));
  return [what, file(...channels), String(SHARED)] as [string, string, string];
});

it.each<[string, string, string]>([
  ['a file that is not JSON', 'no json', 'not JSON'],
  ['a positive channel id', file({ ...channel, open_channel_id: 1001234567890 }), 'open_channel_id'],
  [
    'an invalid price',
    file({ ...channel, tiers: [{ name: 'x', price_usd: '9.999', days: 1 }] }),
    'price_usd',
  ],
  [
    'a price of more Stars than Telegram takes',
    file({ ...channel, tiers: [{ name: 'x', price_usd: '9', days: 1, price_stars: 10_001 }] }),
    'price_stars',
  ],
  ['no Stars to choose from', file({ ...channel, donation_stars: [] }), 'donation_stars'],
  ['a part of a Star', file({ ...channel, donation_stars: [50.5] }), 'donation_stars'],
  ['zero days', file({ ...channel, tiers: [{ name: 'x', price_usd: '9', days: 0 }] }), 'days'],
  [
    'days in words',
    file({ ...channel, tiers: [{ name: 'x', price_usd: '9', days: 'a while' }] }),
    'for ever',
  ],
  ['a million days', file({ ...channel, tiers: [{ name: 'x', price_usd: '9', days: 1_000_000 }] }), '3650'],
  ['a misspelled field', file({ ...channel, titel: 'x' }), 'titel'],
  ['a missing owner', file({ ...channel, owner_user_id: undefined }), 'owner_user_id'],
  ['one channel twice', file(channel, channel), 'twice'],
  ...sharing,
])('names the place of %s', (_, content, where) => {
  expect(() => parseChannelFile(content)).toThrow(ChannelFileError);
  expect(() => parseChannelFile(content)).toThrow(where);
});

it('keeps settings that the file omits, so that no import restarts removals', async () => {
  await saveChannels(test.database, parseChannelFile(file({ ...channel, removals: 'off', grace_hours: 7 })));
  const silent = { ...channel, removals: undefined, grace_hours: undefined, tolerance_percent: undefined };
  await saveChannels(test.database, parseChannelFile(file({ ...silent, description: 'New' })));
  const [saved] = await listChannels(test.database);
  expect(saved).toMatchObject({ description: 'New', removals: 'off', graceHours: 7, tolerancePercent: 2 });
});

it('lists channels whose subscribers would lose their private channel', async () => {
  await saveChannels(test.database, parseChannelFile(file(channel)));
  const id = channel.open_channel_id;
  await test.database.query(
    (sql) =>
      sql`insert into subscriptions (open_channel_id, user_id, paid_until) values (${id}, 5, app_now())`,
  );
  const moved = parseChannelFile(file({ ...channel, closed_channel_id: -1005 }));
  expect(await listMoved(test.database, parseChannelFile(file(channel)))).toEqual([]);
  expect(await listMoved(test.database, moved)).toEqual([
    { openChannelId: id, closedChannelId: channel.closed_channel_id, subscribers: 1 },
  ]);
});
