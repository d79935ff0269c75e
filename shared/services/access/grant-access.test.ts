import { performEffect } from '../perform-effect';
import {
  CLOSED,
  dies,
  dying,
  forgetPromises,
  grantOf,
  OWNER,
  renew,
  useAccessWorld,
  type Buyer,
} from '../../../tests/worlds/access';
import { attemptOf } from '../../../tests/support/attempt';

const world = useAccessWorld();
beforeEach(() => forgetPromises(world));

interface AccessMessage {
  readonly type: string;
  readonly inviteLink: string | null;
  readonly paidUntil: number;
}

/** The messages promised to a buyer, oldest first. */
async function messagesTo({ userId }: Buyer): Promise<AccessMessage[]> {
  const rows = await world.test.database.query(
    (sql) => sql<{ message: AccessMessage }[]>`
      select payload -> 'message' as message from outbox
      where kind = 'send_message' and (payload ->> 'chatId')::bigint = ${userId} order by outbox_id`,
  );
  return rows.map(({ message }) => message);
}
const memberOf = async ({ userId }: Buyer) => {
  const [row] = await world.test.database.query(
    (sql) => sql`select origin, is_protected from members where user_id = ${userId}`,
  );
  return row && { ...row };
};
const YEAR_MS = 365 * 86_400_000;
const linkCalls = () => world.telegram.calls.filter(({ method }) => method === 'createChatInviteLink');

/** Returns whether a link still works for its buyer. */
function isOpen({ userId }: Buyer, link: string): boolean {
  try {
    world.telegram.as(userId).preview(link);
    return true;
  } catch {
    return false;
  }
}

it('makes a join-request link that expires with the access', async () => {
  const buyer = await world.newBuyer('30 days');
  await world.perform(grantOf(buyer));
  expect(linkCalls().at(-1)!.payload).toMatchObject({
    creates_join_request: true,
    name: buyer.reference,
    expire_date: buyer.paidUntil! / 1000,
  });
  const [link] = await world.liveLinks(buyer.userId);
  expect(await messagesTo(buyer)).toEqual([
    expect.objectContaining({ type: 'access', inviteLink: link, paidUntil: buyer.paidUntil }),
  ]);
});

it('gives links of at most a year for twenty years of access', async () => {
  const buyer = await world.newBuyer('7300 days');
  await world.perform(grantOf(buyer), 'first');
  const [first = ''] = await world.liveLinks(buyer.userId);
  await world.perform(grantOf(buyer), 'second');
  expect(await world.liveLinks(buyer.userId)).toEqual([first]);
  await world.advance(YEAR_MS);
  expect(isOpen(buyer, first)).toBe(false);
  await world.perform(grantOf(buyer, 'asked'), 'third');
  const [second = ''] = await world.liveLinks(buyer.userId);
  expect([second === first, isOpen(buyer, second)]).toEqual([false, true]);
  const ends = linkCalls()
    .slice(-2)
    .map(({ payload }) => payload['expire_date'] as number);
  expect(ends[1]! - ends[0]!).toBeGreaterThanOrEqual(YEAR_MS / 1000 - 1);
  expect((await messagesTo(buyer)).map(({ paidUntil }) => paidUntil)).toEqual([
    buyer.paidUntil,
    buyer.paidUntil,
    buyer.paidUntil,
  ]);
  await world.advance(-YEAR_MS);
});

it('sends the same link for another grant with the same end', async () => {
  const buyer = await world.newBuyer('30 days');
  await world.perform(grantOf(buyer), 'first');
  await world.perform(grantOf(buyer, 'asked'), 'second');
  const [link] = await world.liveLinks(buyer.userId);
  expect((await messagesTo(buyer)).map(({ inviteLink }) => inviteLink)).toEqual([link, link]);
});

it('replaces the old link when a buyer asks again later', async () => {
  const buyer = await world.newBuyer('30 days');
  await world.perform(grantOf(buyer), 'first');
  const [old = ''] = await world.liveLinks(buyer.userId);
  await world.advance(10 * 60_000);
  await world.perform(grantOf(buyer, 'asked'), 'second');
  const links = await world.liveLinks(buyer.userId);
  expect(links).toHaveLength(1);
  expect(links).not.toContain(old);
  await world.drain();
  expect(isOpen(buyer, old)).toBe(false);
  expect(isOpen(buyer, links[0]!)).toBe(true);
});

