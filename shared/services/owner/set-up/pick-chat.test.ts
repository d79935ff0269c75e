import { readPicker } from '../../../database/owner/pickers';
import { readSetUp } from '../../../database/owner/set-ups';
import { addSellingChannel } from '../../../../tests/support/subscription';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { settingUp, setUpPath } from '../../../../tests/worlds/set-up';
import { ALL_RIGHTS, type FakeChat } from '../../../../tests/worlds/update-context';
import type { ClosedChannelId, OpenChannelId } from '../../../domain/common/ids';
import type { SetUpDraft } from '../../../domain/owner/set-up';

const test = useTestDatabase();
const world = settingUp(test);

let last = 0;
/** A new owner who has reached the page that asks for the private channel, and the id of a channel of theirs. */
async function newOwner() {
  last += 1;
  const userId = 90_000 + last;
  await world.person(userId).say('/setup');
  return { userId, chatId: -1008000000000 - last * 10 };
}
let updates = 900_000_000;
const DATE = 1_800_000_000;
const ofUser = (userId: number) => ({ id: userId, first_name: 'P', username: `user_${userId}` });

/** An update that says which channel the user picked. */
const shared = (userId: number, requestId: number, chatId: number, title = 'Alpha') => ({
  message: {
    message_id: 77,
    date: DATE,
    from: ofUser(userId),
    chat: { id: userId, type: 'private' },
    chat_shared: { request_id: requestId, chat_id: chatId, title },
  },
});
const promotion = (userId: number, chatId: number, title = 'Alpha') => ({
  my_chat_member: {
    date: DATE,
    chat: { id: chatId, type: 'channel', title },
    from: ofUser(userId),
    new_chat_member: {
      status: 'administrator',
      ...Object.fromEntries(ALL_RIGHTS.map((right) => [right, true])),
    },
  },
});
/** Sends an update, and then again, as Telegram does if the first answer is lost. */
async function sendTwice(userId: number, update: object): Promise<void> {
  const id = (updates += 1);
  await world.person(userId).send(update, id);
  await world.person(userId).send(update, id);
}

/** Opens the picker by the button on the page. Returns its request id. */
async function openPicker(userId: number, data = 'setup_private_pick'): Promise<number> {
  await world.person(userId).press(data, (updates += 1));
  const picker = await readPicker(test.database, userId);
  return picker?.requestId ?? 0;
}
/** What a user was promised since, by kind or by type of message. */
const promisedTo = async (userId: number) => {
  const rows = await test.database.query(
    (sql) => sql<{ what: string }[]>`
      select coalesce(payload -> 'message' ->> 'type', kind) as what from outbox
      where ${userId} in ((payload ->> 'userId')::bigint, (payload ->> 'chatId')::bigint) and kind <> 'offer_set_up'
      order by outbox_id`,
  );
  return rows.map(({ what }) => what);
};
const draftOf = async (userId: number) => (await readSetUp(test.database, userId))?.draft as SetUpDraft;
const channel = (userId: number, more: Partial<FakeChat> = {}): FakeChat => ({
  title: 'Alpha',
  administrators: [userId],
  botRights: ALL_RIGHTS,
  ...more,
});
/** Whether a user would see a channel among those to choose from. */
const isListed = async (userId: number, chatId: number) => {
  const { buttons } = await world.person(userId).press('setup_private_look');
  return buttons.includes(`setup_private_${chatId}`);
};

