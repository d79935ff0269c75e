import type { Api } from 'grammy';
import type { TelegramSimulator } from '../index';
import { BOT_ID, BUYER, OWNER, startWebhook, startWorld } from '../../../tests/support/telegram-simulator';

let telegram: TelegramSimulator;
let api: Api;
let webhook: Awaited<ReturnType<typeof startWebhook>>;

beforeEach(async () => {
  ({ telegram, api } = await startWorld());
  webhook = await startWebhook();
  await api.setWebhook(webhook.url, {
    drop_pending_updates: true,
    allowed_updates: ['my_chat_member', 'message'],
  });
  telegram.as(BUYER).start();
});
afterEach(async () => {
  await telegram.close();
  await webhook.close();
});

const INVITING = { can_invite_users: true, can_restrict_members: true };
/** A key that asks for a channel in which user and bot may let people in. */
const keyOf = (more: object = {}) => ({
  text: 'Pick',
  request_chat: {
    request_id: 7,
    chat_is_channel: true,
    user_administrator_rights: INVITING,
    bot_administrator_rights: INVITING,
    ...more,
  },
});
const show = (key: object, chatId = BUYER) =>
  api.sendMessage(chatId, 'Pick one', { reply_markup: { keyboard: [[key]] } as never });
const titles = () =>
  telegram
    .as(BUYER)
    .fittingChats(7)
    .map(({ title }) => title);
/** What the bot was told, without the /start. */
const updates = async () => {
  await telegram.drained();
  const told = webhook.received.map(({ update }) => update);
  return told.filter(({ message }) => (message as { text?: string } | undefined)?.text === undefined);
};
const keyboardOf = (userId: number) => {
  const { chats } = telegram.snapshot() as { chats: { id: number; reply_keyboard?: object }[] };
  return chats.find(({ id }) => id === userId)?.reply_keyboard;
};

it.each([
  ['my_chat_member', ['my_chat_member', 'message']],
  ['chat_shared', ['message', 'my_chat_member']],
] as const)(
  'gives the bot the rights it asked for and tells it which chat it is, %s first',
  async (first, kinds) => {
    const chatId = telegram.as(BUYER).createChannel({ title: 'Bens circle' });
    await show(keyOf({ request_title: true }));
    telegram.as(BUYER).pickChat(7, chatId, { first });
    const told = await updates();
    expect(told.map((update) => Object.keys(update).find((key) => key !== 'update_id')).sort()).toEqual(
      [...kinds].sort(),
    );
    const ids = kinds.map((kind) => told.find((update) => kind in update)?.['update_id']);
    expect(Number(ids[0])).toBeLessThan(Number(ids[1]));
    expect(told.find((update) => 'message' in update)).toMatchObject({
      message: {
        from: { id: BUYER },
        chat: { id: BUYER, type: 'private' },
        chat_shared: { request_id: 7, chat_id: chatId, title: 'Bens circle' },
      },
    });
    expect(await api.getChatMember(chatId, BOT_ID)).toMatchObject({
      status: 'administrator',
      can_invite_users: true,
      can_post_messages: false,
    });
  },
);

it('offers only chats that fit', async () => {
  const ben = telegram.as(BUYER);
  const own = ben.createChannel({ title: 'Mine' });
  ben.createChannel({ title: 'Mine in public', username: 'mine_in_public' });
  telegram.addGroup({ id: -1009000000001, title: 'My group', creatorId: BUYER });
  const theirs = telegram.as(OWNER).createChannel({ title: 'Theirs' });
  telegram.setMember(theirs, BUYER, 'member');
  const shared = telegram.as(OWNER).createChannel({ title: 'Shared' });
  telegram.setMember(shared, BUYER, 'administrator', { can_restrict_members: false });
  await show(keyOf());
  expect(titles()).toEqual(['Mine', 'Mine in public']);
  await show(keyOf({ chat_has_username: false }));
  expect(titles()).toEqual(['Mine']);
  await show(keyOf({ chat_is_channel: false }));
  expect(titles()).toEqual(['My group']);
  telegram.setMember(shared, BUYER, 'administrator', { can_restrict_members: true });
  await show(keyOf());
  expect(titles()).toEqual(['Mine', 'Mine in public', 'Shared']);
  await show(keyOf({ chat_is_created: true }));
  expect(titles()).toEqual(['Mine', 'Mine in public']);
  await show(keyOf({ bot_is_member: true }));
  expect(titles()).toEqual([]);
  telegram.deleteChat(own);
  await show(keyOf({ chat_has_username: false }));
  expect(titles()).toEqual(['Shared']);
});

