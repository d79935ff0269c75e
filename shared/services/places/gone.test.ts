import { BOT, CLOSED, grantOf, OPEN, OWNER, removalOf } from '../../../tests/worlds/access';
import { personWith } from '../../../tests/worlds/owner';
import { usePlaceWorld, wordsOf } from '../../../tests/worlds/places';
import { readMetrics } from '../../database/operations/metrics';
import { listMissed } from '../../database/reports/notifications';
import { alarmsFrom } from '../../domain/operations/alarms';

const world = usePlaceWorld();
const OTHER = -1005555555555;

/** The promises about the channel that ended, by kind. */
const ended = async () => {
  const rows = await world.test.database.query(
    (sql) => sql<{ kind: string }[]>`
      select kind from outbox where failed_at is not null and last_error = 'the private channel was deleted' order by kind`,
  );
  return rows.map(({ kind }) => kind);
};
const owner = () => personWith(world.test, OWNER);
const promise = (kind: string, userId: number, paidUntil: number | null = null) =>
  world.test.database.query(
    (sql) => sql`
      insert into outbox (kind, payload, idempotency_key, expires_at)
      values (${kind}, ${sql.json({ openChannelId: OPEN, userId, paidUntil, news: { type: 'asked' }, reference: null })},
        ${`${kind}:${userId}`}, app_now() + interval '400 days')`,
  );

it('ends with one message to the owner, visible promises and no alarm, and goes on elsewhere', async () => {
  const member = await world.newBuyer('30 days');
  await world.perform(grantOf(member), 'grant');
  world.telegram.as(member.userId).join(String((await world.liveLinks(member.userId))[0]));
  await world.heard();
  expect(await world.isIn(member.userId)).toBe(true);
  const expired = await world.newBuyer('-2 days');
  const waiting = await world.newBuyer('10 days');
  await world.heard();
  for (const { userId } of [member, expired, waiting]) await world.told(userId);
  await world.told(OWNER);

  world.telegram.deleteChat(CLOSED);
  await promise('remove_member', expired.userId, expired.paidUntil);
  await promise('grant_access', waiting.userId);
  await promise('apply_ban', expired.userId);
  await world.heard();
  await world.advance(3 * 24 * 3600 * 1000);
  await world.nextDay();

  const told = await world.told(OWNER);
  expect(told.map(({ type }) => type)).toEqual(['place_gone']);
  const words = wordsOf(told[0]);
  expect(words).toMatch(/2 subscribers have days left/);
  for (const { userId } of [member, waiting]) expect(words).toContain(`@buyer_${userId}`);
  expect(words).not.toContain(`@buyer_${expired.userId}`);
  expect((await world.told(waiting.userId)).map(({ type }) => type)).toEqual(['access_delayed']);
  expect(await ended()).toEqual(['apply_ban', 'grant_access', 'remove_member']);
  const alarms = alarmsFrom((await readMetrics(world.test.database)).measures).map(({ name }) => name);
  expect(alarms.filter((name) => /outbox|removal/.test(name))).toEqual([]);
  expect(await listMissed(world.test.database, { openChannelId: OPEN, limit: 5 })).toEqual([]);
  const stranger = personWith(world.test, 90_001);
  expect((await stranger.press(`channel_${OPEN}`)).text).toMatch(/not on sale right now/);
  expect((await stranger.press(`sub_tier_${OPEN}_1`)).answer).toMatch(/isn't on sale right now/);
  expect((await owner().press(`own_menu_${OPEN}`)).text).toMatch(/private channel is gone/);

  world.telegram.addChannel({ id: OTHER, title: 'Signals VIP 2', creatorId: OWNER });
  world.telegram.as(OWNER).admin.addBot(OTHER, ['invite_users', 'restrict_members']);
  await world.heard();
  const asking = { asking: world.asking, botId: BOT };
  const chosen = await personWith(world.test, OWNER, asking).press(`own_set-private_${OPEN}_${OTHER}`);
  expect(chosen.text).toMatch(/It's on sale now/);
  await world.heard();
  expect(await ended()).toEqual([]);
  for (const { userId } of [member, waiting]) {
    const [link, ...others] = await world.liveLinks(userId);
    expect(others).toEqual([]);
    world.telegram.as(userId).join(String(link));
    await world.heard();
    expect((await world.deps.api.getChatMember(OTHER, userId)).status).toBe('member');
  }
  const access = (await world.told(member.userId)).at(-1);
  expect(wordsOf(access)).toMatch(/moved to a new channel/);
  expect((await stranger.press(`channel_${OPEN}`)).text).not.toMatch(/not on sale/);
});

it.each(['getChatMember', 'approveChatJoinRequest', 'createChatInviteLink', 'unbanChatMember'] as const)(
  'is found out by %s',
  async (method) => {
    await world.test.database.query(
      (sql) => sql`update channels set closed_channel_id = ${CLOSED} where open_channel_id = ${OPEN}`,
    );
    await world.test.database.query(
      (sql) => sql`update bot_chats set gone_at = null, status = 'administrator', rights = '{}'`,
    );
    const fault = { kind: 'error', status: 400, description: 'Bad Request: chat not found' } as const;
    const buyer = await world.newBuyer(method === 'unbanChatMember' ? '-2 days' : '30 days');
    world.telegram.addChannel({ id: CLOSED, title: 'Signals VIP', creatorId: OWNER });
    world.telegram.setMember(CLOSED, BOT, 'administrator');
    if (method === 'unbanChatMember') world.telegram.setMember(CLOSED, buyer.userId, 'member');
    await world.heard();
    await world.test.database.query(
      (sql) => sql`update members set origin = 'admitted', is_protected = false`,
    );
    await world.told(OWNER);
    // The return of the bot's rights promises the same to everyone who waits, and the worker may have done it already.
    await world.test.database.query(
      (sql) => sql`
        with promised as (delete from outbox where kind = 'grant_access' and delivered_at is null)
        delete from place_links where user_id = ${buyer.userId}`,
    );
    world.telegram.fault({ method, ...fault, times: Infinity });
    const effect = method === 'unbanChatMember' ? removalOf(buyer) : grantOf(buyer);
    expect(await world.perform(effect, `gone:${method}`)).toEqual({
      type: 'failed',
      reason: 'the private channel was deleted',
    });
    expect((await world.told(OWNER)).map(({ type }) => type)).toEqual(['place_gone']);
    expect(await world.perform(effect, `again:${method}`)).toMatchObject({ type: 'failed' });
    expect(await world.told(OWNER)).toEqual([]);
    world.telegram.clearFaults();
  },
);