it('replaces the link when access ends later', async () => {
  const buyer = await world.newBuyer('30 days');
  await world.perform(grantOf(buyer), 'first');
  const [old] = await world.liveLinks(buyer.userId);
  const paidUntil = await renew(world, buyer);
  await world.perform(grantOf(buyer), 'second');
  const [link] = await world.liveLinks(buyer.userId);
  expect(link).not.toBe(old);
  expect((await messagesTo(buyer)).at(-1)).toMatchObject({ inviteLink: link, paidUntil });
});

it('protects a member from before', async () => {
  const buyer = await world.newBuyer('30 days');
  world.telegram.setMember(CLOSED, buyer.userId, 'member');
  await world.perform(grantOf(buyer));
  expect(await messagesTo(buyer)).toEqual([
    expect.objectContaining({ type: 'access', inviteLink: null, paidUntil: buyer.paidUntil }),
  ]);
  expect(await memberOf(buyer)).toEqual({ origin: 'before', is_protected: true });
});

it('treats a subscriber whose admission was not recorded as admitted', async () => {
  const buyer = await world.newBuyer('30 days');
  await world.perform(grantOf(buyer), 'first');
  world.telegram.setMember(CLOSED, buyer.userId, 'member');
  await renew(world, buyer);
  await world.perform(grantOf(buyer), 'second');
  expect(await memberOf(buyer)).toEqual({ origin: 'admitted', is_protected: false });
  expect(await world.liveLinks(buyer.userId)).toEqual([]);
});

describe('a buyer with an open join request', () => {
  const requestBy = async ({ userId }: Buyer) => {
    const { invite_link } = await world.deps.api.createChatInviteLink(CLOSED, { creates_join_request: true });
    world.telegram.as(userId).join(invite_link);
  };

  it.each(['before they paid', 'with a link that was sent'])(
    'is let in at once if they asked %s',
    async (when) => {
      const buyer = await world.newBuyer('30 days');
      if (when !== 'before they paid') await world.perform(grantOf(buyer), 'first');
      await requestBy(buyer);
      expect(await world.perform(grantOf(buyer), 'second')).toEqual({ type: 'done' });
      expect(await world.isIn(buyer.userId)).toBe(true);
      expect((await messagesTo(buyer)).at(-1)).toMatchObject({ type: 'access', inviteLink: null });
      expect(await world.liveLinks(buyer.userId)).toEqual([]);
      expect(await memberOf(buyer)).toEqual({ origin: 'admitted', is_protected: false });
    },
  );

  it('counts as admitted when the answer was lost', async () => {
    const buyer = await world.newBuyer('30 days');
    await requestBy(buyer);
    world.telegram.fault({ method: 'approveChatJoinRequest', kind: 'drop', afterPerforming: true });
    expect(await world.perform(grantOf(buyer))).toMatchObject({ type: 'later' });
    expect(await world.perform(grantOf(buyer), 'test', 2)).toEqual({ type: 'done' });
    expect((await messagesTo(buyer)).at(-1)).toMatchObject({ type: 'access', inviteLink: null });
    expect(await memberOf(buyer)).toEqual({ origin: 'admitted', is_protected: false });
  });

  it('is removed again if they were refunded in the meantime', async () => {
    const buyer = await world.newBuyer('30 days');
    await requestBy(buyer);
    const api = Object.create(world.deps.api) as typeof world.deps.api;
    api.approveChatJoinRequest = async (...args) => {
      const done = await world.deps.api.approveChatJoinRequest(...args);
      await world.test.database.query(
        (sql) => sql`update subscriptions set paid_until = null where user_id = ${buyer.userId}`,
      );
      return done;
    };
    await performEffect({ ...world.deps, api }, grantOf(buyer), attemptOf('test'));
    expect(await world.isIn(buyer.userId)).toBe(true);
    await world.drain();
    expect(await world.isIn(buyer.userId)).toBe(false);
  });
});

it('does nothing for a buyer whose access has ended', async () => {
  for (const paidFor of ['-1 minute', null]) {
    const buyer = await world.newBuyer(paidFor);
    expect(await world.perform(grantOf(buyer))).toEqual({ type: 'done' });
    expect(await messagesTo(buyer)).toEqual([]);
  }
});

it('tells the owner once a day about a banned subscriber', async () => {
  const buyer = await world.newBuyer('30 days');
  world.telegram.setMember(CLOSED, buyer.userId, 'kicked');
  for (let attempts = 1; attempts < 4; attempts += 1)
    expect(await world.perform(grantOf(buyer), 'test', attempts)).toMatchObject({ type: 'later' });
  expect(await world.said(buyer.userId)).toEqual(['access_delayed']);
  expect(await world.said(OWNER)).toEqual(['access_trouble']);
  await world.advance(24 * 3_600_000);
  await world.perform(grantOf(buyer), 'test', 4);
  expect(await world.said(buyer.userId)).toEqual(['access_delayed']);
  expect(await world.said(OWNER)).toEqual(['access_trouble', 'access_trouble']);
});

