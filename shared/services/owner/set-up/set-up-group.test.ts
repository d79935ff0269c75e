import { listOpenPlaces } from '../../../database/places/known-chats';
import { readPicker } from '../../../database/owner/pickers';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { addSellingChannel } from '../../../../tests/support/subscription';
import { settingUp, setUpPath } from '../../../../tests/worlds/set-up';
import type { FakeChat } from '../../../../tests/worlds/update-context';
import type { ClosedChannelId, OpenChannelId } from '../../../domain/common/ids';

const test = useTestDatabase();
const world = settingUp(test);

const RIGHTS = ['can_invite_users', 'can_restrict_members'];
let last = 0;
/** A new owner at the first page, with the ids of a supergroup and of a basic group of theirs. */
async function newOwner() {
  last += 1;
  const userId = 95_000 + last;
  await world.person(userId).say('/setup');
  return { userId, chatId: -1008100000000 - last * 10, basicId: -810_000 - last };
}
const group = (userId: number, more: Partial<FakeChat> = {}): FakeChat => ({
  title: 'Alpha club',
  type: 'supergroup',
  administrators: [userId],
  botRights: RIGHTS,
  ...more,
});

let updates = 950_000_000;
/** Opens the picker of groups by its button and picks a group. Returns the page that the worker then shows. */
async function pick(userId: number, chatId: number, button = 'setup_private_group'): Promise<string> {
  await world.person(userId).press(button, (updates += 1));
  const picker = await readPicker(test.database, userId);
  await world.person(userId).send(
    {
      message: {
        message_id: 77,
        date: 1_800_000_000,
        from: { id: userId },
        chat: { id: userId, type: 'private' },
        chat_shared: { request_id: picker?.requestId ?? 0, chat_id: chatId, title: 'Alpha club' },
      },
    },
    (updates += 1),
  );
  return world.showPromised(userId);
}
const placesOf = (chatId: number) => listOpenPlaces(test.database, [chatId as OpenChannelId]);

