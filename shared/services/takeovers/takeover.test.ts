import { addSellingChannel } from '../../../tests/support/subscription';
import { CLOSED, OPEN, OWNER, useAccessWorld } from '../../../tests/worlds/access';
import { accessHash, takeovers } from '../../../tests/worlds/takeovers';
import { confirmTakeover, undoTakeover } from '../../database/takeovers/confirm-takeover';
import { dropTakeover, readTakeover, startTakeover } from '../../database/takeovers/takeovers';
import type { ListDifference } from '../../domain/takeovers/takeover-line';
import { DAY_MS } from '../../domain/common/time';

const world = useAccessWorld();
const lists = takeovers(world);
const sql = (text: string) => world.test.database.query((query) => query.unsafe(text));
const undo = async (takeoverId: number, actorUserId = OWNER) => {
  const change = await undoTakeover(world.test.database, { takeoverId, actorUserId });
  await lists.drain();
  return change;
};
const counts = (difference: ListDifference) =>
  Object.fromEntries(
    Object.entries(difference).flatMap(([verdict, { count }]) => (count === 0 ? [] : [[verdict, count]])),
  );
const outcomes = async (takeoverId: number) =>
  (await readTakeover(world.test.database, takeoverId))?.outcomes;

let last = 900_000;
const stranger = () => ++last;

it('shows what a list would change, and changes nothing', async () => {
  const [short, banned, admin, inside] = [
    await world.newBuyer('10 days'),
    await world.newBuyer('10 days'),
    stranger(),
    stranger(),
  ];
  await sql(
    `insert into bans (open_channel_id, user_id, reason, banned_by) values (${OPEN}, ${banned.userId}, 'x', ${OWNER})`,
  );
  await sql(`insert into place_access (chat_id, user_id, status, origin, seen_at) values
    (${CLOSED}, ${admin}, 'administrator', 'before', app_now()), (${CLOSED}, ${inside}, 'member', 'unknown', app_now())`);
  const before = await accessHash(world.test);
  const twice = stranger();
  const { difference } = await lists.stage([
    { who: stranger(), days: 30 },
    { who: inside, days: 30 },
    { who: short.userId, days: 60 },
    { who: banned.userId, days: 60 },
    { who: admin, days: 60 },
    { who: 'never_met', days: 60 },
    { who: `BUYER_${short.userId}`, days: 20 },
    { who: twice, days: 30 },
    { who: twice, days: 'for_ever' },
    { who: stranger(), days: -1 },
    { who: OWNER, days: 5 },
  ]);
  expect(counts(difference)).toEqual({
    new: 2,
    in: 1,
    longer: 1,
    banned: 1,
    protected: 2,
    unknown: 1,
    twice: 2,
    ended: 1,
  });
  expect(difference.twice.lines.map(({ line }) => line)).toEqual([7, 8]);
  expect(await accessHash(world.test)).toBe(before);
});

it('gives access until exactly the moment of the line, or for ever', async () => {
  const [buyer, fresh, ever] = [await world.newBuyer('10 days'), stranger(), stranger()];
  const at = await lists.now();
  await lists.take([
    { who: buyer.userId, days: 40.5 },
    { who: fresh, days: 0.25 },
    { who: ever, days: 'for_ever' },
  ]);
  const rows = await world.test.database.query(
    (query) => query<{ until: number }[]>`
      select (extract(epoch from paid_until) * 1000)::bigint as until from subscriptions
      where user_id in ${query([buyer.userId, fresh])} order by user_id`,
  );
  for (const [index, days] of [40.5, 0.25].entries())
    expect(Math.abs(Number(rows[index]?.until) - at - days * DAY_MS)).toBeLessThan(60_000);
  expect((await lists.daysLeft(ever))[0]).toBeGreaterThan(900_000);
});

it('takes back exactly what it gave', async () => {
  const [active, lapsed, gone] = [
    await world.newBuyer('10 days'),
    await world.newBuyer('-10 days'),
    await world.newBuyer(null),
  ];
  await sql(`update subscriptions set removed_at = app_now() where user_id = ${lapsed.userId}`);
  const before = await accessHash(world.test);
  const takeoverId = await lists.take(
    [active.userId, lapsed.userId, gone.userId, stranger(), stranger()].map((who) => ({
      who,
      days: 90,
      note: 'from before',
    })),
  );
  expect(await outcomes(takeoverId)).toEqual({ longer: 1, new: 4 });
  expect(await accessHash(world.test)).not.toBe(before);
  expect(await undo(takeoverId)).toBe('done');
  expect(await outcomes(takeoverId)).toEqual({ undone: 5 });
  expect(await accessHash(world.test)).toBe(before);
  expect(await undo(takeoverId)).toBe('changed');
});

it('knows the same file again, and lets it be taken over once more after an undoing', async () => {
  const [who, digest] = [stranger(), 'the same'];
  const first = await lists.stage([{ who, days: 30 }], digest);
  await confirmTakeover(world.test.database, { ...first, actorUserId: OWNER, holdDays: 0, shorten: false });
  await lists.drain();
  const before = await accessHash(world.test);
  const again = await lists.stage([{ who, days: 300 }], digest);
  expect(again).toMatchObject({ takeoverId: first.takeoverId, isNew: false, state: 'applied' });
  expect(
    await confirmTakeover(world.test.database, { ...again, actorUserId: OWNER, holdDays: 0, shorten: false }),
  ).toBe('changed');
  await lists.drain();
  expect(await accessHash(world.test)).toBe(before);
  await undo(first.takeoverId);
  expect(await lists.stage([{ who, days: 30 }], digest)).toMatchObject({ isNew: true });
});