it('tells the waiting buyer once when Telegram stays down', async () => {
  const buyer = await world.newBuyer('30 days');
  world.telegram.fault({ method: 'getChatMember', kind: 'error', status: 502, times: 4 });
  const said: number[] = [];
  for (let attempts = 1; attempts < 5; attempts += 1) {
    await world.perform(grantOf(buyer), 'test', attempts);
    said.push((await world.said(buyer.userId)).length);
  }
  expect(said).toEqual([0, 0, 1, 1]);
  expect(await messagesTo(buyer)).toEqual([expect.objectContaining({ isOwnerTold: false })]);
});

it.each([false, true])('sends the one live link, wherever it dies (after: %s)', async (isAfter) => {
  for (const isRenewed of [false, true])
    for (let step = 1, hasDied = true; hasDied; step += 1) {
      const buyer = await world.newBuyer('30 days');
      const key = `grant:${buyer.userId}`;
      if (isRenewed) {
        await world.perform(grantOf(buyer), `${key}:first`);
        await renew(world, buyer);
      }
      hasDied = await dies(dying(world.deps, step, isAfter), grantOf(buyer), key);
      expect(await world.perform(grantOf(buyer), key, 2)).toEqual({ type: 'done' });
      await world.drain();
      const links = await world.liveLinks(buyer.userId);
      expect(links).toHaveLength(1);
      expect((await messagesTo(buyer)).map(({ inviteLink }) => inviteLink).slice(isRenewed ? 1 : 0)).toEqual(
        links,
      );
      world.telegram.as(buyer.userId).join(links[0]!);
    }
});

it('sends one live link for all concurrent grants', async () => {
  const before = linkCalls().length;
  for (let round = 0; round < 10; round += 1) {
    const buyer = await world.newBuyer('30 days');
    const keys = Array.from({ length: 6 }, (_, index) => `grant:${buyer.userId}:${index}`);
    const outcomes = await Promise.all(keys.map((key) => world.perform(grantOf(buyer), key)));
    expect(new Set(outcomes.map(({ type }) => type))).toEqual(new Set(['done']));
    const links = await world.liveLinks(buyer.userId);
    expect(links).toHaveLength(1);
    expect((await messagesTo(buyer)).map(({ inviteLink }) => inviteLink)).toEqual(keys.map(() => links[0]));
  }
  const made = linkCalls()
    .slice(before)
    .map(({ result }) => (result as { invite_link: string }).invite_link);
  await world.drain();
  const stored = await world.test.database.query(
    (sql) => sql<{ link: string }[]>`select invite_link as link from invite_links where revoked_at is null`,
  );
  // A link that lost the race is revoked. An earlier crash may have left one that nobody has seen.
  const revoked = world.telegram.calls
    .filter(({ method, ok }) => method === 'revokeChatInviteLink' && ok)
    .map(({ payload }) => payload['invite_link']);
  const known = new Set([...stored.map(({ link }) => link), ...revoked]);
  expect(made.slice(-20).filter((link) => !known.has(link))).toEqual([]);
});

it('tells owner and buyer when a buyer never got in', async () => {
  const buyer = await world.newBuyer('1 hour');
  const description = 'Bad Request: not enough rights to manage chat invite link';
  world.telegram.fault({ method: 'createChatInviteLink', kind: 'error', status: 400, description });
  await world.perform(grantOf(buyer));
  expect(await messagesTo(buyer)).toEqual([
    expect.objectContaining({ type: 'access_delayed', isOwnerTold: true }),
  ]);
  await world.advance(26 * 3_600_000);
  expect(await world.perform(grantOf(buyer), 'test', 2)).toEqual({ type: 'done' });
  await world.drain();
  expect((await messagesTo(buyer)).at(-1)).toMatchObject({ type: 'access_ended', isOwed: true });
  const rows = await world.test.database.query(
    (sql) => sql`
      select payload #>> '{message,trouble}' as trouble from outbox
      where (payload ->> 'chatId')::bigint = ${OWNER} order by outbox_id`,
  );
  expect(rows.map(({ trouble }) => trouble as string)).toEqual(['refused', 'too_late']);
});
