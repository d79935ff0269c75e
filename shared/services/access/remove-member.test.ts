import { DATABASE_NAMES, readConfig } from '../../config';
import { openDatabase } from '../../database/connection/pool';
import { promiseAlone } from '../../database/common/outbox';
import { claimSlot, readBrake } from '../../database/access/removal-brakes';
import { readAccess } from '../../database/access/member-access';
import { removalAgain } from '../../domain/access/access-promises';
import { silentLogger } from '../../logger';
import { releaseRemovals, switchRemovalsOff } from '../../database/access/removal-rulings';
import { endProtection } from './end-protection';
import {
  CLOSED,
  dies,
  dying,
  forgetPromises,
  grantOf,
  OPEN,
  OWNER,
  promiseNow,
  removalOf,
  renew,
  useAccessWorld,
  type Buyer,
} from '../../../tests/worlds/access';
import { deliveryOf } from '../common/delivery-of';
import { drainOutbox } from '../drain-outbox';
import { useFixture } from '../../../tests/support/use-fixture';
import { performEffect, type EffectDependencies } from '../perform-effect';
import { HOUR_MS } from '../../domain/common/time';
import { attemptOf } from '../../../tests/support/attempt';

const DONE = { type: 'done' };

const world = useAccessWorld();
/** The pool of a second instance. */
const other = useFixture(async () =>
  openDatabase(await readConfig(DATABASE_NAMES, { DATABASE_URL: world.test.url }), silentLogger),
);
beforeEach(async () => {
  await forgetPromises(world);
  await setChannel({});
  // The number of members decides how many may be removed in an hour.
  for (const userId of inside.splice(0)) world.telegram.setMember(CLOSED, userId, 'left');
});

const setChannel = ({ removals = 'on', graceHours = 24 }: { removals?: string; graceHours?: number }) =>
  world.test.database.query(
    (sql) => sql`update channels set removals = ${removals}, grace_hours = ${graceHours}`,
  );

/** The users that a test has put into the channel. */
const inside: number[] = [];
function putInside(userId: number): void {
  world.telegram.setMember(CLOSED, userId, 'member');
  inside.push(userId);
}

/** A member who was admitted and whose access has ended. */
async function expired(paidFor: string | null = '-2 days'): Promise<Buyer> {
  const buyer = await world.newBuyer(paidFor);
  putInside(buyer.userId);
  await world.test.database.query(
    (sql) => sql`
      insert into members (open_channel_id, user_id, status, origin) values (${OPEN}, ${buyer.userId}, 'member', 'admitted')`,
  );
  return buyer;
}
const remove = (buyer: Buyer, attempts = 1) =>
  world.perform(removalOf(buyer), `remove:${buyer.userId}`, attempts);
const acts = async ({ userId }: Buyer) =>
  (
    await world.test.database.query(
      (sql) => sql<{ act: string }[]>`select act from audit_log where user_id = ${userId} order by audit_id`,
    )
  ).map(({ act }) => act);
const rowOf = async ({ userId }: Buyer) => {
  const [row] = await world.test.database.query(
    (sql) => sql`
      select removing_since is not null as "isRemoving", removed_at is not null as "isRemoved",
        (select status from members m where m.user_id = s.user_id) as status
      from subscriptions s where user_id = ${userId}`,
  );
  return { ...row };
};
const kicks = () => world.telegram.calls.filter(({ method }) => method === 'unbanChatMember').length;

/** Like `world.deps`, but something happens right before or after the kick. */
function meanwhile(when: 'before' | 'after', happens: () => Promise<unknown>): EffectDependencies {
  const api = Object.create(world.deps.api) as typeof world.deps.api;
  api.unbanChatMember = async (...args) => {
    if (when === 'before') await happens();
    const done = await world.deps.api.unbanChatMember(...args);
    if (when === 'after') await happens();
    return done;
  };
  return { ...world.deps, api };
}

