import type { Effect } from '../../../domain/effects';
import { BOT, CLOSED, dies, dying, OPEN, OWNER, useAccessWorld } from '../../../../tests/worlds/access';
import { performEffect } from '../../perform-effect';
import { personWith } from '../../../../tests/worlds/owner';
import { announce, useSupport } from '../../../../tests/worlds/support';
import { DAY_MS } from '../../../domain/common/time';
import { attemptOf } from '../../../../tests/support/attempt';

const NOT_SOLD = "This isn't available to you. Questions? /paysupport";
const world = useAccessWorld();
const support = useSupport(world);

beforeAll(async () => {
  await world.test.database.query(
    (sql) => sql`
      insert into tiers (open_channel_id, position, name, price_cents, days) values (${OPEN}, 1, 'Month', 3000, 30)`,
  );
});

const owner = () => personWith(world.test, OWNER);
const applyBan = (userId: number): Effect => ({ kind: 'apply_ban', openChannelId: OPEN, userId });
const member = async () => {
  const userId = support.newPerson();
  await support.meet(userId);
  const { reference } = await support.buy(userId);
  await support.join(userId);
  return { userId, reference };
};
const isBanned = async (userId: number) =>
  (await world.test.database.query((sql) => sql`select from bans where user_id = ${userId}`)).length > 0;
const orders = async (userId: number) =>
  (await world.test.database.query((sql) => sql`select from orders where user_id = ${userId}`)).length;

it('removes a banned member, who can no longer buy', async () => {
  const { userId } = await member();
  const buyer = personWith(world.test, userId);
  const done = await support.rule('ban', userId, { reason: 'Shared the link' });
  expect(done.text).toContain('Banned.');
  await world.drain();
  expect(await support.status(userId)).toBe('kicked');
  const before = await orders(userId);
  expect((await buyer.press(`sub_tier_${OPEN}_1`)).answer).toBe(NOT_SOLD);
  expect((await buyer.press(`enter_${OPEN}`)).answer).toBe(NOT_SOLD);
  expect((await buyer.press(`channel_${OPEN}`)).message).toEqual({
    type: 'not_sold_to_you',
    title: 'Signals',
  });
  await buyer.press(`donate_start_${OPEN}`);
  expect((await world.said(userId)).at(-1)).toBe('not_sold_to_you');
  expect(await orders(userId)).toBe(before);
  expect(await support.acts(userId)).toEqual(['banned']);
  expect(JSON.stringify(await support.told(userId))).not.toContain('Shared the link');
});

it('refuses a donation on a keypad that was open before the ban', async () => {
  const userId = support.newPerson();
  await support.meet(userId);
  const donor = personWith(world.test, userId);
  await donor.press(`donate_start_${OPEN}`);
  await world.drain();
  const [keypad] = await world.test.database.query(
    (sql) => sql<{ messageId: number }[]>`
      select message_id as "messageId" from keypads where user_id = ${userId} and closed_at is null`,
  );
  const tap = (data: string) =>
    donor.send({
      callback_query: {
        id: 'q',
        from: { id: userId, first_name: 'P' },
        data,
        message: { message_id: keypad?.messageId, chat: { id: userId, type: 'private' } },
      },
    });
  await tap('donate_digit_9');
  await support.rule('ban', userId);
  expect((await tap('donate_confirm')).answer).toBe(NOT_SOLD);
  expect(await orders(userId)).toBe(0);
});

it('revokes the invite link of a banned user', async () => {
  const userId = support.newPerson();
  await support.meet(userId);
  await support.buy(userId);
  await world.drain();
  const [link = ''] = await world.liveLinks(userId);
  await support.rule('ban', userId);
  await world.drain();
  expect(await world.liveLinks(userId)).toEqual([]);
  expect(() => world.telegram.as(userId).join(link)).toThrow();
});

it('declines a join request that arrives before Telegram knows the ban', async () => {
  const userId = support.newPerson();
  await support.meet(userId);
  await support.buy(userId);
  await world.drain();
  const [link = ''] = await world.liveLinks(userId);
  world.telegram.as(userId).join(link);
  const confirm = await announce(world.test, { by: OWNER, channel: OPEN, ruling: 'ban', userId });
  await owner().press(confirm);
  await personWith(world.test, userId).send({
    chat_join_request: {
      chat: { id: CLOSED, type: 'channel' },
      from: { id: userId, first_name: 'P' },
      invite_link: { creator: { id: BOT } },
    },
  });
  await world.drain();
  expect(await support.status(userId)).toBe('kicked');
  expect(await world.isIn(userId)).toBe(false);
});

