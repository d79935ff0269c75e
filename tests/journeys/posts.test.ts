import type { RunningFunction } from '../../playground/stack';
import { planned } from '../../shared/database/common/daily-schedules';
import type { Channel } from '../../shared/domain/common/channel';
import type { ClosedChannelId } from '../../shared/domain/common/ids';
import { signFor } from '../../shared/security/purpose-keys';
import { callbackData } from '../../shared/telegram/codec/callback-data';
import { LONG_TEST_DEADLINE_MS, WORLD_START_DEADLINE_MS } from '../support/deadlines';
import { eventually } from './support/eventually';
import { eventuallyIn } from './support/eventually-in';
import { buttonsOf, waitForMessage, writtenTo } from './support/chat';
import { newChannel } from './support/people';
import { callWorker, quiet } from './support/work';
import { useWorld } from '../worlds/journey';

const world = useWorld();
let workers: RunningFunction[];
beforeAll(async () => {
  workers = [world.functions.worker, await world.startInstance('worker')];
}, WORLD_START_DEADLINE_MS);

/** A channel that sells, in which posting is the bot's only right. */
async function sellingChannel(zone = 'UTC'): Promise<Channel> {
  const id = Math.floor(Math.random() * 1e9);
  const channel = await newChannel(world, {
    closedChannelId: (-1_005_000_000_000 - id) as ClosedChannelId,
  });
  const [botId = ''] = String(world.environment('worker')['TELEGRAM_BOT_TOKEN']).split(':');
  const rights = { can_post_messages: true, can_edit_messages: false, can_delete_messages: false };
  world.telegram.setMember(channel.openChannelId, Number(botId), 'administrator', rights);
  await world.database`update channels set time_zone = ${zone} where open_channel_id = ${channel.openChannelId}`;
  return channel;
}

const planDaily = ({ openChannelId }: Channel, hour: number) =>
  world.product.query(
    (sql) => sql`
      with gate as (select 1), planned as (${planned(sql, { openChannelId, schedule: 'posts', hour }, 'gate')})
      select from gate`,
  );

async function setClock(at: string): Promise<void> {
  const [row] = await world.database<{ seconds: number }[]>`
    select extract(epoch from ${at}::timestamptz - app_now())::float8 as seconds`;
  await world.moveClock(`${row?.seconds ?? 0} seconds`);
}

/** Calls both workers at once, like two overlapping runs of the scheduler. */
const tickBoth = () =>
  Promise.all(
    workers.map(({ url }) => {
      const body = '{}';
      const secret = String(world.environment('worker')['WEBHOOK_SIGNING_SECRET']);
      return fetch(url, { method: 'POST', body, headers: { ...signFor('worker', secret, body) } })
        .then((response) => response.text())
        .catch(() => undefined);
    }),
  );

/** The posts in a channel: the first word and the id of each. */
const standing = ({ openChannelId }: Channel) =>
  world.telegram.messages(openChannelId).map(({ text, message_id }) => ({
    head: String(text.split(' ')[0]),
    id: message_id,
  }));

const localHours = (channels: readonly Channel[]) =>
  world.database<{ hour: string }[]>`
    select distinct to_char(posted_at at time zone time_zone, 'HH24') as hour
    from posts join channels using (open_channel_id)
    where open_channel_id in ${world.database(channels.map(({ openChannelId }) => openChannelId))}`;

