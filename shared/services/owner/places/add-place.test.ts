import { nowSeconds } from '../../../../tests/support/clock';
import { openDialog, readDialog } from '../../../database/common/dialogs';
import { BOT, CLOSED, OPEN, OWNER } from '../../../../tests/worlds/access';
import { personWith } from '../../../../tests/worlds/owner';
import { usePlaceWorld } from '../../../../tests/worlds/places';

const world = usePlaceWorld();
const database = () => world.test.database;
const GROUP = -1005555555555;
const RIGHTS = { can_invite_users: true, can_restrict_members: true };
const by = (userId = OWNER) => personWith(world.test, userId, { asking: world.asking, botId: BOT });
const press = (action: string, argument?: number | string) =>
  by().press(`own_${action}_${OPEN}${argument === undefined ? '' : `_${argument}`}`);
const YES = /^own_(open|close)-place_/;

/** The places beside the main one, with their roles. */
const openChats = async () => {
  const rows = await database().query(
    (sql) => sql<{ chat: string }[]>`
      select role || ' ' || chat_id as chat from places
      where open_channel_id = ${OPEN} and closed_at is null and role <> 'main' order by 1`,
  );
  return rows.map(({ chat }) => chat);
};
const isBotIn = (chatId: number, isIn = true) =>
  world.telegram.setMember(chatId, BOT, isIn ? 'administrator' : 'left', RIGHTS);

beforeAll(() => {
  world.telegram.addGroup({ id: GROUP, title: 'Talk', creatorId: OWNER });
  isBotIn(CLOSED);
});
beforeEach(async () => {
  isBotIn(GROUP);
  await world.heard();
});
afterEach(async () => {
  world.telegram.linkChats(CLOSED, undefined);
  await database().query((sql) => sql`delete from outbox`);
  await database().query((sql) => sql`delete from places where role <> 'main'`);
});