it('settles a payment of a banned user, who can join after the ban ends', async () => {
  const { userId } = await member();
  await support.rule('ban', userId);
  await world.drain();
  const { reference } = await support.buy(userId);
  const [order] = await world.test.database.query(
    (sql) => sql<{ state: string }[]>`select state from orders where reference = ${reference}`,
  );
  expect(order?.state).toBe('settled');
  expect(await support.daysLeft(userId)).toBe(60);
  await world.drain();
  expect(await world.said(OWNER)).toContain('access_trouble');
  expect(await support.status(userId)).toBe('kicked');
  const lifted = await support.rule('unban', userId);
  expect(lifted.text).toContain('The ban is lifted.');
  await world.drain();
  expect(await support.status(userId)).toBe('left');
  await support.join(userId);
  expect(await world.isIn(userId)).toBe(true);
  expect(await support.acts(userId)).toEqual(['banned', 'unbanned']);
});

it('sends a banned user nothing when their access ends', async () => {
  const { userId } = await member();
  await support.rule('ban', userId);
  await world.drain();
  const before = (await world.said(userId)).length;
  await world.advance(29.5 * DAY_MS);
  await world.drain();
  await world.advance(3 * DAY_MS);
  await world.drain();
  expect((await world.said(userId)).slice(before)).toEqual([]);
  expect(await support.status(userId)).toBe('kicked');
});

it('sends the invite link once after the ban ends', async () => {
  const userId = support.newPerson();
  await support.meet(userId);
  await support.rule('ban', userId);
  await support.buy(userId);
  await world.drain();
  await support.rule('unban', userId);
  await world.drain();
  const links = (await support.told(userId)).filter(({ message }) => message.type === 'access');
  expect(links).toMatchObject([{ message: { news: { type: 'paid' } } }]);
});

describe('if a ban and its end cross', () => {
  it('brings Telegram to the database state in any order', async () => {
    const { userId } = await member();
    await support.rule('ban', userId);
    await support.rule('unban', userId);
    await support.rule('ban', userId);
    for (const key of ['a', 'b', 'c']) await world.perform(applyBan(userId), key);
    expect(await support.status(userId)).toBe('kicked');
    await support.rule('unban', userId);
    for (const key of ['d', 'e']) await world.perform(applyBan(userId), key);
    expect(await support.status(userId)).toBe('left');
  });

  it.each(['ban', 'unban'] as const)(
    'ends in the latest state if they cross during the %s',
    async (first) => {
      const { userId } = await member();
      if (first === 'unban') {
        await support.rule('ban', userId);
        await world.perform(applyBan(userId), 'before');
      }
      await support.rule(first, userId);
      const crossing = first === 'ban' ? 'unban' : 'ban';
      let isCrossed = false;
      const cross = async () => {
        if (!isCrossed) await support.rule(crossing, userId);
        isCrossed = true;
      };
      const { api } = world.deps;
      const slow = {
        ...world.deps,
        api: Object.assign(Object.create(api) as typeof api, {
          banChatMember: async (...of: Parameters<typeof api.banChatMember>) => {
            await cross();
            return api.banChatMember(...of);
          },
          unbanChatMember: async (...of: Parameters<typeof api.unbanChatMember>) => {
            await cross();
            return api.unbanChatMember(...of);
          },
        }),
      };
      await performEffect(slow, applyBan(userId), attemptOf('crossed'));
      expect(isCrossed).toBe(true);
      expect(await support.status(userId)).toBe(crossing === 'ban' ? 'kicked' : 'left');
    },
  );

  it.each(['ban', 'unban'] as const)('recovers if a worker dies during the %s', async (ruling) => {
    for (const isAfter of [true, false]) {
      for (let step = 1, isDead = true; isDead; step += 1) {
        const userId = support.newPerson();
        await support.meet(userId);
        await support.buy(userId);
        await support.rule('ban', userId);
        if (ruling === 'unban') {
          await world.drain();
          await support.rule('unban', userId);
        }
        isDead = await dies(dying(world.deps, step, isAfter), applyBan(userId), `ruling:${userId}`);
        await world.drain();
        expect({ step, status: await support.status(userId) }).toEqual({
          step,
          status: ruling === 'ban' ? 'kicked' : 'left',
        });
        expect(await world.liveLinks(userId)).toHaveLength(ruling === 'ban' ? 0 : 1);
      }
    }
  });
});