describe('when access has ended', () => {
  it('removes without a ban', async () => {
    const buyer = await expired();
    expect(await remove(buyer)).toEqual(DONE);
    expect(await remove(buyer, 2)).toEqual(DONE);
    expect((await world.deps.api.getChatMember(CLOSED, buyer.userId)).status).toBe('left');
    expect(await rowOf(buyer)).toEqual({ isRemoving: false, isRemoved: true, status: 'left' });
    expect(await acts(buyer)).toEqual(['removed']);
    expect(await world.said(buyer.userId)).toEqual(['access_ended']);
  });

  it('waits for the end of grace, even if the owner has extended it', async () => {
    const buyer = await expired();
    await setChannel({ graceHours: 72 });
    expect(await remove(buyer)).toMatchObject({ type: 'not_yet' });
    expect(await world.isIn(buyer.userId)).toBe(true);
    await setChannel({ graceHours: 0 });
    expect(await remove(buyer, 2)).toEqual(DONE);
  });

  it('gives no grace after a refund', async () => {
    const buyer = await expired(null);
    expect(await remove(buyer)).toEqual(DONE);
    expect(await world.isIn(buyer.userId)).toBe(false);
  });

  it('keeps a member who has renewed', async () => {
    const buyer = await expired();
    await renew(world, buyer);
    const before = kicks();
    expect(await remove(buyer)).toEqual(DONE);
    expect([await world.isIn(buyer.userId), kicks() - before]).toEqual([true, 0]);
  });

  it('tells a member who left on their own', async () => {
    const buyer = await expired();
    world.telegram.as(buyer.userId).leave(CLOSED);
    const before = kicks();
    expect(await remove(buyer)).toEqual(DONE);
    expect(kicks() - before).toBe(0);
    expect(await acts(buyer)).toEqual(['left']);
    expect(await world.said(buyer.userId)).toEqual(['access_ended']);
  });

  it('revokes an unused link, even if removals are off', async () => {
    await setChannel({ removals: 'off' });
    const buyer = await world.newBuyer('1 hour');
    await world.perform(grantOf(buyer), 'grant');
    const [link = ''] = await world.liveLinks(buyer.userId);
    await world.advance(26 * HOUR_MS);
    expect(await remove(buyer)).toMatchObject({ type: 'not_yet' });
    await world.drain();
    expect(await world.liveLinks(buyer.userId)).toEqual([]);
    expect(world.telegram.calls).toContainEqual(
      expect.objectContaining({
        method: 'revokeChatInviteLink',
        payload: expect.objectContaining({ invite_link: link }) as object,
        ok: true,
      }),
    );
  });
});

it('revokes a link in its own channel, even if another one is sold now', async () => {
  const buyer = await world.newBuyer('1 hour');
  await world.perform(grantOf(buyer), 'grant');
  const [link = ''] = await world.liveLinks(buyer.userId);
  const setClosed = (id: number | null) =>
    world.test.database.query((sql) => sql`update channels set closed_channel_id = ${id}`);
  await setClosed(null);
  await world.advance(HOUR_MS + 1_000);
  expect(await remove(buyer)).toMatchObject({ type: 'not_yet' });
  await setClosed(CLOSED);
  await world.drain();
  expect(world.telegram.calls).toContainEqual(
    expect.objectContaining({
      method: 'revokeChatInviteLink',
      payload: expect.objectContaining({ invite_link: link, chat_id: CLOSED }) as object,
      ok: true,
    }),
  );
});

it('revokes the link before the grace period has ended', async () => {
  await setChannel({ graceHours: 240 });
  const buyer = await world.newBuyer('1 hour');
  await world.perform(grantOf(buyer), 'grant');
  const access = await readAccess(world.test.database, { openChannelId: OPEN, userId: buyer.userId });
  await promiseAlone(world.test.database, removalAgain(access!, 'test'));
  await world.advance(HOUR_MS + 60_000);
  await world.drain();
  expect(await world.liveLinks(buyer.userId)).toEqual([]);
  expect(await world.said(buyer.userId)).not.toContain('access_ended');
  await setChannel({ graceHours: 12 });
  await world.advance(24 * HOUR_MS);
  await world.drain();
  expect(await world.said(buyer.userId)).toContain('access_ended');
});

