import { listRemoved } from '../../database/access/removed-members';
import { switchAllRemovals } from '../../database/access/removals-switch';
import { fateOf, type RemovedMember } from '../../domain/access/undo-removal';
import { DAY_MS } from '../../domain/common/time';
import {
  CLOSED,
  forgetPromises,
  OPEN,
  promiseNow,
  removalOf,
  useAccessWorld,
  type Buyer,
} from '../../../tests/worlds/access';
import { undoRemovals } from './undo-removals';

const world = useAccessWorld();
const LONG_AGO = new Date(0);

beforeEach(() => forgetPromises(world));

/** A member that the bot has removed, with access until `end` from now. */
async function removed(end: string | null): Promise<Buyer> {
  const buyer = await world.newBuyer('-2 days');
  world.telegram.setMember(CLOSED, buyer.userId, 'member');
  await world.test.database.query(
    (sql) => sql`
      insert into members (open_channel_id, user_id, status, origin) values (${OPEN}, ${buyer.userId}, 'member', 'admitted')`,
  );
  await world.perform(removalOf(buyer), `remove:${buyer.userId}`);
  expect(await world.isIn(buyer.userId)).toBe(false);
  const [row] = await world.test.database.query(
    (sql) => sql<{ paidUntil: number | null }[]>`
      update subscriptions set paid_until = date_trunc('second', app_now() + ${end}::interval)
      where user_id = ${buyer.userId} returning (extract(epoch from paid_until) * 1000)::bigint as "paidUntil"`,
  );
  return { ...buyer, paidUntil: row?.paidUntil ?? null };
}

const found = async () => {
  const all = await listRemoved(world.test.database, LONG_AGO);
  const of = (fate: string) => all.filter((each) => fateOf(each) === fate).map(({ userId }) => userId);
  return { all, owed: all.filter((each) => fateOf(each) === 'owed'), of };
};
const undo = async (options?: Parameters<typeof undoRemovals>[2]) =>
  undoRemovals(world.test.database, (await found()).owed, options);
/** The links that a buyer was sent, if their promises are kept. */
async function linksSent({ userId }: Buyer): Promise<number> {
  await world.test.database.query(
    (sql) => sql`update outbox set due_at = app_now() where kind = 'grant_access'`,
  );
  await world.drain();
  const [row] = await world.test.database.query(
    (sql) => sql<{ sent: number }[]>`
      select count(*)::int as sent from outbox where kind = 'send_message'
        and payload #>> '{message,type}' = 'access' and (payload ->> 'chatId')::bigint = ${userId}`,
  );
  return row?.sent ?? 0;
}

it('tells who is owed access, who had paid and who was removed rightly', async () => {
  const owed = await removed('20 days');
  const rightly = await removed('-2 days');
  const refunded = await removed(null);
  const banned = await removed('20 days');
  await world.test.database.query(
    (sql) => sql`
      insert into bans (open_channel_id, user_id, banned_by, reason) values (${OPEN}, ${banned.userId}, 7001, 'spam')`,
  );
  const { of, all } = await found();
  expect({ owed: of('owed'), ended: of('ended'), banned: of('banned') }).toEqual({
    owed: [owed.userId],
    ended: [rightly.userId, refunded.userId],
    banned: [banned.userId],
  });
  expect(all[0]).toMatchObject({ cause: 'expired', reference: owed.reference, title: 'Signals' });
});

it.each([
  [{ paidUntil: 200 }, 'owed'],
  [{ paidUntil: 100 }, 'missed'],
  [{ paidUntil: 50 }, 'ended'],
  [{ paidUntil: null }, 'ended'],
  [{ paidUntil: 200, isInside: true }, 'inside'],
  [{ paidUntil: 200, isInvited: true }, 'invited'],
  [{ paidUntil: 200, isBanned: true, isInside: true }, 'banned'],
  // The clock was wrong at the removal, which is why it seems to be in the future.
  [{ paidUntil: 200, removedAt: 900 }, 'owed'],
])('judges %j as %s', (change, fate) => {
  const member = { removedAt: 60, now: 150, isBanned: false, isInside: false, isInvited: false };
  expect(fateOf({ ...member, ...change } as RemovedMember)).toBe(fate);
});

it('sends those who are owed access one link each, however often it runs', async () => {
  const [owed, rightly] = [await removed('20 days'), await removed('-2 days')];
  expect(await undo()).toBe(1);
  expect(await undo()).toBe(0);
  expect([await linksSent(owed), await linksSent(rightly)]).toEqual([1, 0]);
  expect(await undo()).toBe(0);
  // Also once the promises are purged and the link is used.
  await world.test.database.query((sql) => sql`delete from outbox`);
  await world.test.database.query(
    (sql) => sql`update invite_links set revoked_at = app_now(), revoked_because = 'used'`,
  );
  expect(await undo()).toBe(0);
});

