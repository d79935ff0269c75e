import { setImmediate as nextTurn } from 'node:timers/promises';
import postgres from 'postgres';
import { deliveryOf } from '../common/delivery-of';
import { answerJoinRequest, noteMember } from './answer-join-request';
import type { ClosedChannelId } from '../../domain/common/ids';
import {
  CLOSED,
  dies,
  dying,
  forgetPromises,
  grantOf,
  OPEN,
  OWNER,
  removalOf,
  useAccessWorld,
  type Buyer,
} from '../../../tests/worlds/access';
import { HOUR_MS } from '../../domain/common/time';
import { attemptOf } from '../../../tests/support/attempt';

const world = useAccessWorld();
beforeEach(() => forgetPromises(world));

let updateId = 1;
const delivery = () => deliveryOf('telegram', String(updateId++));

const ask = (
  userId: number,
  how: boolean | { readonly userChatId: number } = true,
  closedChannelId = CLOSED,
  by = delivery(),
) =>
  answerJoinRequest(world.test.database, by, {
    closedChannelId,
    userId,
    person: { userId, username: `buyer_${userId}`, firstName: null },
    isOurLink: how !== false,
    ...(typeof how === 'object' && how),
  });
const note = (userId: number, status: string, { oldStatus = 'left', isOurs = false } = {}) =>
  noteMember(world.test.database, delivery(), { closedChannelId: CLOSED, userId, status, oldStatus, isOurs });

/** A buyer with a link. */
async function invited(paidFor = '30 days'): Promise<{ buyer: Buyer; link: string }> {
  const buyer = await world.newBuyer('30 days');
  await world.perform(grantOf(buyer), `grant:${buyer.userId}`);
  const [link = ''] = await world.liveLinks(buyer.userId);
  if (paidFor !== '30 days') await setPaid(buyer, paidFor);
  return { buyer, link };
}
const setPaid = ({ userId }: Buyer, paidFor: string | null) =>
  world.test.database.query(
    (sql) => sql`
      update subscriptions set version = version + 1, paid_until = app_now() + ${paidFor}::interval
      where user_id = ${userId}`,
  );
const acts = async (userId: number) =>
  (
    await world.test.database.query(
      (sql) => sql<{ act: string; reference: string | null }[]>`
        select act, order_reference as reference from audit_log where user_id = ${userId} order by audit_id`,
    )
  ).map((row) => ({ ...row }));
const memberRow = async (userId: number) => {
  const [row] = await world.test.database.query(
    (sql) => sql`select origin, status, is_protected from members where user_id = ${userId}`,
  );
  return row && { ...row };
};
const lastMessage = (userId: number) => world.telegram.messages(userId).at(-1);

it('lets the buyer in', async () => {
  const { buyer, link } = await invited();
  const { userId, reference } = buyer;
  world.telegram.as(userId).join(link);
  expect(await ask(userId)).toBe(true);
  await world.drain();
  expect(await world.isIn(userId)).toBe(true);
  expect(await acts(userId)).toEqual([{ act: 'join_approved', reference }]);
  expect(await memberRow(userId)).toEqual({ origin: 'admitted', status: 'member', is_protected: false });
  expect(await world.liveLinks(userId)).toEqual([]);
  const stranger = await world.newBuyer(null);
  expect(() => world.telegram.as(stranger.userId).join(link)).toThrow('INVITE_HASH_EXPIRED');
});

it('tells a stranger with the same link why they are kept out', async () => {
  const { buyer, link } = await invited();
  const stranger = await world.newBuyer(null);
  world.telegram.as(stranger.userId).join(link);
  expect(await ask(stranger.userId)).toBe(true);
  await world.drain();
  expect(await world.isIn(stranger.userId)).toBe(false);
  expect(await acts(stranger.userId)).toEqual([{ act: 'join_declined', reference: null }]);
  expect(lastMessage(stranger.userId)?.from?.is_bot).toBe(true);
  // The buyer's link is as good as before.
  expect(await world.liveLinks(buyer.userId)).toEqual([link]);
  world.telegram.as(buyer.userId).join(link);
  await ask(buyer.userId);
  await world.drain();
  expect(await world.isIn(buyer.userId)).toBe(true);
});

it('tells a stranger who never started the bot, before declining', async () => {
  const { link } = await invited();
  const userId = 90_001;
  world.telegram.addUser({ id: userId, first_name: 'Sam' });
  world.telegram.as(userId).join(link);
  await ask(userId);
  await world.drain();
  expect(lastMessage(userId)?.from?.is_bot).toBe(true);
  expect(await acts(userId)).toEqual([{ act: 'join_declined', reference: null }]);
});

it('writes to the chat that the request names', async () => {
  const { link } = await invited();
  const [requester, chat] = [await world.newBuyer(null), await world.newBuyer(null)];
  world.telegram.as(requester.userId).join(link);
  const before = lastMessage(requester.userId);
  await ask(requester.userId, { userChatId: chat.userId });
  await world.drain();
  expect(lastMessage(chat.userId)?.from?.is_bot).toBe(true);
  expect(lastMessage(requester.userId)).toEqual(before);
  expect(await acts(requester.userId)).toEqual([{ act: 'join_declined', reference: null }]);
});