it('puts a group on sale by taps alone, and calls it a group', async () => {
  const { userId, chatId } = await newOwner();
  world.chats.set(chatId, group(userId));
  expect(await pick(userId, chatId)).toMatch(/a public channel, too/);
  const review = await world.walk(userId, ...setUpPath(chatId).slice(2));
  expect(review.text).toMatch(/Private group: Alpha club/);
  const started = await world.person(userId).press('setup_review_start');
  expect(started.text).toMatch(/It's on sale/);
  expect(await placesOf(chatId)).toMatchObject([
    { chatId, kind: 'supergroup', role: 'main', title: 'Alpha club' },
  ]);
  expect((await world.person(userId).press(`own_settings_${chatId}`)).text).toMatch(/Private group:/);
});

it('offers a group that the bot was added to by hand, beside channels', async () => {
  const { userId, chatId } = await newOwner();
  await world.promote(userId, chatId, { type: 'supergroup', title: 'Alpha club' });
  await world.greet(chatId, userId);
  expect(world.sent.at(-1)?.text).toMatch(/I was added to:\n• Alpha club/);
  await world.walk(userId, ...setUpPath(chatId), 'setup_review_start');
  expect(await placesOf(chatId)).toMatchObject([{ kind: 'supergroup' }]);
});

it('never offers a group to post in', async () => {
  const { userId, chatId } = await newOwner();
  await world.promote(userId, chatId, { type: 'supergroup' });
  await world.promote(userId, chatId - 1, { title: 'Sold' });
  const page = await world.walk(userId, 'setup_open', `setup_private_${chatId - 1}`);
  expect(page.text).toMatch(/a public channel, too/);
  expect(page.buttons).not.toContain(`setup_public_${chatId}`);
  expect(page.buttons).not.toContain('setup_public_group');
  expect(await pick(userId, chatId, 'setup_public_pick')).toMatch(/only post in channels, not in groups/);
  expect(await world.stepOf(userId)).toBe('public');
});

const OTHER = 94_999;
const REFUSED: Readonly<Record<string, readonly [(userId: number) => FakeChat | undefined, RegExp]>> = {
  'without the bot': [
    (userId) => group(userId, { botRights: null }),
    /I'm not an administrator of “Alpha club”\. Open it, tap its name, then Administrators \(in a group: Edit → Administrators\)/,
  ],
  'that the user does not administer': [
    () => group(OTHER),
    /Telegram says you aren't an administrator of “Alpha club”\. Ask its creator/,
  ],
  'in which the bot lacks rights': [
    (userId) => group(userId, { botRights: [] }),
    /I still need “Invite Users via Link” and “Ban Users” in “Alpha club”\. Open the group, tap its name, then Edit → Administrators → me/,
  ],
  'in which the user lacks a right': [
    (userId) =>
      group(OTHER, { members: { [userId]: { status: 'administrator', rights: ['can_invite_users'] } } }),
    /You need “Ban Users” in “Alpha club”/,
  ],
  'that anyone can join': [
    (userId) => group(userId, { username: 'alpha_club' }),
    /Anyone can join “Alpha club” through @alpha_club[^]*open the group → Edit → Group Type → Private Group/,
  ],
};

it.each(Object.entries(REFUSED))(
  'refuses a group %s and says what to press',
  async (_, [chatFor, reason]) => {
    const { userId, chatId } = await newOwner();
    const chat = chatFor(userId);
    if (chat) world.chats.set(chatId, chat);
    expect(await pick(userId, chatId)).toMatch(reason);
    expect(await world.stepOf(userId)).toBe('private');
    // Once everything is right, the button on that page takes it.
    await world.promote(userId, chatId, { type: 'supergroup' });
    await world.walk(userId, `setup_private_${chatId}`);
    expect(await world.stepOf(userId)).toBe('public');
  },
);

it.each(['main', 'extra', 'public'])("refuses a group that is another owner's %s place", async (role) => {
  const { userId, chatId } = await newOwner();
  const openChannelId = (chatId - 5) as OpenChannelId;
  await addSellingChannel(test.database, {
    openChannelId,
    closedChannelId: (role === 'main' ? chatId : openChannelId) as ClosedChannelId,
    ownerUserId: OTHER,
  });
  await test.database.query((sql) =>
    role === 'extra'
      ? sql`insert into places (open_channel_id, chat_id, kind, role, position) values (${openChannelId}, ${chatId}, 'supergroup', 'extra', 1)`
      : role === 'public'
        ? sql`update channels set public_channel_id = ${chatId} where open_channel_id = ${openChannelId}`
        : sql`select`,
  );
  world.chats.set(chatId, group(userId));
  expect(await pick(userId, chatId)).toMatch(/already part of an offer here/);
  expect(await world.stepOf(userId)).toBe('private');
});

const BASIC = /basic group[^]*Edit → Chat History for New Members → Visible\. Then tap Check again/;

describe('a basic group', () => {
  it('is refused with what to press, and taken once it was upgraded', async () => {
    const { userId, chatId, basicId } = await newOwner();
    world.chats.set(basicId, group(userId, { type: 'group' }));
    expect(await pick(userId, basicId)).toMatch(BASIC);
    const again = await world.person(userId).press(`setup_private_${basicId}`);
    expect(again.text).toMatch(BASIC);
    expect(again.buttons).toContain(`setup_private_${basicId}`);
    world.chats.set(basicId, group(userId, { movedTo: chatId }));
    world.chats.set(chatId, group(userId));
    await world.person(userId).press(`setup_private_${basicId}`);
    expect(await world.stepOf(userId)).toBe('public');
    await world.walk(userId, ...setUpPath(chatId).slice(2), 'setup_review_start');
    expect(await placesOf(chatId)).toMatchObject([{ kind: 'supergroup', title: 'Alpha club' }]);
  });

  it('is refused, and followed, for what is sold already', async () => {
    const { userId, chatId, basicId } = await newOwner();
    const openChannelId = (chatId - 5) as OpenChannelId;
    await addSellingChannel(test.database, {
      openChannelId,
      closedChannelId: openChannelId as number as ClosedChannelId,
      ownerUserId: userId,
    });
    const tap = () => world.person(userId).press(`own_set-private_${openChannelId}_${basicId}`);
    world.chats.set(basicId, group(userId, { type: 'group' }));
    expect((await tap()).text).toMatch(BASIC);
    world.chats.set(basicId, group(userId, { movedTo: chatId }));
    world.chats.set(chatId, group(userId));
    expect((await tap()).text).toMatch(/on sale now[^]*Private group:/);
  });

  it('changes nothing while Telegram is silent', async () => {
    const { userId, basicId } = await newOwner();
    world.state.isSilent = true;
    const seen = await world.person(userId).press(`setup_private_${basicId}`);
    world.state.isSilent = false;
    expect(seen.answer).toMatch(/Telegram/);
    expect(await world.stepOf(userId)).toBe('private');
  });
});

it('says who gets into the discussion group of a channel without paying', async () => {
  const { userId, chatId } = await newOwner();
  world.chats.set(chatId, group(userId, { linkedChatId: chatId - 1 }));
  await pick(userId, chatId);
  const review = await world.walk(userId, ...setUpPath(chatId).slice(2));
  expect(review.text).toMatch(
    /discussion group of a channel\. Everyone in that channel can open it without paying/,
  );
});
