import { addSellingChannel } from '../../../tests/support/subscription';
import type { EffectOf } from '../../domain/effects';
import type { PostKind } from '../../domain/posts/posts';
import {
  BOT,
  CLOSED,
  dies,
  dying,
  forgetPromises,
  OPEN,
  OWNER,
  promiseNow,
  useAccessWorld,
} from '../../../tests/worlds/access';
import { triggerPosts } from '../../database/posts/post-triggers';
import { deliveryOf } from '../common/delivery-of';
import { drainOutbox } from '../drain-outbox';
import { performEffect, type EffectDependencies } from '../perform-effect';
import { postsRefreshed, refreshPosts } from './refresh-posts';
import { attemptOf } from '../../../tests/support/attempt';

/** The rights that set-up asks for in a public channel: to post, and none over other messages. */
const POST_ONLY = { can_post_messages: true, can_edit_messages: false, can_delete_messages: false };

const world = useAccessWorld();
beforeEach(async () => {
  // Adding the channel again empties it.
  world.telegram.addChannel({ id: OPEN, title: 'Signals', creatorId: OWNER });
  world.telegram.clearFaults();
  world.telegram.setMember(OPEN, BOT, 'administrator', POST_ONLY);
  await addSellingChannel(world.test.database, {
    openChannelId: OPEN,
    closedChannelId: CLOSED,
    ownerUserId: OWNER,
  });
  await forgetPromises(world);
  await world.test.database.query((sql) => sql`delete from posts`);
});

const inChannel = () => world.telegram.messages(OPEN);
const texts = () => inChannel().map(({ text }) => text.split('\n')[0]);

let occasions = 0;
const publishing = (post: PostKind = 'offer'): EffectOf<'publish_post'> => ({
  kind: 'publish_post',
  openChannelId: OPEN,
  post,
  occasion: `manual:${++occasions}`,
});

/** Performs all promises, including those that are retried later. */
async function settle(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await world.drain();
    await world.advance(61_000);
  }
  await world.drain();
}

async function publish(post: PostKind = 'offer'): Promise<void> {
  const effect = publishing(post);
  await promiseNow(world, effect, effect.occasion);
  await world.drain();
}

it('posts the offer with a link for each tier', async () => {
  await publish('offer');
  await publish('donate');
  expect(texts()).toEqual(['💎 Alpha', '💝 Support Alpha']);
  expect(inChannel()[0]?.reply_markup?.inline_keyboard).toEqual([
    [{ text: '💎 Month · $30.00', url: `https://t.me/telepay_bot?start=sub_${OPEN}` }],
    [{ text: '💎 Quarter · $75.00 / 3 months', url: `https://t.me/telepay_bot?start=sub_${OPEN}` }],
  ]);
});

it('removes the old post only once the new one is there', async () => {
  await publish();
  const [old] = inChannel();
  world.telegram.fault({
    method: 'sendMessage',
    kind: 'error',
    status: 400,
    description: 'Bad Request: odd',
  });
  await publish();
  expect(inChannel()).toEqual([old]);
  await publish();
  expect(inChannel()).toHaveLength(1);
  expect(inChannel()[0]?.message_id).not.toBe(old?.message_id);
});

it.each([false, true])(
  'publishes once, wherever the worker dies (right after a call: %p)',
  async (isAfter) => {
    let hasDied = true;
    let step = 0;
    for (; hasDied; step += 1) {
      const effect = publishing();
      hasDied = await dies(dying(world.deps, step + 1, isAfter), effect, effect.occasion);
      await promiseNow(world, effect, effect.occasion);
      await settle();
      expect([step, texts()]).toEqual([step, ['💎 Alpha']]);
    }
    expect(step).toBeGreaterThan(6);
  },
);

it('deletes the duplicate of a lost answer but no messages of others', async () => {
  world.telegram.fault({ method: 'sendMessage', kind: 'drop', afterPerforming: true });
  const effect = publishing();
  await promiseNow(world, effect, effect.occasion);
  await world.drain();
  world.telegram.as(OWNER).write(OPEN, 'News of the day');
  await publish('donate');
  await settle();
  expect(texts()).toEqual(['News of the day', '💝 Support Alpha', '💎 Alpha']);
});