it('changes nothing when another file says the same', async () => {
  const who = stranger();
  await lists.take([{ who, days: 30 }]);
  const before = await accessHash(world.test);
  const second = await lists.take([{ who, days: 30 }], { holdDays: 0, shorten: true });
  expect(await outcomes(second)).toEqual({ same: 1 });
  expect(await accessHash(world.test)).toBe(before);
});

it('makes access shorter only if the manager says so, and never below what was paid for', async () => {
  const [given, buyer] = [stranger(), await world.newBuyer('30 days')];
  await lists.take([
    { who: given, days: 100 },
    { who: buyer.userId, days: 100 },
  ]);
  const shorter = [
    { who: given, days: 10 },
    { who: buyer.userId, days: 10 },
  ];
  const kept = await lists.take(shorter);
  expect(await outcomes(kept)).toEqual({ kept: 2 });
  expect(await lists.daysLeft(given, buyer.userId)).toEqual([100, 100]);
  const before = await accessHash(world.test);
  const cut = await lists.take(shorter, { shorten: true, holdDays: 0 });
  expect(await lists.daysLeft(given, buyer.userId)).toEqual([10, 30]);
  const paid = await lists.stage([{ who: buyer.userId, days: 5 }]);
  expect(counts(paid.difference)).toEqual({ paid: 1 });
  await undo(cut);
  expect(await accessHash(world.test)).toBe(before);
});

it('leaves access as it is if a later list built on what a list took away', async () => {
  const { userId: who } = await world.newBuyer('30 days');
  await lists.take([{ who, days: 100 }]);
  const cut = await lists.take([{ who, days: 10 }], { shorten: true });
  expect(await lists.daysLeft(who)).toEqual([30]);
  await lists.take([{ who, days: 60 }]);
  await undo(cut);
  expect(await outcomes(cut)).toEqual({ stays: 1 });
  expect(await lists.daysLeft(who)).toEqual([60]);
});

it('revives nothing that ended after a list made it shorter', async () => {
  const who = stranger();
  await lists.take([{ who, days: 100 }]);
  const cut = await lists.take([{ who, days: 2 }], { shorten: true });
  await world.advance(3 * DAY_MS);
  await undo(cut);
  expect(await outcomes(cut)).toEqual({ stays: 1 });
  expect(await lists.daysLeft(who)).toEqual([null]);
});

it('leaves what was paid for on top of it', async () => {
  const [paid, other] = [await world.newBuyer(null), stranger()];
  const takeoverId = await lists.take([
    { who: paid.userId, days: 20 },
    { who: other, days: 20 },
  ]);
  await sql(`update extensions set granted_at = app_now() where user_id = ${paid.userId}`);
  await sql(`update subscriptions set paid_until = paid_until + interval '30 days', version = version + 1
    where user_id = ${paid.userId}`);
  await undo(takeoverId);
  expect(await outcomes(takeoverId)).toEqual({ undone: 1, stays: 1 });
  expect(await lists.daysLeft(paid.userId, other)).toEqual([50, null]);
});

it('holds removals for the chosen days, and no longer than the list stands', async () => {
  const held = async () => {
    const [row] = await world.test.database.query(
      (query) => query<{ days: number | null }[]>`
        select round(extract(epoch from removals_held_until - app_now()) / 86400)::float8 as days
        from channels where open_channel_id = ${OPEN}`,
    );
    return row?.days ?? null;
  };
  const hold = (holdDays: number) => lists.take([{ who: stranger(), days: 3 }], { holdDays });
  await sql(`update takeovers set held_until = null`);
  await sql(`update channels set removals_held_until = null`);
  for (const order of [
    ['long', 'short'],
    ['short', 'long'],
  ] as const) {
    const made = { long: await hold(14), none: await hold(0), short: await hold(2) };
    expect(await held()).toBe(14);
    expect((await readTakeover(world.test.database, made.short))?.heldUntil).toBeGreaterThan(0);
    await undo(made[order[0]]);
    expect(await held()).toBe(order[1] === 'long' ? 14 : 2);
    await undo(made.none);
    expect(await held()).toBe(order[1] === 'long' ? 14 : 2);
    await undo(made[order[1]]);
    expect(await held()).toBe(null);
  }
});

it.each([
  ['nobody', 4_141],
  ['a viewer', 4_142],
])('is refused to %s', async (_, actorUserId) => {
  await addSellingChannel(world.test.database, {
    openChannelId: OPEN,
    closedChannelId: CLOSED,
    ownerUserId: OWNER,
  });
  await sql(`insert into channel_administrators (open_channel_id, user_id, role, added_by)
    values (${OPEN}, 4142, 'read_only', ${OWNER}) on conflict do nothing`);
  const start = { openChannelId: OPEN, actorUserId, digest: 'a stranger' };
  expect(await startTakeover(world.test.database, start)).toBeUndefined();
  const { takeoverId } = await lists.stage([{ who: stranger(), days: 3 }]);
  const of = { takeoverId, actorUserId };
  expect(await confirmTakeover(world.test.database, { ...of, holdDays: 7, shorten: false })).toBe(
    'not_allowed',
  );
  expect(await undoTakeover(world.test.database, of)).toBe('not_allowed');
  expect(await dropTakeover(world.test.database, of)).toBe('not_allowed');
  expect(await dropTakeover(world.test.database, { takeoverId, actorUserId: OWNER })).toBe('done');
  expect(await readTakeover(world.test.database, takeoverId)).toBeUndefined();
});
