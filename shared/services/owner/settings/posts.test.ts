import { useTestDatabase } from '../../../../tests/support/test-database';
import { BUYER_ID, CHANNEL_ID, OWNER_ID } from '../../../../tests/support/order';
import { addSellingChannel } from '../../../../tests/support/subscription';
import { triggerPosts } from '../../../database/posts/post-triggers';
import type { OpenChannelId } from '../../../domain/common/ids';
import { callbackData } from '../../../telegram/codec/callback-data';
import { personWith } from '../../../../tests/worlds/owner';

const openChannelId = CHANNEL_ID as OpenChannelId;
const test = useTestDatabase();
beforeEach(async () => {
  await test.database.query((sql) => sql`truncate channels, outbox, inbox, audit_log cascade`);
  await addSellingChannel(test.database);
});

const own = (action: Parameters<typeof callbackData.own>[0], argument?: string | number) =>
  callbackData.own(action, openChannelId, argument);
const owner = () => personWith(test, OWNER_ID);

const promisedOf = (kind: string) =>
  test.database.query(
    (sql) => sql<{ payload: Record<string, unknown> }[]>`
      select payload from outbox where kind = ${kind} order by outbox_id`,
  );
const posts = async () => (await promisedOf('publish_post')).map(({ payload }) => payload['post']);

it('publishes both posts once within 300 seconds', async () => {
  const { text, reaction } = await owner().press(own('post-publish'), 5);
  expect(text).toContain("I'm posting now.");
  expect(text).toContain('⏳ Posting now');
  expect(reaction.isPromised).toBe(true);
  await owner().press(own('post-publish'), 5);
  expect(await posts()).toEqual(['offer', 'donate']);
  await test.advance('10 seconds');
  const again = await owner().press(own('post-publish'));
  expect(again.answer).toMatch(/again in 2(89|90) seconds/);
  await test.advance('290 seconds');
  await owner().press(own('post-publish'));
  expect(await posts()).toHaveLength(4);
});

it('publishes once if taps and service calls arrive at the same moment', async () => {
  const call = (id: string) =>
    triggerPosts(
      test.database,
      { source: 'notification', deliveryId: id, correlationId: id },
      { openChannelId, occasion: `trigger:${id}` },
    );
  const results = await Promise.all([
    owner().press(own('post-publish')),
    call('a'),
    owner().press(own('post-publish')),
    call('b'),
  ]);
  expect(results).toHaveLength(4);
  expect(await posts()).toHaveLength(2);
});

it.each([
  ['is paused', `paused_at = app_now()`, /paused/],
  ['has no public channel', 'public_channel_id = null', /no public channel/],
  ['has no post switched on', `post_kinds = '{}'`, /Nothing to post/],
])('publishes nothing if the channel %s', async (_, change, words) => {
  await test.database.query((sql) => sql`update channels set ${sql.unsafe(change)}`);
  expect((await owner().press(own('post-publish'))).answer).toMatch(words);
  expect(await posts()).toEqual([]);
});

it('does not count an attempt without anything to post', async () => {
  await test.database.query((sql) => sql`update channels set post_kinds = '{offer}'`);
  await test.database.query((sql) => sql`delete from tiers`);
  expect((await owner().press(own('post-publish'))).answer).toMatch(/Nothing to post/);
  await test.database.query(
    (sql) => sql`
      insert into tiers (open_channel_id, position, name, price_cents, days)
      values (${CHANNEL_ID}, 1, 'Gold', 3000, 30)`,
  );
  expect((await owner().press(own('post-publish'))).text).toContain("I'm posting now");
  expect(await posts()).toEqual(['offer']);
});

it('repeats posts daily at an hour in the channel’s time zone', async () => {
  await test.database.query((sql) => sql`update channels set time_zone = 'Europe/Berlin'`);
  const grid = await owner().press(own('post-hours'));
  expect(grid.buttons.filter((data) => data.startsWith('own_post-daily'))).toHaveLength(25);
  expect((await owner().press(own('post-daily', 9))).text).toContain('every day at 09:00 (Europe/Berlin)');
  const [row] = await test.database.query(
    (sql) => sql<{ at: string }[]>`
      select to_char(next_at at time zone 'Europe/Berlin', 'HH24:MI') as at from schedules where kind = 'posts'`,
  );
  expect(row?.at).toBe('09:00');
  expect((await owner().press(own('posts'))).text).toContain('Daily posts: at 09:00 (Europe/Berlin)');
  expect((await owner().press(own('post-daily', 'never'))).text).toContain('Daily posts: off');
  expect(await test.database.query((sql) => sql`select 1 from schedules`)).toHaveLength(0);
});

it('lets the owner choose, preview and delete posts', async () => {
  await owner().press(own('post-kind', 'donate'));
  await owner().press(own('post-publish'));
  expect(await posts()).toEqual(['offer']);
  await owner().press(own('post-preview', 'donate'));
  expect((await promisedOf('preview_post'))[0]?.payload).toMatchObject({ post: 'donate', userId: OWNER_ID });
  await test.database.query(
    (sql) => sql`
      insert into posts (open_channel_id, post, occasion, chat_id, message_id, fingerprint, posted_at)
      values (${CHANNEL_ID}, 'offer', 'daily:1', ${CHANNEL_ID}, 77, '', app_now())`,
  );
  expect((await owner().press(own('posts'))).text).toContain('in the channel since');
  await owner().press(own('post-remove'));
  expect((await promisedOf('remove_post'))[0]?.payload).toMatchObject({ occasion: 'daily:1' });
});

it('says why a post was not sent', async () => {
  await test.database.query(
    (sql) => sql`
      insert into posts (open_channel_id, post, occasion, chat_id, failed_at, reason)
      values (${CHANNEL_ID}, 'offer', 'daily:1', ${CHANNEL_ID}, app_now(),
        'Bad Request: need administrator rights in the channel chat')`,
  );
  expect((await owner().press(own('posts'))).text).toContain(
    "I'm not allowed to post there. Make me an admin",
  );
});

it('shows since when a post is there if Node.js lacks the time zone', async () => {
  await test.database.query(
    (sql) => sql`
      insert into posts (open_channel_id, post, occasion, chat_id, message_id, posted_at)
      values (${CHANNEL_ID}, 'offer', 'daily:1', ${CHANNEL_ID}, 5, '2026-03-04T12:00:00Z')`,
  );
  // The database knows the second zone, this process doesn't.
  for (const zone of ['Europe/Berlin', 'posix/Europe/Berlin']) {
    await test.database.query((sql) => sql`update channels set time_zone = ${zone}`);
    expect((await owner().press(own('posts'))).text).toContain(
      'in the channel since March 4, 2026 at 12:00 UTC',
    );
  }
});

it.each(['posts', 'post-publish', 'post-remove', 'post-refresh'] as const)(
  'refuses `%s` for a user without a role in the channel',
  async (action) => {
    const seen = await personWith(test, BUYER_ID).press(own(action));
    expect(seen.message).toBeUndefined();
    expect(await test.database.query((sql) => sql`select 1 from outbox`)).toHaveLength(0);
  },
);

it('refreshes the posts if a setting changes', async () => {
  await owner().press(own('edit', 'title'));
  await owner().say('Beta');
  expect((await promisedOf('refresh_posts'))[0]?.payload).toEqual({ openChannelId: CHANNEL_ID });
});