it('leaves the bot outside where the user may not appoint administrators', async () => {
  const chatId = telegram.as(OWNER).createChannel({ title: 'Shared' });
  telegram.setMember(chatId, BUYER, 'administrator');
  await show(keyOf());
  telegram.as(BUYER).pickChat(7, chatId);
  expect(await updates()).toMatchObject([{ message: { chat_shared: { request_id: 7, chat_id: chatId } } }]);
  await expect(api.getChat(chatId)).rejects.toThrow('chat not found');
});

it('keeps the rights that the bot has', async () => {
  const ben = telegram.as(BUYER);
  const chatId = ben.createChannel({ title: 'Mine' });
  ben.admin.addBot(chatId, ['post_messages']);
  await show(keyOf());
  ben.pickChat(7, chatId);
  expect(await api.getChatMember(chatId, BOT_ID)).toMatchObject({
    can_post_messages: true,
    can_invite_users: true,
  });
  const count = (await updates()).length;
  ben.pickChat(7, chatId);
  expect((await updates()).slice(count)).toMatchObject([{ message: { chat_shared: {} } }]);
});

it('shows the keyboard until it is replaced or removed', async () => {
  const chatId = telegram.as(BUYER).createChannel({ title: 'Mine' });
  expect(keyboardOf(BUYER)).toBeUndefined();
  await show(keyOf());
  await api.sendMessage(BUYER, 'still there');
  await api.sendMessage(BUYER, 'a button', {
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] },
  });
  expect(keyboardOf(BUYER)).toMatchObject({ keyboard: [[{ text: 'Pick' }]] });
  telegram.as(BUYER).pickChat(7, chatId);
  expect(() => telegram.as(BUYER).pickChat(8, chatId)).toThrow('BUTTON_ID_INVALID');
  const removal = await api.sendMessage(BUYER, 'thanks', { reply_markup: { remove_keyboard: true } });
  expect(removal).not.toHaveProperty('reply_markup');
  expect(keyboardOf(BUYER)).toBeUndefined();
  expect(() => telegram.as(BUYER).pickChat(7, chatId)).toThrow('BUTTON_ID_INVALID');
});

it.each([
  ['chats can be requested in private chats only', 'group', keyOf()],
  ['inline keyboard expected', 'channel', keyOf()],
  ['USER_RIGHTS_MISSING', 'private', keyOf({ user_administrator_rights: { can_invite_users: true } })],
  ['USER_RIGHTS_MISSING', 'private', keyOf({ user_administrator_rights: undefined })],
  ['valid 32-bit Number', 'private', keyOf({ request_id: 2 ** 31 })],
  ['Can\'t find field "chat_is_channel"', 'private', keyOf({ chat_is_channel: undefined })],
  ['keyboard button text must be non-empty', 'private', { ...keyOf(), text: '' }],
])('refuses with %s in a %s chat', async (reason, where, key) => {
  const places = { private: BUYER, group: -1009000000002, channel: 0 };
  telegram.addGroup({ id: places.group, title: 'Group', creatorId: OWNER });
  telegram.setMember(places.group, BOT_ID, 'member');
  places.channel = telegram.as(OWNER).createChannel({ title: 'Channel' });
  telegram.as(OWNER).admin.addBot(places.channel, ['post_messages']);
  await expect(show(key, places[where as keyof typeof places])).rejects.toThrow(reason);
  expect(keyboardOf(BUYER)).toBeUndefined();
});