it('retries a ban while Telegram is down and reports a missing right', async () => {
  const { userId } = await member();
  await support.rule('ban', userId);
  world.telegram.fault({ method: 'banChatMember', kind: 'error', status: 500 });
  expect(await world.perform(applyBan(userId), 'away')).toMatchObject({ type: 'later' });
  const description = 'Bad Request: not enough rights to restrict/unrestrict chat member';
  world.telegram.fault({ method: 'banChatMember', kind: 'error', status: 400, description, times: 3 });
  for (const attempts of [1, 2, 3])
    expect(await world.perform(applyBan(userId), 'refused', attempts)).toMatchObject({ type: 'later' });
  expect(await world.said(OWNER)).toContain('ban_trouble');
  expect(await world.perform(applyBan(userId), 'refused', 4)).toEqual({ type: 'done' });
  expect(await support.status(userId)).toBe('kicked');
});

it('reports a failed ban of a former manager to the owner', async () => {
  const manager = support.newPerson();
  const addManager = () =>
    world.test.database.query(
      (sql) => sql`
        insert into channel_administrators (open_channel_id, user_id, role, added_by)
        values (${OPEN}, ${manager}, 'manager', ${OWNER})`,
    );
  const failedBanMessages = async (recipientId: number, userId: number) =>
    (await support.told(recipientId)).filter(
      ({ message }) => message.type === 'ban_trouble' && JSON.stringify(message).includes(String(userId)),
    ).length;
  for (const [isDismissed, expected] of [
    [false, { manager: 1, owner: 0 }],
    [true, { manager: 0, owner: 1 }],
  ] as const) {
    const { userId } = await member();
    await addManager();
    await personWith(world.test, manager).press(
      await announce(world.test, { by: manager, channel: OPEN, ruling: 'ban', userId }),
    );
    if (isDismissed)
      await world.test.database.query(
        (sql) => sql`delete from channel_administrators where user_id = ${manager}`,
      );
    const description = 'Bad Request: not enough rights to restrict/unrestrict chat member';
    world.telegram.fault({ method: 'banChatMember', kind: 'error', status: 400, description, times: 3 });
    for (const attempts of [1, 2, 3]) await world.perform(applyBan(userId), `by:${userId}`, attempts);
    expect({
      manager: await failedBanMessages(manager, userId),
      owner: await failedBanMessages(OWNER, userId),
    }).toEqual(expected);
    await world.test.database.query(
      (sql) => sql`delete from channel_administrators where user_id = ${manager}`,
    );
  }
});

it('says that administrators cannot be banned', async () => {
  const page = await owner().press(`own_ban_${OPEN}_${OWNER}`);
  expect(page.text).toContain("They're on the team, or an administrator in Telegram.");
  const { userId } = await member();
  world.telegram.setMember(CLOSED, userId, 'administrator');
  await support.rule('ban', userId);
  expect(await world.perform(applyBan(userId), 'administrator')).toMatchObject({ type: 'failed' });
  expect(await isBanned(userId)).toBe(false);
  const report = (await support.told(OWNER)).find(({ message }) =>
    JSON.stringify(message).includes('"administrator"'),
  );
  expect(report?.message.type).toBe('ban_trouble');
});

it('refuses rulings that contradict a ban', async () => {
  const { userId } = await member();
  expect((await owner().press(`own_unban_${OPEN}_${userId}`)).text).toContain("They aren't banned.");
  const grant = await announce(world.test, { by: OWNER, channel: OPEN, ruling: 'grant', userId, days: 7 });
  await support.rule('ban', userId);
  expect((await owner().press(grant)).text).toContain("They're banned. Lift the ban first");
  expect(await support.daysLeft(userId)).toBe(30);
  expect((await owner().press(`own_ban_${OPEN}_${userId}`)).text).toContain("They're already banned.");
});