it('leaves alone a member who paid again and waits for the link', async () => {
  const owed = await removed('20 days');
  await promiseNow(
    world,
    {
      kind: 'grant_access',
      openChannelId: OPEN,
      userId: owed.userId,
      reference: null,
      news: { type: 'asked' },
    },
    'other',
  );
  expect((await found()).of('invited')).toEqual([owed.userId]);
  expect(await undo()).toBe(0);
});

it('removes the member again when the access really ends, and says so', async () => {
  const owed = await removed('20 days');
  await undo();
  await linksSent(owed);
  const [link = ''] = await world.liveLinks(owed.userId);
  world.telegram.as(owed.userId).join(link);
  world.telegram.setMember(CLOSED, owed.userId, 'member');
  await world.test.database.query(
    (sql) => sql`update members set status = 'member' where user_id = ${owed.userId}`,
  );
  await world.advance(22 * DAY_MS);
  await world.drain();
  expect(await world.isIn(owed.userId)).toBe(false);
  expect((await world.said(owed.userId)).filter((type) => type === 'access_ended')).toHaveLength(2);
});

it('does the rest after it was killed', async () => {
  const all: Buyer[] = [];
  for (let each = 0; each < 3; each += 1) all.push(await removed('20 days'));
  const killed = undo({
    atOnce: 2,
    onBatch: () => {
      throw new Error('killed');
    },
  });
  await expect(killed).rejects.toThrow('killed');
  expect(await undo({ atOnce: 2 })).toBe(1);
  for (const each of all) expect(await linksSent(each)).toBe(1);
});

it('sends one link each if it runs twice at once', async () => {
  const all = [await removed('20 days'), await removed('20 days')];
  const { owed } = await found();
  const runs = await Promise.all([1, 2].map(() => undoRemovals(world.test.database, owed)));
  expect(runs[0]! + runs[1]!).toBe(2);
  for (const each of all) expect(await linksSent(each)).toBe(1);
});

it('lets in five members a second', async () => {
  await removed('20 days');
  const [one] = (await found()).owed;
  const many = Array.from({ length: 50 }, (_, index) => ({ ...one!, auditId: 1_000_000 + index }));
  await undoRemovals(world.test.database, many, { atOnce: 7 });
  const rows = await world.test.database.query(
    (sql) => sql<{ second: number; many: number }[]>`
      select round(extract(epoch from due_at - app_now()))::int as second, count(*)::int as many
      from outbox where kind = 'grant_access' group by 1 order by 1`,
  );
  expect(rows.map(({ many: count }) => count)).toEqual(Array(10).fill(5));
});

describe('the operator’s switch for all channels', () => {
  afterEach(() => switchAllRemovals(world.test.database, 'on'));
  afterEach(() => world.test.database.query((sql) => sql`update channels set removals = 'on'`));
  const dueNow = async (buyer: Buyer) => {
    await promiseNow(world, removalOf(buyer), `remove:${buyer.userId}`);
    await world.drain();
    return world.isIn(buyer.userId);
  };
  const expired = async () => {
    const buyer = await world.newBuyer('-2 days');
    world.telegram.setMember(CLOSED, buyer.userId, 'member');
    await world.test.database.query(
      (sql) => sql`
        insert into members (open_channel_id, user_id, status, origin) values (${OPEN}, ${buyer.userId}, 'member', 'admitted')`,
    );
    return buyer;
  };

  it.each(['off', 'dry_run'] as const)('removes nobody while it is %s', async (removals) => {
    expect(await switchAllRemovals(world.test.database, removals)).toBe('on');
    expect(await dueNow(await expired())).toBe(true);
  });

  it('removes who waited as soon as it is on again', async () => {
    await switchAllRemovals(world.test.database, 'off');
    const buyer = await expired();
    await dueNow(buyer);
    expect(await switchAllRemovals(world.test.database, 'on')).toBe('off');
    await world.drain();
    expect(await world.isIn(buyer.userId)).toBe(false);
  });

  it('does not switch on what an owner switched off', async () => {
    const buyer = await expired();
    await world.test.database.query((sql) => sql`update channels set removals = 'off'`);
    await switchAllRemovals(world.test.database, 'dry_run');
    await switchAllRemovals(world.test.database, 'on');
    expect(await dueNow(buyer)).toBe(true);
  });
});