describe('the discussion group of the main channel', () => {
  beforeEach(() => world.telegram.linkChats(CLOSED, GROUP));

  it('is named where it stays open, and included as such after a yes', async () => {
    const warned = /still read and write in (the discussion group “Talk”|your channel's discussion group)/;
    const listed = await press('places');
    expect(listed.text).toMatch(warned);
    expect((await press('settings')).text).toMatch(warned);
    expect((await press('links', 'new')).buttons).toContain(`own_set-extra_${OPEN}_${GROUP}`);
    expect(listed.buttons).toContain(`own_set-extra_${OPEN}_${GROUP}`);
    const { buttons, text } = await press('set-extra', GROUP);
    expect(text).toMatch(/Add the group “Talk”/);
    await by().press(String(buttons.find((data) => YES.test(data))));
    expect(await openChats()).toEqual([`discussion ${GROUP}`]);
    for (const page of ['places', 'settings']) expect((await press(page)).text).not.toMatch(warned);
  });

  it('is refused while the bot is not there, with the link that adds it and a second check', async () => {
    isBotIn(GROUP, false);
    const { text, message, buttons } = await press('set-extra', GROUP);
    expect(text).toMatch(/I'm not an administrator of the discussion group\. Tap Add to group/);
    expect(message).toMatchObject({
      addGroupUrl: expect.stringMatching(/startgroup&admin=invite_users\+restrict_members/) as string,
    });
    isBotIn(GROUP);
    const again = await by().press(String(buttons.find((data) => data.endsWith(String(GROUP)))));
    expect(again.text).toMatch(/Add the group “Talk”/);
  });

  it('stays a place when another group takes its part, which the page says', async () => {
    const { buttons } = await press('set-extra', GROUP);
    await by().press(String(buttons.find((data) => YES.test(data))));
    const next = GROUP - 1;
    world.telegram.addGroup({ id: next, title: 'Next talk', creatorId: OWNER });
    isBotIn(next);
    world.telegram.linkChats(CLOSED, next);
    const seen = await press('places');
    expect(seen.text).toMatch(/“Talk” is no longer the discussion group of your channel/);
    expect(seen.buttons).toContain(`own_set-extra_${OPEN}_${next}`);
    expect(await openChats()).toEqual([`discussion ${GROUP}`]);
  });
});

describe('a chat that is picked in Telegram', () => {
  const shared = (requestId: number, chatId: number) => ({
    message: {
      message_id: 77,
      date: nowSeconds(),
      from: { id: OWNER, first_name: 'O' },
      chat: { id: OWNER, type: 'private' },
      chat_shared: { request_id: requestId, chat_id: chatId, title: 'Talk' },
    },
  });
  const askedFor = async () => Number((await readDialog(database(), OWNER))?.draft.requestId);
  const told = async () => (await world.told(OWNER)).map(({ type }) => type);

  it.each(['pick', 'group'])('is asked about like one that was chosen: %s', async (which) => {
    await press('set-extra', which);
    expect(await told()).toContain('pick_chat');
    const update = shared(await askedFor(), GROUP);
    await by().send(update, 9_000_001);
    await by().send(update, 9_000_001);
    expect((await told()).sort()).toEqual(['picker_closed', 'place_asked']);
    expect(await readDialog(database(), OWNER)).toBeUndefined();
    expect(await openChats()).toEqual([]);
    await database().query((sql) => sql`delete from inbox where delivery_id = '9000001'`);
  });

  const said = () => world.telegram.messages(OWNER).map(({ text }) => text);
  /** Telegram says that the bot is an administrator there before it says that the group was picked. */
  const addedTo = async (chatId: number) => {
    world.telegram.addGroup({ id: chatId, title: `Fresh ${chatId}`, creatorId: OWNER });
    isBotIn(chatId);
    await world.telegram.drained();
  };

  it.each([
    ['before', -1005555556001],
    ['after', -1005555556002],
  ])('is not offered for sale by itself if the worker looks %s the pick arrives', async (when, chatId) => {
    await press('set-extra', 'group');
    const requestId = await askedFor();
    await addedTo(chatId);
    if (when === 'before') await world.heard();
    await by().send(shared(requestId, chatId));
    await world.heard();
    expect(said()).toContainEqual(expect.stringContaining(`Add the group “Fresh ${chatId}”`));
    expect(said()).not.toContainEqual(expect.stringContaining(`• Fresh ${chatId}`));
  });

  it('is not offered for sale by itself if it is the discussion group of an offer', async () => {
    const chatId = -1005555556003;
    world.telegram.addGroup({ id: chatId, title: `Fresh ${chatId}`, creatorId: OWNER });
    world.telegram.linkChats(CLOSED, chatId);
    await press('places');
    await addedTo(chatId);
    await world.heard();
    expect(said()).not.toContainEqual(expect.stringContaining(`• Fresh ${chatId}`));
  });

  it('is explained by its page alone if it is a basic group', async () => {
    await press('set-extra', 'group');
    await by().send({
      my_chat_member: {
        date: nowSeconds(),
        chat: { id: -4712, type: 'group', title: 'Basic' },
        from: { id: OWNER },
        new_chat_member: { status: 'member' },
      },
    });
    expect(await told()).not.toContain('groups_not_sold');
  });

  it('is refused if it is a basic group, with what makes it another one', async () => {
    await press('set-extra', 'group');
    await by().send(shared(await askedFor(), -4711));
    const [asked] = (await world.told(OWNER)).filter(({ type }) => type === 'choose_place');
    expect(asked).toMatchObject({ complaint: { answer: 'basic_group' } });
  });

  it('is not asked about if the question was closed or is of another request', async () => {
    await press('set-extra', 'pick');
    const requestId = await askedFor();
    await by().send(shared(requestId + 1, GROUP));
    await press('places');
    await by().send(shared(requestId, GROUP));
    expect((await told()).filter((type) => type === 'place_asked')).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it('is not asked about for a user who lost the role', async () => {
    await press('set-extra', 'pick');
    const requestId = await askedFor();
    await database().query(
      (sql) => sql`update channels set owner_user_id = 1 where open_channel_id = ${OPEN}`,
    );
    await by().send(shared(requestId, GROUP));
    await database().query(
      (sql) => sql`update channels set owner_user_id = ${OWNER} where open_channel_id = ${OPEN}`,
    );
    expect(await told()).not.toContain('place_asked');
  });

  it('may not be asked for by a manager', async () => {
    const opened = await openDialog(
      database(),
      { source: 'telegram', deliveryId: 'm', correlationId: 'm' },
      {
        openChannelId: OPEN,
        userId: 42,
        question: 'extra_place',
        messageId: null,
        draft: { requestId: 1 },
        action: 'set-extra',
      },
    );
    expect(opened).toBe(false);
  });
});