it('recognizes its own post by an empty edit if it may delete others’ messages', async () => {
  const rights = { ...POST_ONLY, can_delete_messages: true };
  world.telegram.setMember(OPEN, BOT, 'administrator', rights);
  world.telegram.as(OWNER).write(OPEN, 'Before');
  world.telegram.fault({ method: 'sendMessage', kind: 'drop', afterPerforming: true });
  await publish();
  world.telegram.as(OWNER).write(OPEN, 'Between');
  await settle();
  expect(texts()).toEqual(['Before', 'Between', '💎 Alpha']);
});

it('asks the owner if it may edit and delete others’ messages', async () => {
  const rights = { ...POST_ONLY, can_delete_messages: true, can_edit_messages: true };
  world.telegram.setMember(OPEN, BOT, 'administrator', rights);
  world.telegram.fault({ method: 'sendMessage', kind: 'drop', afterPerforming: true });
  await publish();
  world.telegram.as(OWNER).write(OPEN, 'Between');
  await settle();
  expect(texts()).toEqual(['💎 Alpha', 'Between', '💎 Alpha']);
  expect(await world.said(OWNER)).toContain('post_doubted');
});

/** A worker in which something happens around each send. */
function sendingBy(around: (send: () => Promise<unknown>) => Promise<unknown>): EffectDependencies {
  const { api } = world.deps;
  const get = (target: typeof api, name: keyof typeof api) =>
    name === 'sendMessage'
      ? (...given: Parameters<typeof api.sendMessage>) => around(() => api.sendMessage(...given))
      : typeof target[name] === 'function'
        ? target[name].bind(target)
        : target[name];
  return {
    ...world.deps,
    api: new Proxy(api, { get: (target, name) => get(target, name as keyof typeof api) }),
  };
}

it('deletes its own message when another worker was first', async () => {
  const effect = publishing();
  const deps = sendingBy(async (send) => {
    const sent = await send();
    await world.perform(effect);
    return sent;
  });
  await performEffect(deps, effect, attemptOf('slow'));
  await settle();
  expect(texts()).toEqual(['💎 Alpha']);
});

it('keeps one of several posts sent at the same moment', async () => {
  await Promise.all([publishing(), publishing(), publishing()].map((effect) => world.perform(effect)));
  expect(inChannel()).toHaveLength(3);
  await settle();
  expect(texts()).toEqual(['💎 Alpha']);
});

it('leaves one line of a post that is too old to delete', async () => {
  await publish();
  await world.advance(49 * 3600 * 1000);
  await publish();
  expect(texts()).toEqual(['The current post is further down.', '💎 Alpha']);
  expect(inChannel()[0]?.reply_markup).toBeUndefined();
});

it('tells the owner what Telegram refuses instead of retrying', async () => {
  world.telegram.setMember(OPEN, BOT, 'administrator', { can_post_messages: false });
  const before = world.telegram.calls.length;
  await publish();
  await settle();
  expect(inChannel()).toEqual([]);
  expect(await world.said(OWNER)).toEqual(['post_failed']);
  const tries = world.telegram.calls.slice(before).filter(({ payload }) => payload['chat_id'] === OPEN);
  expect(tries).toHaveLength(1);
});

it.each<[string, () => void, string]>([
  [
    'the right to post is taken',
    () => world.telegram.setMember(OPEN, BOT, 'administrator', { can_post_messages: false }),
    'place_broken',
  ],
  ['the channel is deleted', () => world.telegram.deleteChat(OPEN), 'place_gone'],
])('tells the owner once if %s, not with each daily post', async (_, lose, told) => {
  lose();
  for (const day of [1, 2, 3]) {
    for (const post of ['offer', 'donate'] as const) {
      const effect = { ...publishing(post), occasion: `daily:${told}:${day}` };
      await promiseNow(world, effect, `${post}:${effect.occasion}`);
    }
    await settle();
  }
  expect(await world.said(OWNER)).toEqual([told]);
});