describe('the owner', () => {
  it('can switch removals off', async () => {
    await setChannel({ removals: 'off' });
    const buyer = await expired();
    expect(await remove(buyer)).toEqual({ type: 'not_yet', afterSeconds: 24 * 3600 });
    expect(await world.isIn(buyer.userId)).toBe(true);
    await setChannel({});
    expect(await remove(buyer, 2)).toEqual(DONE);
  });

  it('can see first who would be removed', async () => {
    await setChannel({ removals: 'dry_run' });
    const buyer = await expired();
    for (let attempts = 1; attempts < 4; attempts += 1)
      expect(await remove(buyer, attempts)).toEqual({ type: 'not_yet', afterSeconds: 6 * 3600 });
    expect(await world.isIn(buyer.userId)).toBe(true);
    expect(await acts(buyer)).toEqual(['removal_dry_run']);
  });

  it('is asked before a member from before is removed', async () => {
    const buyer = await world.newBuyer('1 hour');
    world.telegram.setMember(CLOSED, buyer.userId, 'member');
    await world.perform(grantOf(buyer), 'grant');
    await world.advance(26 * HOUR_MS);
    expect(await remove(buyer)).toEqual(DONE);
    expect(await world.isIn(buyer.userId)).toBe(true);
    expect(await world.said(OWNER)).toEqual(['member_kept']);
    const ask = (actorUserId: number) =>
      endProtection(world.test.database, deliveryOf('telegram', `kept:${actorUserId}:${buyer.userId}`), {
        actorUserId,
        openChannelId: OPEN,
        userId: buyer.userId,
      });
    expect(await ask(buyer.userId)).toBeUndefined();
    await world.drain();
    expect(await world.isIn(buyer.userId)).toBe(true);
    expect([await ask(OWNER), await ask(OWNER)]).toEqual(['now', 'now']);
    await world.drain();
    expect(await world.isIn(buyer.userId)).toBe(false);
    expect(await acts(buyer)).toEqual(['member_kept', 'protection_ended', 'removed']);
  });

  it.each([
    ['later', 'on', true],
    ['removals_off', 'off', false],
  ] as const)('is told when a member will be removed: %s', async (going, removals, isRenewed) => {
    const buyer = await expired();
    if (isRenewed) await renew(world, buyer);
    await setChannel({ removals });
    expect(
      await endProtection(world.test.database, deliveryOf('telegram', `going:${going}`), {
        actorUserId: OWNER,
        openChannelId: OPEN,
        userId: buyer.userId,
      }),
    ).toBe(going);
  });

  it('is told about an administrator, because only the owner can remove one', async () => {
    const buyer = await expired();
    world.telegram.setMember(CLOSED, buyer.userId, 'administrator');
    expect(await remove(buyer)).toMatchObject({ type: 'failed' });
    expect(await world.said(OWNER)).toEqual(['removal_trouble']);
    expect(await world.said(buyer.userId)).toEqual([]);
  });

  it('is told once a day from the third failure on, until it works', async () => {
    const buyer = await expired();
    world.telegram.fault({
      method: 'unbanChatMember',
      kind: 'error',
      status: 400,
      description: 'Bad Request: not enough rights to restrict/unrestrict chat member',
      times: 5,
    });
    const messages: number[] = [];
    for (let attempts = 1; attempts < 6; attempts += 1) {
      if (attempts === 5) await world.advance(24 * HOUR_MS);
      expect(await remove(buyer, attempts)).toMatchObject({ type: 'later' });
      messages.push((await world.said(OWNER)).length);
    }
    expect(messages).toEqual([0, 0, 1, 1, 2]);
    expect(await remove(buyer, 6)).toEqual(DONE);
    expect(await acts(buyer)).toEqual(['removal_failed', 'removal_failed', 'removal_failed', 'removed']);
  });

  it('is told once a day for each channel, however many removals fail', async () => {
    const buyers: Buyer[] = [];
    for (let count = 0; count < 5; count += 1) buyers.push(await expired());
    for (let day = 0; day < 2; day += 1) {
      for (const buyer of buyers)
        for (let attempts = 1; attempts < 4; attempts += 1) {
          const description = 'Bad Request: CHAT_ADMIN_REQUIRED';
          world.telegram.fault({ method: 'getChatMember', kind: 'error', status: 400, description });
          await remove(buyer, attempts);
        }
      await world.advance(24 * HOUR_MS);
    }
    expect(await world.said(OWNER)).toEqual(['removal_trouble', 'removal_trouble']);
  });

  it('is told about rate limits only after a day of them', async () => {
    const buyer = await expired();
    for (let attempts = 1; attempts < 6; attempts += 1) {
      if (attempts === 5) await world.advance(25 * HOUR_MS);
      world.telegram.fault({ method: 'getChatMember', kind: 'error', status: 429, retryAfter: 7 });
      expect(await remove(buyer, attempts)).toMatchObject({ type: 'later' });
      expect(await world.said(OWNER)).toEqual(attempts < 5 ? [] : ['removal_trouble']);
    }
  });

  it('can stop removals only in their own channel', async () => {
    const stop = (actorUserId: number) =>
      switchRemovalsOff(world.test.database, deliveryOf('telegram', `stop:${actorUserId}`), {
        actorUserId,
        openChannelId: OPEN,
      });
    expect([await stop(1), await stop(OWNER)]).toEqual([false, true]);
    const buyer = await expired();
    expect(await remove(buyer)).toMatchObject({ type: 'not_yet' });
  });
});