describe.each([
  ['before', ['my_chat_member', 'chat_shared']],
  ['after', ['chat_shared', 'my_chat_member']],
] as const)('if Telegram reports the rights %s the pick', (_, order) => {
  it('takes a picked channel once', async () => {
    const { userId, chatId } = await newOwner();
    const requestId = await openPicker(userId);
    world.chats.set(chatId, channel(userId));
    const given = {
      my_chat_member: promotion(userId, chatId),
      chat_shared: shared(userId, requestId, chatId),
    };
    for (const each of order) {
      await sendTwice(userId, given[each]);
      // The user knows that the bot was added, whenever the worker comes to say so.
      await world.greet(chatId, userId);
    }
    expect(world.sent.filter((message) => message.chatId === userId)).toEqual([]);
    expect(await world.stepOf(userId)).toBe('public');
    expect((await draftOf(userId)).privateChat).toEqual({ chatId, kind: 'channel', title: 'Alpha' });
    expect(await readPicker(test.database, userId)).toBeUndefined();
    expect(await promisedTo(userId)).toEqual(['show_set_up', 'pick_chat', 'show_set_up', 'picker_closed']);
    expect(await world.showPromised(userId)).toMatch(/Do you have a public channel, too/);
  });

  it.each(['private', 'public'] as const)('gives a channel on sale another %s one', async (kind) => {
    const { userId, chatId } = await newOwner();
    const openChannelId = (chatId - 1) as OpenChannelId;
    await addSellingChannel(test.database, {
      openChannelId,
      closedChannelId: openChannelId as number as ClosedChannelId,
      ownerUserId: userId,
    });
    const requestId = await openPicker(userId, `own_set-${kind}_${openChannelId}_pick`);
    world.chats.set(chatId, channel(userId));
    const given = {
      my_chat_member: promotion(userId, chatId),
      chat_shared: shared(userId, requestId, chatId),
    };
    for (const each of order) await sendTwice(userId, given[each]);
    const [row] = await test.database.query(
      (sql) => sql<{ private: number; public: number | null }[]>`
        select closed_channel_id as private, public_channel_id as public from channels
        where open_channel_id = ${openChannelId}`,
    );
    expect(row?.[kind]).toBe(chatId);
    expect(await readPicker(test.database, userId)).toBeUndefined();
    const promised = await promisedTo(userId);
    expect(promised.slice(-2)).toEqual(['show_page', 'picker_closed']);
  });
});

it('takes a public channel for the second question', async () => {
  const { userId, chatId } = await newOwner();
  await world.promote(userId, chatId);
  await world.walk(userId, `setup_private_${chatId}`);
  const requestId = await openPicker(userId, 'setup_public_pick');
  world.chats.set(chatId - 1, channel(userId, { username: 'alpha_news', botRights: ['can_post_messages'] }));
  await sendTwice(userId, shared(userId, requestId, chatId - 1));
  expect(await world.stepOf(userId)).toBe('title');
  expect((await draftOf(userId)).publicChat).toEqual({ chatId: chatId - 1, kind: 'channel', title: 'Alpha' });
});

