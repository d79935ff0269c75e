import { addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { BOT, OPEN, OWNER } from '../../../tests/worlds/access';
import { personWith } from '../../../tests/worlds/owner';
import { usePlaceWorld, wordsOf } from '../../../tests/worlds/places';
import { listChannels } from '../../database/owner/channels';
import { notifyOwner } from './notify-owner';

const world = usePlaceWorld();

let lastId = 0;
/** A group that is told about sales, with the bot in it. */
async function newGroup(kind: 'group' | 'supergroup' = 'supergroup'): Promise<number> {
  lastId += 1;
  const id = kind === 'group' ? -4555 - lastId : -1007770009000 - lastId;
  world.telegram.addGroup({ id, title: `Team ${lastId}`, creatorId: OWNER });
  await sendTo(id);
  world.telegram.setMember(id, BOT, 'member');
  await world.heard();
  await world.told(OWNER);
  return id;
}

const sendTo = (chatId: number) =>
  world.test.database.query((sql) => sql`update channels set notifications_chat_id = ${chatId}`);

/** Sells one subscription. Returns the buyer's name, which the news of it contains. */
async function sell(): Promise<string> {
  const { userId } = await world.newBuyer(null);
  const reference = await addTierOrder(world.test.database, { userId, openChannelId: OPEN });
  await settleIpn(world.test.database, paymentOf(reference, { userId, openChannelId: OPEN }));
  await world.heard();
  return `@buyer_${userId}`;
}

const readBy = (chatId: number) => world.telegram.messages(chatId).map(({ text }) => text);
const has = (chatId: number, words: string) => readBy(chatId).filter((text) => text.includes(words)).length;
const target = async () =>
  (await listChannels(world.test.database)).find(({ openChannelId }) => openChannelId === OPEN);
const menu = async () => (await personWith(world.test, OWNER).press(`own_menu_${OPEN}`)).text;
const callsTo = (chatId: number) =>
  world.telegram.calls.filter(({ payload }) => Number(payload['chat_id']) === chatId).length;

describe('a group that becomes a supergroup', () => {
  it('is followed when Telegram says so in the group', async () => {
    const old = await newGroup('group');
    const to = world.telegram.upgradeGroup(old);
    await world.telegram.drained();
    expect((await target())?.notificationsChatId).toBe(to);
    // The new group can be known before what it was is.
    await world.told(OWNER);
    const before = callsTo(old);
    const buyer = await sell();
    expect([has(to, buyer), callsTo(old) - before]).toEqual([1, 0]);
    expect(await world.told(OWNER)).toEqual([]);
  });

  it.each(['a notice', 'a signed call', 'a test'])('is followed when %s is refused there', async (what) => {
    const old = await newGroup('group');
    const to = world.telegram.upgradeGroup(old);
    await world.telegram.drained();
    // As if the update had been lost.
    await sendTo(old);
    const sent = readBy(to).length;
    if (what === 'a notice') await sell();
    if (what === 'a signed call')
      await notifyOwner(world.deps, OPEN, ({ title, now }) => ({
        type: 'test_notification',
        title,
        openChannelId: OPEN,
        at: now.toISOString(),
      }));
    if (what === 'a test') await personWith(world.test, OWNER).press(`own_notify-test_${OPEN}`);
    await world.heard();
    expect(readBy(to).length).toBe(sent + 1);
    expect((await target())?.notificationsChatId).toBe(to);
    const before = callsTo(old);
    const buyer = await sell();
    expect([has(to, buyer), callsTo(old) - before]).toEqual([1, 0]);
  });

  it('gets what was promised to its old id, missed news included', async () => {
    const old = await newGroup('group');
    world.telegram.setWriting(old, 'restricted');
    const missed = await sell();
    world.telegram.setWriting(old, 'everybody');
    const to = world.telegram.upgradeGroup(old);
    await world.telegram.drained();
    const buyer = await sell();
    await world.heard();
    expect([has(to, missed), has(to, buyer)]).toEqual([1, 1]);
  });
});

/** Ways in which a chat stops to take messages, how it ends, and what Telegram says. */
const LOSSES: readonly [string, (id: number) => void, ((id: number) => void) | null, RegExp][] = [
  [
    'is closed',
    (id) => world.telegram.setWriting(id, 'topic_closed'),
    (id) => world.telegram.setWriting(id, 'everybody'),
    /TOPIC_CLOSED/,
  ],
  [
    'is restricted by Telegram',
    (id) => world.telegram.setWriting(id, 'restricted'),
    (id) => world.telegram.setWriting(id, 'everybody'),
    /CHAT_RESTRICTED/,
  ],
  [
    'lets only administrators write',
    (id) => {
      world.telegram.setMember(id, BOT, 'member');
      world.telegram.setWriting(id, 'administrators');
    },
    (id) => world.telegram.setMember(id, BOT, 'administrator'),
    /not enough rights to send/,
  ],
  [
    'restricts the bot',
    (id) => world.telegram.setMember(id, BOT, 'restricted'),
    (id) => world.telegram.setMember(id, BOT, 'member'),
    /removed or isn't allowed to write|not enough rights/,
  ],
  [
    'removes the bot',
    (id) => world.telegram.setMember(id, BOT, 'kicked'),
    (id) => world.telegram.setMember(id, BOT, 'member'),
    /removed or isn't allowed to write|kicked/,
  ],
  [
    'is left by the bot',
    (id) => world.telegram.setMember(id, BOT, 'left'),
    (id) => world.telegram.setMember(id, BOT, 'member'),
    /removed or isn't allowed to write|not a member/,
  ],
  ['is deleted', (id) => world.telegram.deleteChat(id), null, /chat not found/],
];

describe.each(LOSSES)('a chat that %s', (_, lose, restore, reason) => {
  it('is shown as unreachable, and its owner is told once in private', async () => {
    const id = await newGroup();
    await world.test.database.query((sql) => sql`delete from outbox where failed_at is not null`);
    lose(id);
    const missed = [await sell(), await sell(), await sell()];
    const told = await world.told(OWNER);
    expect(told.map(({ type }) => type)).toEqual(['notices_unreachable']);
    expect(wordsOf(told[0])).toMatch(/“Team \d+”/);
    expect(wordsOf(told[0])).toMatch(reason);
    expect(await menu()).toMatch(/can't deliver sales news to “Team \d+”/);
    expect((await target())?.unreachableReason).toMatch(reason);
    const page = await personWith(world.test, OWNER).press(`own_notify_${OPEN}`);
    expect(page.text).toMatch(/Missed in 30 days: 3/);
    if (restore === null) return;

    restore(id);
    await world.heard();
    const buyer = await sell();
    for (const each of [...missed, buyer]) expect([each, has(id, each)]).toEqual([each, 1]);
    expect((await target())?.unreachableReason).toBeNull();
    expect(await menu()).not.toMatch(/can't deliver/);
    expect(await world.told(OWNER)).toEqual([]);

    lose(id);
    await sell();
    expect((await world.told(OWNER)).map(({ type }) => type)).toEqual(['notices_unreachable']);
  });
});

it('sends missed news to another chat when its owner asks', async () => {
  const id = await newGroup();
  world.telegram.deleteChat(id);
  const missed = await sell();
  await sendTo(OWNER);
  await personWith(world.test, OWNER).press(`own_notify-again_${OPEN}`);
  await world.advance(60_000);
  await world.heard();
  expect(has(OWNER, missed)).toBe(1);
});

it('tells the owner that a manager blocked the bot', async () => {
  const manager = 7100;
  world.telegram.addUser({ id: manager, first_name: 'Max', username: 'max' });
  world.telegram.as(manager).start();
  await world.heard();
  await sendTo(manager);
  await world.told(OWNER);
  world.telegram.as(manager).block();
  await world.heard();
  const told = await world.told(OWNER);
  expect(told.map(({ type }) => type)).toEqual(['notices_unreachable']);
  expect(wordsOf(told[0])).toMatch(/@max[\s\S]*unblock me/);
});

it('does not write to an owner about their own chat', async () => {
  await sendTo(OWNER);
  world.telegram.as(OWNER).block();
  await world.heard();
  await sell();
  expect((await world.told(OWNER)).map(({ type }) => type)).toEqual(['subscription_sold']);
  world.telegram.as(OWNER).start();
  await world.heard();
});