describe('the brake', () => {
  const others = () => ({ ...world.deps, database: other });
  const stillIn = async (buyers: readonly Buyer[]) => {
    const memberships = await Promise.all(buyers.map(({ userId }) => world.isIn(userId)));
    return memberships.filter(Boolean).length;
  };
  async function promiseRemovals(count: number): Promise<Buyer[]> {
    const buyers: Buyer[] = [];
    for (let index = 0; index < count; index += 1) {
      const buyer = await expired();
      await promiseNow(world, removalOf(buyer), `remove:${buyer.userId}`);
      buyers.push(buyer);
    }
    return buyers;
  }
  /** Fills the channel with members who never bought anything. */
  function fillChannel(): void {
    for (let id = 1_000; id < 1_070; id += 1) {
      world.telegram.addUser({ id, first_name: `M${id}` });
      putInside(id);
    }
  }
  const drainBoth = () =>
    Promise.all([world.deps, others()].map((deps) => drainOutbox(deps, { budgetMs: 10_000 })));

  it('gives no more slots than there are, however many ask at once', async () => {
    const claims = await Promise.all(
      Array.from({ length: 60 }, (_, userId) =>
        claimSlot(userId % 2 ? world.test.database : other, { openChannelId: OPEN, userId: userId + 1 }, 5),
      ),
    );
    expect(claims.filter(Boolean)).toHaveLength(5);
    const claim = () => claimSlot(other, { openChannelId: OPEN, userId: 999 }, 5);
    await world.advance(HOUR_MS - 60_000);
    expect(await claim()).toBe(false);
    await world.advance(3 * 60_000);
    expect(await claim()).toBe(true);
  });

  it('counts ten thousand removals', async () => {
    await world.test.database.query(
      (sql) =>
        sql`insert into removal_brakes (open_channel_id, released_until) values (${OPEN}, app_now() + interval '1 hour')`,
    );
    await world.test.database.query(
      (sql) => sql`
        update removal_brakes set recent = (select jsonb_object_agg(floor(extract(epoch from app_now()) / 60) - n, 200)
          from generate_series(0, 49) n)`,
    );
    expect(await claimSlot(other, { openChannelId: OPEN, userId: 999 }, 5)).toBe(true);
    expect(await readBrake(other, { openChannelId: OPEN })).toMatchObject({
      removed: 10_001,
      isReleased: true,
    });
  });

  it('takes one slot for each member whose kick fails, however often', async () => {
    const buyers = [await expired(), await expired()];
    for (const buyer of buyers)
      for (let attempts = 1; attempts < 5; attempts += 1) {
        world.telegram.fault({ method: 'unbanChatMember', kind: 'error', status: 500 });
        expect(await remove(buyer, attempts)).toMatchObject({ type: 'later' });
      }
    expect(await readBrake(other, { openChannelId: OPEN })).toMatchObject({ removed: 2 });
  });

  it('limits two workers to five removals an hour', async () => {
    const buyers = await promiseRemovals(40);
    await drainBoth();
    expect(await stillIn(buyers)).toBe(35);
    expect(await world.said(OWNER)).toEqual(['removals_braked']);
    const removed: number[] = [];
    for (let minutes = 0; minutes < 240; minutes += 5) {
      await world.advance(5 * 60_000);
      await drainBoth();
      removed.push(40 - (await stillIn(buyers)));
    }
    removed.forEach((count, index) => expect(count - (removed[index - 12] ?? 5)).toBeLessThanOrEqual(5));
    expect(removed.at(-1)).toBeGreaterThanOrEqual(18);
    expect((await world.said(OWNER)).length).toBeLessThanOrEqual(2);
  });

  it('ends when the owner releases it', async () => {
    const buyers = await promiseRemovals(12);
    await world.drain();
    expect(await stillIn(buyers)).toBe(7);
    const release = (actorUserId: number) =>
      releaseRemovals(world.test.database, deliveryOf('telegram', `release:${actorUserId}`), {
        actorUserId,
        openChannelId: OPEN,
      });
    expect(await release(1)).toBe(false);
    await world.drain();
    expect(await stillIn(buyers)).toBe(7);
    expect(await release(OWNER)).toBe(true);
    await drainBoth();
    expect(await stillIn(buyers)).toBe(0);
  });

  it('ends even for a removal that is about to be told to wait', async () => {
    const buyers = await promiseRemovals(6);
    const api = Object.create(world.deps.api) as typeof world.deps.api;
    let isReleased = false;
    api.getChatMemberCount = async (...args) => {
      if (!isReleased)
        await releaseRemovals(other, deliveryOf('telegram', 'release:meanwhile'), {
          actorUserId: OWNER,
          openChannelId: OPEN,
        });
      isReleased = true;
      return world.deps.api.getChatMemberCount(...args);
    };
    await drainOutbox({ ...world.deps, api }, { budgetMs: 10_000 });
    await world.drain();
    expect([isReleased, await stillIn(buyers)]).toEqual([true, 0]);
  });

  it('allows a tenth of a large channel', async () => {
    fillChannel();
    const before = await world.deps.api.getChatMemberCount(CLOSED);
    const buyers = await promiseRemovals(30);
    await drainBoth();
    const removed = 30 - (await stillIn(buyers));
    expect(removed).toBeGreaterThan(5);
    expect(removed).toBeLessThanOrEqual(Math.floor((before + 30) / 10));
  });

  it('makes few calls to Telegram while many removals wait', async () => {
    fillChannel();
    const buyers = await promiseRemovals(120);
    const calls = () => world.telegram.calls.length;
    const before = calls();
    await drainBoth();
    const first = 120 - (await stillIn(buyers));
    // Members who stay cost no more calls than the two workers had in progress.
    expect(calls() - before - 120 - 4 * first).toBeLessThan(2 * 40);
    const braked = calls();
    for (let minutes = 0; minutes < 180; minutes += 5) {
      await world.advance(5 * 60_000);
      await drainBoth();
    }
    const then = 120 - (await stillIn(buyers)) - first;
    expect(then).toBeGreaterThan(20);
    expect(calls() - braked - 120 - 4 * then).toBeLessThan(10);
  });
});