const OTHER = 89_999;
const REFUSED: Readonly<Record<string, readonly [(userId: number) => FakeChat | undefined, RegExp]>> = {
  'without the bot': [(userId) => channel(userId, { botRights: null }), /I'm not an administrator of “/],
  'that Telegram does not know': [() => undefined, /I'm not an administrator of “/],
  'that the user does not administer': [
    () => channel(OTHER),
    /Telegram says you aren't an administrator of “/,
  ],
  'in which the bot lacks a right': [
    (userId) => channel(userId, { botRights: ['can_invite_users'] }),
    /I still need “Ban Users” in “/,
  ],
  'in which the user lacks a right': [
    (userId) =>
      channel(OTHER, { members: { [userId]: { status: 'administrator', rights: ['can_invite_users'] } } }),
    /You need “Ban Users” in “/,
  ],
  'that anyone can join': [(userId) => channel(userId, { username: 'alpha' }), /Anyone can join “/],
};

it.each(Object.entries(REFUSED))('refuses a channel %s and asks again', async (_, [chatFor, reason]) => {
  const { userId, chatId } = await newOwner();
  const requestId = await openPicker(userId);
  const chat = chatFor(userId);
  if (chat) world.chats.set(chatId, chat);
  await sendTwice(userId, shared(userId, requestId, chatId));
  expect(await world.stepOf(userId)).toBe('private');
  expect(await world.showPromised(userId)).toMatch(reason);
  expect(await readPicker(test.database, userId)).toBeUndefined();
  expect((await promisedTo(userId)).filter((what) => what === 'picker_closed')).toHaveLength(1);
  // Once everything is right, the button on that page takes it.
  await world.promote(userId, chatId);
  await world.walk(userId, `setup_private_${chatId}`);
  expect(await world.stepOf(userId)).toBe('public');
});

it('refuses a channel that someone else sells', async () => {
  const { userId, chatId } = await newOwner();
  await addSellingChannel(test.database, {
    openChannelId: chatId as OpenChannelId,
    closedChannelId: chatId as ClosedChannelId,
    ownerUserId: OTHER,
  });
  world.chats.set(
    chatId,
    channel(OTHER, { members: { [userId]: { status: 'administrator', rights: ALL_RIGHTS } } }),
  );
  await sendTwice(userId, shared(userId, await openPicker(userId), chatId));
  expect(await world.stepOf(userId)).toBe('private');
  expect(await world.showPromised(userId)).toMatch(/already part of an offer/);
});

it('changes nothing while Telegram is silent', async () => {
  const { userId, chatId } = await newOwner();
  const requestId = await openPicker(userId);
  world.chats.set(chatId, channel(userId));
  world.state.isSilent = true;
  await sendTwice(userId, shared(userId, requestId, chatId));
  world.state.isSilent = false;
  expect(await world.stepOf(userId)).toBe('private');
  expect(await world.showPromised(userId)).toMatch(/Telegram/);
});

describe('a pick that nobody asked for', () => {
  it.each(['a forged request', 'a request of another user', 'a question that is closed', 'a second pick'])(
    'only removes the button: %s',
    async (what) => {
      const { userId, chatId } = await newOwner();
      const other = await newOwner();
      world.chats.set(chatId, channel(userId));
      let requestId = (await openPicker(userId)) + 1;
      if (what === 'a request of another user') requestId = await openPicker(other.userId);
      if (what === 'a question that is closed') {
        requestId -= 1;
        await world.person(userId).press('setup_private_look');
      }
      if (what === 'a second pick') {
        requestId -= 1;
        world.chats.set(chatId - 1, channel(userId, { title: 'First' }));
        await world.person(userId).send(shared(userId, requestId, chatId - 1, 'First'), (updates += 1));
      }
      const before = await promisedTo(userId);
      const draft = await draftOf(userId);
      await sendTwice(userId, shared(userId, requestId, chatId));
      expect((await promisedTo(userId)).slice(before.length)).toEqual(['picker_closed']);
      expect(await draftOf(userId)).toEqual(draft);
      expect(await isListed(userId, chatId)).toBe(false);
    },
  );

  it('is not applied again if the bot stopped before it closed the question', async () => {
    const { userId, chatId } = await newOwner();
    const requestId = await openPicker(userId);
    world.chats.set(chatId, channel(userId));
    const update = (updates += 1);
    await world.person(userId).send(shared(userId, requestId, chatId), update);
    await test.database.query(
      (sql) =>
        sql`insert into pickers (user_id, request_id, kind) values (${userId}, ${requestId}, 'private')`,
    );
    const before = await promisedTo(userId);
    await world.person(userId).send(shared(userId, requestId, chatId), update);
    expect(await promisedTo(userId)).toEqual(before);
    expect(await readPicker(test.database, userId)).toBeUndefined();
    expect(await world.stepOf(userId)).toBe('public');
  });
});

it.each([
  ['cancels', 'setup_cancel'],
  ['chooses on the page', 'setup_private_look'],
  ['puts it off', 'setup_later'],
  ['sends /setup', '/setup'],
  ['sends /channels', '/channels'],
])('removes the button of a user who %s', async (_, done) => {
  const { userId } = await newOwner();
  await openPicker(userId);
  const [act, update] = [world.person(userId), (updates += 1)];
  const send = () => (done.startsWith('/') ? act.say(done, update) : act.press(done, update));
  await send();
  await send();
  expect(await readPicker(test.database, userId)).toBeUndefined();
  expect((await promisedTo(userId)).filter((what) => what === 'picker_closed')).toHaveLength(1);
});

it('shows a second button in place of the first without removing it', async () => {
  const { userId, chatId } = await newOwner();
  const first = await openPicker(userId);
  expect(await openPicker(userId)).not.toBe(first);
  world.chats.set(chatId, channel(userId));
  expect(await promisedTo(userId)).toEqual(['show_set_up', 'pick_chat', 'pick_chat']);
  await sendTwice(userId, shared(userId, first, chatId));
  expect(await world.stepOf(userId)).toBe('private');
});

it('greets a user who adds the bot long after they were asked to pick a channel', async () => {
  const { userId, chatId } = await newOwner();
  await openPicker(userId);
  await test.database.query(
    (sql) => sql`update pickers set opened_at = opened_at - interval '1 day' where user_id = ${userId}`,
  );
  await world.promote(userId, chatId);
  const before = world.sent.length;
  await world.greet(chatId, userId);
  expect(world.sent).toHaveLength(before + 1);
});

it('greets a user who adds the bot by hand, as before', async () => {
  const { userId, chatId } = await newOwner();
  await world.promote(userId, chatId);
  const before = world.sent.length;
  await world.greet(chatId, userId);
  expect(world.sent.slice(before).map(({ text }) => text)).toEqual([
    expect.stringContaining('I was added to'),
  ]);
  await world.walk(userId, ...setUpPath(chatId));
});
