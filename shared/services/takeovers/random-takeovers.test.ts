import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { OPEN, OWNER, useAccessWorld } from '../../../tests/worlds/access';
import { takeovers } from '../../../tests/worlds/takeovers';
import { undoTakeover } from '../../database/takeovers/confirm-takeover';
import { readPerson } from '../../database/owner/supported-person';
import type { OrderReference } from '../../domain/common/ids';
import { paidUntil, type Extension } from '../../domain/common/subscription';
import { DAY_MS } from '../../domain/common/time';
import { newReference } from '../common/new-reference';

const world = useAccessWorld();
const lists = takeovers(world);
const USERS = [810_001, 810_002, 810_003] as const;

const line = fc.record({
  who: fc.oneof(fc.constantFrom(...USERS), fc.constantFrom(...USERS.map((id) => `random_${id}`))),
  days: fc.oneof(fc.integer({ min: -5, max: 60 }), fc.constant('for_ever' as const)),
});
const action = fc.record({
  what: fc.constantFrom(
    'take',
    'take',
    'take',
    'pay',
    'pay',
    'refund',
    'ban',
    'unban',
    'wait',
    'undo',
    'undo',
    'meet',
  ),
  user: fc.constantFrom(...USERS),
  days: fc.integer({ min: 1, max: 40 }),
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  shorten: fc.boolean(),
});
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;
const histories = fc.array(action, { minLength: 60, maxLength: 60 });

const read = (userId: number) => readPerson(world.test.database, { openChannelId: OPEN, userId });
const isPaid = ({ reference }: Extension) => !reference.startsWith('grant:');

/** A payment or a refund, as the decision about it writes it. */
async function setPaid(
  userId: number,
  { days, isRefund }: { days: number; isRefund: boolean },
): Promise<void> {
  const { database } = world.test;
  await database.query(
    (sql) =>
      sql`insert into subscriptions (open_channel_id, user_id) values (${OPEN}, ${userId}) on conflict do nothing`,
  );
  const person = await read(userId);
  const known = person?.access?.extensions ?? [];
  const now = person?.now ?? 0;
  const last = known.filter((each) => isPaid(each) && !each.isRevoked).at(-1);
  if (isRefund && last === undefined) return;
  const reference = isRefund && last ? (last.reference as OrderReference) : newReference();
  const all = isRefund
    ? known.map((each) => (each === last ? { ...each, isRevoked: true } : each))
    : [...known, { reference, paymentId: null, days, grantedAt: now, isRevoked: false }];
  if (isRefund)
    await database.query(
      (sql) => sql`update extensions set revoked_at = app_now() where order_reference = ${reference}`,
    );
  else
    await database.query(
      (sql) => sql`
        with paid as (
          insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days, amount_cents, payment_id,
            settled_at)
          values (${reference}, 'subscription', 'settled', ${userId}, ${OPEN}, 'Month', ${days}, 3000,
            ${randomInt(2 ** 40)}, app_now()) returning reference)
        insert into extensions (order_reference, open_channel_id, user_id, days, granted_at)
        select reference, ${OPEN}::bigint, ${userId}::bigint, ${days}::int, to_timestamp(${now}::float8 / 1000) from paid`,
    );
  await database.query(
    (sql) => sql`
      update subscriptions set version = version + 1, paid_until = to_timestamp(${paidUntil(all)}::float8 / 1000)
      where open_channel_id = ${OPEN} and user_id = ${userId}`,
  );
}

const taken: number[] = [];
const actions: Record<Action['what'], (of: Action) => Promise<unknown>> = {
  take: async ({ lines, shorten }) => taken.push(await lists.take(lines, { shorten })),
  pay: ({ user, days }) => setPaid(user, { days, isRefund: false }),
  refund: ({ user }) => setPaid(user, { days: 0, isRefund: true }),
  ban: ({ user }) =>
    world.test.database.query(
      (
        sql,
      ) => sql`insert into bans (open_channel_id, user_id, reason, banned_by) values (${OPEN}, ${user}, 'x', ${OWNER})
        on conflict do nothing`,
    ),
  unban: ({ user }) => world.test.database.query((sql) => sql`delete from bans where user_id = ${user}`),
  wait: ({ days }) => world.advance(days * DAY_MS),
  meet: ({ user }) =>
    world.test.database.query(
      (sql) =>
        sql`insert into chats (chat_id, username) values (${user}, ${`Random_${user}`}) on conflict do nothing`,
    ),
  undo: async ({ days }) => {
    const takeoverId = taken[days % Math.max(taken.length, 1)];
    if (takeoverId === undefined) return;
    await undoTakeover(world.test.database, { takeoverId, actorUserId: OWNER });
    await lists.drain();
  },
};

/** Who a list gives access beyond now. */
const mayBegin = ({ what, lines }: Action, userId: number): boolean =>
  what === 'take' &&
  lines.some(
    ({ who, days }) => (who === userId || who === `random_${userId}`) && (days === 'for_ever' || days > 0),
  );

it('revives nothing that had ended and takes nothing that was paid for, whatever happens between', async () => {
  const seed = randomInt(2 ** 31);
  const [history = []] = fc.sample(histories, { numRuns: 1, seed });
  const done: string[] = [`seed ${seed}`];
  for (const each of history) {
    const before = await Promise.all(USERS.map(read));
    const wasAt = await lists.now();
    await actions[each.what](each);
    done.push(JSON.stringify(each));
    for (const [index, userId] of USERS.entries()) {
      const after = await read(userId);
      const extensions = after?.access?.extensions ?? [];
      const wrong: string[] = [];
      if ((after?.paidUntil ?? null) !== paidUntil(extensions))
        wrong.push(`the end of ${userId} is not the sum of their days`);
      const paidEnd = paidUntil(extensions.filter(isPaid));
      if (paidEnd !== null && (after?.paidUntil ?? 0) < paidEnd)
        wrong.push(`${userId} lost days that were paid for`);
      const hadEnded = (before[index]?.paidUntil ?? 0) <= wasAt;
      if (hadEnded && after?.isActive && each.what !== 'pay' && !mayBegin(each, userId))
        wrong.push(`${userId} was revived`);
      expect(wrong.length === 0 ? [] : [...done, ...wrong]).toEqual([]);
    }
  }
});