describe('a renewal wins', () => {
  /** Returns whether the buyer is in, or was sent a link that lets them in. */
  async function canBeIn({ userId }: Buyer): Promise<boolean> {
    if (await world.isIn(userId)) return true;
    const [link = ''] = await world.liveLinks(userId);
    const sent = await world.test.database.query(
      (sql) => sql`
        select from outbox where (payload ->> 'chatId')::bigint = ${userId}
          and payload #>> '{message,inviteLink}' = ${link}`,
    );
    return sent.length > 0 && world.telegram.as(userId).preview(link).standing === 'out';
  }

  it.each(['before', 'after'] as const)('if it comes right %s the kick', async (when) => {
    const buyer = await expired();
    const deps = meanwhile(when, () => renew(world, buyer));
    expect(await performEffect(deps, removalOf(buyer), attemptOf('remove'))).toEqual(DONE);
    expect(await world.isIn(buyer.userId)).toBe(false);
    await world.drain();
    expect(await world.said(buyer.userId)).toEqual(['access']);
    expect(await canBeIn(buyer)).toBe(true);
    expect(await rowOf(buyer)).toMatchObject({ isRemoving: false, isRemoved: false });
  });

  it.each<[string, (buyer: Buyer) => Promise<unknown>]>([
    ['they renew', (buyer) => renew(world, buyer)],
    ['removals are switched off', () => setChannel({ removals: 'off' })],
    ['the grace is extended', () => setChannel({ graceHours: 720 })],
  ])('without a kick if %s while Telegram is asked who is in', async (_change, happens) => {
    const buyer = await expired();
    const api = Object.create(world.deps.api) as typeof world.deps.api;
    api.getChatMember = async (...args) => {
      const member = await world.deps.api.getChatMember(...args);
      await happens(buyer);
      return member;
    };
    const before = kicks();
    await performEffect({ ...world.deps, api }, removalOf(buyer), attemptOf('remove'));
    expect([kicks() - before, await world.isIn(buyer.userId)]).toEqual([0, true]);
  });

  it('if the worker froze before the kick while another repaired everything', async () => {
    const buyer = await expired();
    const deps = meanwhile('before', async () => {
      await renew(world, buyer);
      await world.advance(61_000);
      expect(await remove(buyer, 2)).toEqual(DONE);
      expect(await rowOf(buyer)).toMatchObject({ isRemoving: false });
    });
    expect(await performEffect(deps, removalOf(buyer), attemptOf('remove'))).toEqual(DONE);
    await world.drain();
    expect(await canBeIn(buyer)).toBe(true);
  });

  it('if a kick whose answer was lost lands late', async () => {
    const buyer = await expired();
    world.telegram.fault({ method: 'unbanChatMember', kind: 'drop' });
    expect(await remove(buyer)).toMatchObject({ type: 'later' });
    await renew(world, buyer);
    // They are in, and the kick may still hit them.
    expect(await remove(buyer, 2)).toMatchObject({ type: 'not_yet' });
    await world.deps.api.unbanChatMember(CLOSED, buyer.userId);
    await world.advance(61_000);
    expect(await remove(buyer, 3)).toEqual(DONE);
    await world.drain();
    expect(await canBeIn(buyer)).toBe(true);
  });

  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('if the worker dies anywhere (after: %s, renewed: %s)', async (isAfter, isRenewed) => {
    for (let step = 1, hasDied = true; hasDied; step += 1) {
      await forgetPromises(world);
      const buyer = await expired();
      const { userId } = buyer;
      hasDied = await dies(dying(world.deps, step, isAfter), removalOf(buyer), `remove:${userId}`);
      if (isRenewed) {
        const paidUntil = await renew(world, buyer);
        await world.perform(grantOf({ ...buyer, paidUntil }), `grant:${userId}`);
      }
      await world.advance(61_000);
      expect(await remove(buyer, 2)).toEqual(DONE);
      await world.drain();
      if (isRenewed) expect(await canBeIn(buyer)).toBe(true);
      else {
        expect(await world.isIn(userId)).toBe(false);
        expect(await rowOf(buyer)).toEqual({ isRemoving: false, isRemoved: true, status: 'left' });
        expect(await world.said(userId)).toEqual(['access_ended']);
        expect(await acts(buyer)).toEqual(['removed']);
      }
    }
  });
});