it('leaves requests by the owner’s link, or in unknown channels, to the owner', async () => {
  const stranger = await world.newBuyer(null);
  expect(await ask(stranger.userId, false)).toBe(false);
  expect(await ask(stranger.userId, true, -1005550001112 as ClosedChannelId)).toBe(false);
  const buyer = await world.newBuyer('30 days');
  expect(await ask(buyer.userId, false)).toBe(true); // a buyer who paid is let in by any link
});

it('answers one delivery once', async () => {
  const { buyer } = await invited();
  const by = delivery();
  await ask(buyer.userId, true, CLOSED, by);
  await ask(buyer.userId, true, CLOSED, by);
  const [row] = await world.test.database.query(
    (sql) => sql`select count(*)::int as promises from outbox where kind = 'approve_join_request'`,
  );
  expect(row).toEqual({ promises: 1 });
});

it('records one admission for two requests', async () => {
  const { buyer, link } = await invited();
  world.telegram.as(buyer.userId).join(link);
  await ask(buyer.userId);
  await ask(buyer.userId);
  await world.drain();
  expect(await acts(buyer.userId)).toHaveLength(1);
});

/** Locks a subscription until `count` statements wait for it, so that none of them reads what another writes. */
async function whileLocked<Result>(
  userId: number,
  count: number,
  run: () => Promise<Result>,
): Promise<Result> {
  const holder = postgres(world.test.url, { max: 1 });
  const waiting = () =>
    world.test.database.query(
      (sql) => sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
  try {
    const running = await holder.begin(async (tx) => {
      await tx`select from subscriptions where user_id = ${userId} for no key update`;
      const started = run();
      while ((await waiting()).length < count) await nextTurn();
      return { started };
    });
    return await running.started;
  } finally {
    await holder.end();
  }
}

it('records one admission for two requests at the same moment', async () => {
  const { buyer, link } = await invited();
  const { userId, reference } = buyer;
  world.telegram.as(userId).join(link);
  const effect = { kind: 'approve_join_request', openChannelId: OPEN, userId } as const;
  const outcomes = await whileLocked(userId, 2, () =>
    Promise.all(['first', 'second'].map((key) => world.perform(effect, `join:${userId}:${key}`))),
  );
  expect(outcomes).toEqual([{ type: 'done' }, { type: 'done' }]);
  expect(await acts(userId)).toEqual([{ act: 'join_approved', reference }]);
  expect(await memberRow(userId)).toEqual({ origin: 'admitted', status: 'member', is_protected: false });
  expect(await world.liveLinks(userId)).toEqual([]);
});

it('decides by the access as it is now, not as it was when the user asked', async () => {
  const late = await invited();
  world.telegram.as(late.buyer.userId).join(late.link);
  await ask(late.buyer.userId);
  await setPaid(late.buyer, '-1 minute');
  const early = await invited();
  await setPaid(early.buyer, null);
  world.telegram.as(early.buyer.userId).join(early.link);
  await ask(early.buyer.userId);
  await setPaid(early.buyer, '30 days');
  await world.drain();
  expect([await world.isIn(late.buyer.userId), await world.isIn(early.buyer.userId)]).toEqual([false, true]);
});

it('tells a stranger once even if declining fails', async () => {
  const { userId } = await world.newBuyer(null);
  const { invite_link } = await world.deps.api.createChatInviteLink(CLOSED, { creates_join_request: true });
  world.telegram.as(userId).join(invite_link);
  const effect = {
    kind: 'decline_join_request',
    openChannelId: OPEN,
    closedChannelId: CLOSED,
    userId,
    title: 'Signals',
  } as const;
  const words = () => world.telegram.messages(userId).filter(({ from }) => from?.is_bot).length;
  const before = words();
  world.telegram.fault({ method: 'declineChatJoinRequest', kind: 'error', status: 500 });
  expect(await world.perform(effect, 'decline', 1)).toMatchObject({ type: 'later' });
  expect(await world.perform(effect, 'decline', 2)).toEqual({ type: 'done' });
  expect(words() - before).toBe(1);
});

it('does not announce access to a refunded buyer', async () => {
  const { userId } = await world.newBuyer(null);
  const description = 'Bad Request: CHAT_ADMIN_REQUIRED';
  world.telegram.fault({ method: 'getChatMember', kind: 'error', status: 400, description });
  const effect = { kind: 'approve_join_request', openChannelId: OPEN, userId } as const;
  expect(await world.perform(effect)).toMatchObject({ type: 'later', reason: description });
  expect([await world.said(userId), await world.said(OWNER)]).toEqual([[], []]);
});

it('removes a buyer who was let in at the moment of their refund', async () => {
  const { buyer, link } = await invited();
  const { userId } = buyer;
  world.telegram.as(userId).join(link);
  const api = Object.create(world.deps.api) as typeof world.deps.api;
  api.approveChatJoinRequest = async (...args) => {
    const done = await world.deps.api.approveChatJoinRequest(...args);
    await setPaid(buyer, null);
    return done;
  };
  const { performEffect } = await import('../perform-effect');
  const effect = { kind: 'approve_join_request', openChannelId: OPEN, userId } as const;
  await performEffect({ ...world.deps, api }, effect, attemptOf(`join:${userId}`));
  expect(await world.isIn(userId)).toBe(true);
  await world.drain();
  expect(await world.isIn(userId)).toBe(false);
});

it.each([false, true])('lets the buyer in, recorded once, wherever it dies (after: %s)', async (isAfter) => {
  for (let step = 1, hasDied = true; hasDied; step += 1) {
    const { buyer, link } = await invited();
    const { userId, reference } = buyer;
    world.telegram.as(userId).join(link);
    const effect = { kind: 'approve_join_request', openChannelId: OPEN, userId } as const;
    hasDied = await dies(dying(world.deps, step, isAfter), effect, `join:${userId}`);
    expect(await world.perform(effect, `join:${userId}`, 2)).toEqual({ type: 'done' });
    expect(await world.isIn(userId)).toBe(true);
    expect(await acts(userId)).toEqual([{ act: 'join_approved', reference }]);
    expect(await world.liveLinks(userId)).toEqual([]);
  }
});

it.each<[string, string | null, string[], object | undefined]>([
  ['a stranger who joins', null, ['member'], { origin: 'unknown', status: 'member', is_protected: false }],
  [
    'a subscriber who joins',
    '30 days',
    ['member'],
    { origin: 'admitted', status: 'member', is_protected: false },
  ],
  [
    'a member who leaves',
    null,
    ['member', 'left'],
    { origin: 'unknown', status: 'left', is_protected: false },
  ],
  ['a member never seen before who leaves', null, ['left'], undefined],
])('records %s without acting', async (_change, paidFor, statuses, row) => {
  const { userId } = await world.newBuyer(paidFor);
  let oldStatus = 'left';
  for (const status of statuses) {
    await note(userId, status, { oldStatus });
    oldStatus = status;
  }
  expect(await memberRow(userId)).toEqual(row);
  const promised = await world.test.database.query((sql) => sql`select from outbox`);
  expect(promised).toHaveLength(0);
});

const promises = () =>
  world.test.database.query((sql) => sql`select from outbox where kind = 'remove_member'`);

describe('origin of a member', () => {
  it('treats a member promoted before their grant as one from before', async () => {
    const buyer = await world.newBuyer('1 hour');
    const { userId } = buyer;
    world.telegram.setMember(CLOSED, userId, 'member');
    await note(userId, 'member', { oldStatus: 'administrator' });
    await world.perform(grantOf(buyer));
    expect(await memberRow(userId)).toMatchObject({ is_protected: true });
    await world.advance(26 * HOUR_MS);
    await world.perform(removalOf(buyer));
    expect(await world.isIn(userId)).toBe(true);
  });

  it('treats a buyer that the owner added during trouble as admitted', async () => {
    const buyer = await world.newBuyer('1 hour');
    const { userId } = buyer;
    const description = 'Bad Request: not enough rights to manage chat invite link';
    world.telegram.fault({ method: 'createChatInviteLink', kind: 'error', status: 400, description });
    await world.perform(grantOf(buyer));
    world.telegram.setMember(CLOSED, userId, 'member');
    await world.perform(grantOf(buyer), 'test', 2);
    expect(await memberRow(userId)).toMatchObject({ origin: 'admitted', is_protected: false });
    await world.advance(26 * HOUR_MS);
    await world.perform(removalOf(buyer));
    expect(await world.isIn(userId)).toBe(false);
  });

  it('keeps a member that the owner added again, even if an old order is refunded', async () => {
    const { buyer, link } = await invited();
    const { userId } = buyer;
    world.telegram.as(userId).join(link);
    await ask(userId);
    await world.drain();
    await setPaid(buyer, '-2 days');
    await note(userId, 'left', { oldStatus: 'member', isOurs: true });
    await note(userId, 'member');
    expect(await memberRow(userId)).toMatchObject({ origin: 'unknown' });
    await setPaid(buyer, null);
    await world.perform(removalOf({ ...buyer, paidUntil: null }));
    expect(await world.isIn(userId)).toBe(true);
    expect(await world.said(OWNER)).toEqual(['member_kept']);
  });

  it('treats a member it approved itself as admitted, even after access ended', async () => {
    const { userId } = await world.newBuyer(null);
    await note(userId, 'member', { isOurs: true });
    expect(await memberRow(userId)).toMatchObject({ origin: 'admitted' });
  });

  it.each([
    ['-2 days', 1],
    ['1 hour', 0],
    [null, 0],
  ])('promises removals for a demoted administrator paid for %s: %d', async (paidFor, count) => {
    const { userId } = await world.newBuyer(paidFor);
    await note(userId, 'administrator', { oldStatus: 'member' });
    expect(await promises()).toHaveLength(0);
    await note(userId, 'member', { oldStatus: 'administrator' });
    expect(await promises()).toHaveLength(count);
  });
});