it.each([
  ['Europe/Berlin', 9, ['2027-03-27T08:00Z', '2027-03-28T07:00Z', '2027-03-29T07:00Z']],
  ['America/New_York', 1, ['2027-11-06T05:00Z', '2027-11-07T06:00Z', '2027-11-08T06:00Z']],
])(
  'replaces daily posts once by the clock of %s, despite a crash',
  async (zone, hour, days) => {
    await setClock(new Date(Date.parse(String(days[0])) - 3_600_000).toISOString());
    const channels = await Promise.all([1, 2, 3, 4].map(() => sellingChannel(zone)));
    for (const channel of channels) await planDaily(channel, hour);
    const before = new Map<Channel, number>();
    for (const [day, at] of days.entries()) {
      // Nothing is posted a minute early, and then each post once.
      await setClock(new Date(Date.parse(at) - 60_000).toISOString());
      await tickBoth();
      for (const channel of channels) expect(standing(channel)).toHaveLength(day === 0 ? 0 : 2);
      await setClock(at);
      if (day === 1) await crashWhileSending();
      // The entries of a killed worker are due again when their lease ends.
      if (day === 1) await world.moveClock('61 seconds');
      await eventually(async () => {
        await tickBoth();
        return channels.every((channel) =>
          standing(channel).some(({ id }) => id > (before.get(channel) ?? 0)),
        );
      });
      if (day === 1) await world.moveClock('61 seconds');
      await quiet(world);
      for (const channel of channels) {
        const posts = standing(channel);
        expect(posts.map(({ head }) => head).sort()).toEqual(['💎', '💝']);
        for (const { id } of posts) expect(id).toBeGreaterThan(before.get(channel) ?? 0);
        before.set(channel, Math.max(...posts.map(({ id }) => id)));
      }
    }
    expect((await localHours(channels)).map((row) => Number(row.hour))).toEqual([hour]);
    await world.database`delete from schedules`;
  },
  LONG_TEST_DEADLINE_MS,
);

/** Kills the worker after Telegram published its post and before the answer. */
async function crashWhileSending(): Promise<void> {
  const unanswered = () => world.telegram.calls.filter(({ description }) => description === 'timeout').length;
  const seen = unanswered();
  world.telegram.fault({ method: 'sendMessage', kind: 'timeout', afterPerforming: true });
  const ticking = eventually(
    async () => {
      void tickBoth();
      return unanswered() > seen;
    },
    { everyMs: 100 },
  );
  await ticking;
  await Promise.all(workers.map((worker) => worker.kill()));
  await Promise.all(workers.map((worker) => worker.start()));
}

it('publishes a post at a tap of the owner, updating it when settings change', async () => {
  const channel = await sellingChannel();
  const { openChannelId, ownerUserId } = channel;
  const owner = world.telegram.as(ownerUserId);
  owner.say('/channels');
  const list = await waitForMessage(world, ownerUserId, /Your offers/);
  const press = (data: string) => owner.press(ownerUserId, list.message_id, data);
  await press(callbackData.own('posts', openChannelId));
  await press(callbackData.own('post-publish', openChannelId));
  await eventuallyIn(world, () => standing(channel).length === 2);
  // Both posts are sent at once, so either may arrive first.
  const links = world.telegram.messages(openChannelId).flatMap((post) => buttonsOf(post));
  expect(links.flatMap((button) => ('url' in button ? [button.url] : []))).toEqual([
    `https://t.me/${String(world.environment('worker')['TELEGRAM_BOT_USERNAME'])}?start=sub_${openChannelId}`,
  ]);
  expect(await press(callbackData.own('post-publish', openChannelId))).toMatchObject({ show_alert: true });
  await press(callbackData.own('edit', openChannelId, 'title'));
  owner.say('Renamed');
  await eventuallyIn(world, () =>
    world.telegram.messages(openChannelId).every(({ text }) => text.includes('Renamed')),
  );
  await press(callbackData.own('post-remove', openChannelId));
  await eventuallyIn(world, () => standing(channel).length === 0);
});

it('tells the owner why nothing was posted, with the remedy', async () => {
  const channel = await sellingChannel();
  const [botId = ''] = String(world.environment('worker')['TELEGRAM_BOT_TOKEN']).split(':');
  world.telegram.setMember(channel.openChannelId, Number(botId), 'administrator', {
    can_post_messages: false,
  });
  await planDaily(channel, 9);
  await world.moveClock('1 day');
  await eventually(async () => {
    await callWorker(world, world.functions.worker.url);
    await world.tick();
    return writtenTo(world, channel.ownerUserId).some(({ text }) =>
      /I need [^]*I can.t post or update your offer there[^]*switch on/.test(text),
    );
  });
  expect(standing(channel)).toEqual([]);
});