it('says that nothing is on sale instead of that there is nothing to post', async () => {
  await world.test.database.query(
    (sql) => sql`
      insert into bot_chats (chat_id, title, status, rights, promoted_by, changed_at)
      values (${CLOSED}, 'VIP', 'left', '{}', ${OWNER}, app_now())`,
  );
  const trigger = () =>
    triggerPosts(world.test.database, deliveryOf('notification', `stopped:${++occasions}`), {
      openChannelId: OPEN,
      occasion: 'stopped',
    });
  const offerOnly = (kinds: string) =>
    world.test.database.query((sql) => sql`update channels set post_kinds = ${sql.unsafe(kinds)}`);
  await offerOnly(`'{offer}'`);
  expect(await trigger()).toEqual({ type: 'not_on_sale' });
  await offerOnly(`'{}'`);
  expect(await trigger()).toEqual({ type: 'nothing_to_post' });
  await offerOnly(`'{offer,donate}'`);
});

it('pauses the whole lane when Telegram limits one entry', async () => {
  world.telegram.fault({ method: 'sendMessage', kind: 'error', retryAfter: 50 });
  const [first, second] = [publishing('offer'), publishing('donate')];
  await promiseNow(world, first, first.occasion);
  await drainOutbox(world.deps, { budgetMs: 50 });
  await promiseNow(world, second, second.occasion);
  await drainOutbox(world.deps, { budgetMs: 300 });
  expect(inChannel()).toEqual([]);
  await world.advance(51_000);
  await world.drain();
  expect(texts().sort()).toEqual(['💎 Alpha', '💝 Support Alpha']);
  expect(await world.test.database.query((sql) => sql`select from outbox where kind = 'sweep_twin'`)).toEqual(
    [],
  );
});

it('sends no offer while the channel is paused or has no tier', async () => {
  await world.test.database.query((sql) => sql`update channels set paused_at = app_now()`);
  await publish();
  await world.test.database.query((sql) => sql`update channels set paused_at = null`);
  await world.test.database.query((sql) => sql`delete from tiers`);
  await publish();
  expect(inChannel()).toEqual([]);
});

it('edits in place only the posts whose text has changed', async () => {
  await publish('offer');
  await publish('donate');
  const ids = inChannel().map(({ message_id }) => message_id);
  await world.test.database.query((sql) => sql`update tiers set price_cents = 3100 where position = 1`);
  const before = world.telegram.calls.length;
  const { effect, key } = postsRefreshed(OPEN, 'test');
  await promiseNow(world, effect, key);
  await world.drain();
  expect(inChannel().map(({ message_id }) => message_id)).toEqual(ids);
  expect(JSON.stringify(inChannel()[0]?.reply_markup)).toContain('$31.00');
  const edits = world.telegram.calls.slice(before).filter(({ method }) => method === 'editMessageText');
  expect(edits).toHaveLength(1);
});

it('edits the posts when their language changes', async () => {
  await publish('offer');
  await publish('donate');
  await world.test.database.query((sql) => sql`update channels set language = 'de'`);
  const before = world.telegram.calls.length;
  await refreshPosts(world.deps, OPEN);
  expect(texts()).toEqual(['💎 Alpha', '💝 Unterstütze Alpha']);
  expect(JSON.stringify(inChannel()[0]?.reply_markup)).toContain('3 Monate');
  const edits = world.telegram.calls.slice(before).filter(({ method }) => method === 'editMessageText');
  expect(edits).toHaveLength(2);
  await world.test.database.query((sql) => sql`update channels set language = null`);
});

it('updates the post of a new public channel even if the old post remains', async () => {
  await publish();
  const [post] = inChannel();
  await world.test.database.query(
    (sql) => sql`
      insert into posts (open_channel_id, post, occasion, chat_id, message_id, fingerprint, posted_at)
      values (${OPEN}, 'offer', 'before', ${OPEN - 1}, 1000000, 'old', app_now())`,
  );
  await world.test.database.query((sql) => sql`update channels set title = 'Renamed'`);
  await refreshPosts(world.deps, OPEN);
  expect(inChannel()).toHaveLength(1);
  expect(inChannel()[0]?.message_id).toBe(post?.message_id);
  expect(texts()).toEqual(['💎 Renamed']);
});

it('shows a change made while the post was being sent', async () => {
  const deps = sendingBy(async (send) => {
    await world.test.database.query((sql) => sql`update channels set title = 'Renamed'`);
    return send();
  });
  await performEffect(deps, publishing(), attemptOf('slow'));
  expect(texts()).toEqual(['💎 Renamed']);
});