describe('a ban wins', () => {
  const apply = async ({ userId }: Buyer, key: string) =>
    world.perform({ kind: 'apply_ban', openChannelId: OPEN, userId }, key);
  /** The owner bans a member, and another worker tells Telegram at once. */
  async function ban(buyer: Buyer): Promise<void> {
    await world.test.database.query(
      (sql) => sql`
        insert into bans (open_channel_id, user_id, banned_by, reason) values (${OPEN}, ${buyer.userId}, ${OWNER}, 'spam')`,
    );
    await apply(buyer, `ban:${buyer.userId}`);
  }
  const status = async ({ userId }: Buyer) => (await world.deps.api.getChatMember(CLOSED, userId)).status;
  const kick = ({ userId }: Buyer) => world.deps.api.unbanChatMember(CLOSED, userId);
  /** What comes of a kick that is under way while the owner bans. */
  const KICKS: Record<string, (buyer: Buyer) => Promise<unknown>> = {
    'is answered': kick,
    'loses its answer': async (buyer) => {
      world.telegram.fault({ method: 'unbanChatMember', kind: 'drop', afterPerforming: true });
      return kick(buyer);
    },
    'is answered 500 but happens': async (buyer) => {
      world.telegram.fault({ method: 'unbanChatMember', kind: 'error', status: 500, afterPerforming: true });
      return kick(buyer);
    },
    'kills the worker': async (buyer) => {
      await kick(buyer);
      throw new Error('the worker died');
    },
  };
  /** What happens before the removal is attempted again. */
  const MEANWHILE: Record<string, (buyer: Buyer) => Promise<unknown>> = {
    nothing: async () => undefined,
    'a renewal': (buyer) => renew(world, buyer),
    'removals are switched off': () => setChannel({ removals: 'off' }),
    'the grace is extended': () => setChannel({ graceHours: 720 }),
    'an hour': () => world.advance(HOUR_MS),
  };
  const cases = Object.keys(KICKS).flatMap((answer) =>
    Object.keys(MEANWHILE).map((change) => [answer, change] as const),
  );

  it.each(cases)('over a kick that %s, whatever follows: %s', async (answer, change) => {
    const buyer = await expired();
    const api = Object.create(world.deps.api) as typeof world.deps.api;
    api.unbanChatMember = async () => {
      await ban(buyer);
      return (await KICKS[answer]!(buyer)) as true;
    };
    await performEffect({ ...world.deps, api }, removalOf(buyer), attemptOf('remove')).catch(() => undefined);
    await MEANWHILE[change]!(buyer);
    await remove(buyer, 2);
    await world.drain();
    expect(await status(buyer)).toBe('kicked');
    await world.advance(2 * HOUR_MS);
    await world.drain();
    expect([await status(buyer), await world.liveLinks(buyer.userId)]).toEqual(['kicked', []]);
  });

  it.each(['before', 'after'])('over a kick that lands %s the removal is concluded', async (when) => {
    const buyer = await expired();
    world.telegram.fault({ method: 'unbanChatMember', kind: 'drop' });
    await remove(buyer);
    if (when === 'after') {
      world.telegram.as(buyer.userId).leave(CLOSED);
      expect(await remove(buyer, 2)).toEqual(DONE);
    }
    await ban(buyer);
    await promiseNow(world, { kind: 'apply_ban', openChannelId: OPEN, userId: buyer.userId }, 'ban');
    await world.drain();
    await kick(buyer);
    expect(await status(buyer)).toBe('left');
    if (when === 'before') await remove(buyer, 2);
    await world.advance(61_000);
    await world.drain();
    expect(await status(buyer)).toBe('kicked');
  });
});
