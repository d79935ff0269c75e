import type { Api } from 'grammy';
import type { TelegramSimulator } from '../index';
import {
  BOT_ID,
  BUYER,
  CHANNEL,
  OUTSIDER,
  OWNER,
  startWebhook,
  startWorld,
} from '../../../tests/support/telegram-simulator';

const INVITING = ['invite_users', 'restrict_members'];
const START_LINK = `https://t.me/telepay_bot?startgroup&admin=${INVITING.join('+')}`;

let telegram: TelegramSimulator;
let api: Api;
let webhook: Awaited<ReturnType<typeof startWebhook>>;

beforeEach(async () => {
  ({ telegram, api } = await startWorld());
  webhook = await startWebhook();
  await api.setWebhook(webhook.url, {
    drop_pending_updates: true,
    allowed_updates: ['message', 'my_chat_member', 'chat_member', 'chat_join_request'],
  });
});
afterEach(async () => {
  await telegram.close();
  await webhook.close();
});

const olga = () => telegram.as(OWNER);
const received = async (type: string) => {
  await telegram.drained();
  return webhook.received.flatMap(({ update }) => (update[type] ?? []) as Record<string, unknown>[]);
};
const bot = (chatId: number) => api.getChatMember(chatId, BOT_ID);
/** A supergroup of Olga's in which the bot lets people in. */
const supergroup = () => {
  const chatId = olga().createGroup({ title: 'Circle', isSupergroup: true });
  olga().admin.addBot(chatId, INVITING);
  return chatId;
};

describe('a new group', () => {
  it('is a basic one', async () => {
    const chatId = olga().createGroup({ title: ' Circle ' });
    olga().admin.addBot(chatId, []);
    expect(await api.getChat(chatId)).toMatchObject({ id: chatId, type: 'group', title: 'Circle' });
    expect(chatId).toBeGreaterThan(-(10 ** 10));
  });

  it('is a supergroup with another id if it is made public', async () => {
    const chatId = olga().createGroup({ title: 'Circle', username: 'olgas_circle' });
    expect(await api.getChat('@olgas_circle')).toMatchObject({ id: chatId, type: 'supergroup' });
    expect(() => olga().createGroup({ title: 'Other', username: 'olgas_circle' })).toThrow(
      'USERNAME_OCCUPIED',
    );
  });
});

describe('the rights of administrators', () => {
  it('are those of groups in a group and those of channels in a channel', async () => {
    const chatId = supergroup();
    expect(await bot(chatId)).toMatchObject({
      can_invite_users: true,
      can_pin_messages: false,
      can_manage_topics: false,
    });
    expect(await bot(chatId)).not.toHaveProperty('can_post_messages');
    expect(await bot(CHANNEL)).toMatchObject({ can_post_messages: true });
    expect(await bot(CHANNEL)).not.toHaveProperty('can_pin_messages');
  });

  // tdlib/td, DialogParticipant.cpp, GroupAdministrator.
  it('are the same for all in a basic group', async () => {
    telegram.addGroup({ id: -4777, title: 'Small', creatorId: OWNER });
    telegram.setMember(-4777, BOT_ID, 'administrator', { can_invite_users: false });
    expect(await bot(-4777)).toMatchObject({
      can_invite_users: true,
      can_restrict_members: true,
      can_promote_members: false,
    });
    expect(await bot(-4777)).not.toHaveProperty('can_manage_topics');
  });

  // telegramdesktop/tdesktop, edit_participants_box.cpp, SaveAdminCallback: `migrateChat` for any but the default rights.
  it('make a basic group a supergroup if the client gives others', async () => {
    const chatId = olga().createGroup({ title: 'Circle' });
    const id = olga().admin.addBot(chatId, INVITING);
    expect(await api.getChat(id)).toMatchObject({ type: 'supergroup' });
    expect(await bot(id)).toMatchObject({ can_invite_users: true, can_delete_messages: false });
    expect(await received('my_chat_member')).toMatchObject([
      { chat: { id }, old_chat_member: { status: 'left' }, new_chat_member: { status: 'administrator' } },
    ]);
  });
});

describe('a link that asks for a group', () => {
  // td_api.tl, internalLinkTypeBotStartInGroup.
  it('gives the bot the rights and starts it there', async () => {
    const chatId = olga().createGroup({ title: 'Circle', isSupergroup: true });
    await olga().openLink(START_LINK);
    expect(telegram.messages(OWNER)).toEqual([]);
    expect(olga().admin.addBotByLink(START_LINK, chatId)).toBe(chatId);
    olga().admin.addBotByLink('https://t.me/telepay_bot?startgroup=key', chatId);
    expect(await bot(chatId)).toMatchObject({
      status: 'administrator',
      can_invite_users: true,
      can_pin_messages: false,
    });
    expect((await received('message')).map(({ text }) => text)).toEqual([
      undefined,
      '/start@telepay_bot',
      '/start@telepay_bot key',
    ]);
    expect(() => olga().admin.addBotByLink(START_LINK, CHANNEL)).toThrow('does not ask for a channel');
  });

  it('adds a bot without rights as a member, who may be a plain one in a group', async () => {
    const chatId = olga().createGroup({ title: 'Circle' });
    olga().admin.addBotByLink('https://t.me/telepay_bot?startgroup', chatId);
    expect(await bot(chatId)).toMatchObject({ status: 'member' });
    await expect(api.createChatInviteLink(chatId)).rejects.toThrow(
      'not enough rights to manage chat invite link',
    );
    olga().admin.promote(chatId, BOT_ID, INVITING);
    expect((await received('my_chat_member')).at(-1)).toMatchObject({ chat: { type: 'supergroup' } });
  });
});

it('lets an administrator who is dismissed stay in a group, also the bot', async () => {
  const chatId = supergroup();
  olga().admin.dismiss(chatId, BOT_ID);
  expect((await received('my_chat_member')).at(-1)).toMatchObject({ new_chat_member: { status: 'member' } });
});

// https://core.telegram.org/bots/features#privacy-mode
it('says in a group who comes and goes, and shows the bot all messages as an administrator', async () => {
  const chatId = supergroup();
  const { invite_link } = await api.createChatInviteLink(chatId, { creates_join_request: true });
  telegram.as(BUYER).join(invite_link);
  await api.approveChatJoinRequest(chatId, BUYER);
  telegram.as(BUYER).write(chatId, 'hello');
  await api.unbanChatMember(chatId, BUYER);
  olga().admin.dismiss(chatId, BOT_ID);
  olga().write(chatId, 'not for bots');
  olga().write(chatId, '/help');
  expect(await received('message')).toMatchObject([
    { chat: { id: chatId }, new_chat_members: [{ id: BOT_ID }] },
    { new_chat_members: [{ id: BUYER }] },
    { from: { id: BUYER }, text: 'hello' },
    { from: { id: BOT_ID }, left_chat_member: { id: BUYER } },
    { text: '/help' },
  ]);
  expect(() => telegram.as(OUTSIDER).write(chatId, 'x')).toThrow('CHAT_WRITE_FORBIDDEN');
});

// https://core.telegram.org/bots/api#message: `from` is 1087968824, a fake sender for programs that expect one.
it('hides an anonymous administrator behind the group, in messages and as who added the bot', async () => {
  const chatId = olga().createGroup({ title: 'Circle', isSupergroup: true });
  olga().admin.setAnonymous(chatId, true);
  olga().admin.addBot(chatId, INVITING);
  olga().write(chatId, 'news');
  const group = { from: { id: 1087968824, is_bot: true } };
  expect(await received('my_chat_member')).toMatchObject([group]);
  expect((await received('message')).at(-1)).toMatchObject({
    ...group,
    sender_chat: { id: chatId },
    text: 'news',
  });
  expect(await api.getChatMember(chatId, OWNER)).toMatchObject({ status: 'creator', is_anonymous: true });
});

// https://core.telegram.org/bots/api#chatmemberrestricted
it('counts a restricted user as a member until they leave, and restricts them again when they come back', async () => {
  const chatId = supergroup();
  const link = olga().admin.makeLink(chatId);
  const status = async () => {
    const { status: is, ...rest } = await api.getChatMember(chatId, BUYER);
    return [is, (rest as { is_member?: boolean }).is_member];
  };
  telegram.as(BUYER).join(link);
  olga().admin.restrict(chatId, BUYER);
  expect(await status()).toEqual(['restricted', true]);
  expect(() => telegram.as(BUYER).write(chatId, 'x')).toThrow('CHAT_WRITE_FORBIDDEN');
  telegram.as(BUYER).leave(chatId);
  expect(await status()).toEqual(['restricted', false]);
  telegram.as(BUYER).join(link);
  expect(await status()).toEqual(['restricted', true]);
  await api.unbanChatMember(chatId, BUYER);
  expect(await status()).toEqual(['left', undefined]);
  expect((await received('chat_member')).map(({ new_chat_member: member }) => member)).toMatchObject([
    { status: 'member' },
    { status: 'restricted', is_member: true },
    { status: 'restricted', is_member: false },
    { status: 'restricted', is_member: true },
    { status: 'left' },
  ]);
});

describe('a user who is in as many chats as Telegram allows', () => {
  // https://core.telegram.org/method/messages.hideChatJoinRequest: USER_CHANNELS_TOO_MUCH.
  it('may ask, and is let in by the same request when they have left a chat', async () => {
    const chatId = supergroup();
    const { invite_link } = await api.createChatInviteLink(chatId, { creates_join_request: true });
    telegram.setMember(CHANNEL, BUYER, 'member');
    telegram.as(BUYER).setChatsElsewhere(499);
    telegram.as(BUYER).join(invite_link);
    await expect(api.approveChatJoinRequest(chatId, BUYER)).rejects.toMatchObject({
      error_code: 400,
      description: 'Bad Request: USER_CHANNELS_TOO_MUCH',
    });
    expect(() => olga().admin.approve(chatId, BUYER)).toThrow('USER_CHANNELS_TOO_MUCH');
    telegram.as(BUYER).leave(CHANNEL);
    await api.approveChatJoinRequest(chatId, BUYER);
    expect(await api.getChatMember(chatId, BUYER)).toMatchObject({ status: 'member' });
  });

  // https://core.telegram.org/method/messages.migrateChat and messages.importChatInvite: CHANNELS_TOO_MUCH.
  it('can neither join nor make a channel or a supergroup, but a basic group', () => {
    olga().setChatsElsewhere();
    const small = olga().createGroup({ title: 'Small' });
    const link = telegram.as(BUYER).admin.makeLink(telegram.as(BUYER).createChannel({ title: 'Bens' }));
    for (const refused of [
      () => olga().join(link),
      () => olga().createChannel({ title: 'Big' }),
      () => olga().admin.upgradeGroup(small),
    ])
      expect(refused).toThrow('CHANNELS_TOO_MUCH');
  });
});

describe('a public group', () => {
  const join = (userId: number, chatId: number) => telegram.as(userId).joinPublic(chatId);

  it('is joined by its name, without a link', async () => {
    const chatId = olga().createGroup({ title: 'Circle', username: 'olgas_circle' });
    olga().admin.addBot(chatId, INVITING);
    join(BUYER, chatId);
    const [news] = await received('chat_member');
    expect(news).toMatchObject({ from: { id: BUYER }, new_chat_member: { status: 'member' } });
    expect(news).not.toHaveProperty('invite_link');
    olga().admin.remove(chatId, BUYER);
    expect(() => join(BUYER, chatId)).toThrow('USER_BANNED_IN_CHANNEL');
    olga().admin.setUsername(chatId, undefined);
    expect(() => join(OUTSIDER, chatId)).toThrow('CHANNEL_PRIVATE');
  });

  // https://core.telegram.org/bots/api#chatmemberupdated: via_join_request, "without using an invite link".
  it('takes requests without a link if administrators approve new members', async () => {
    const chatId = olga().createGroup({ title: 'Circle', username: 'olgas_circle' });
    olga().admin.addBot(chatId, INVITING);
    olga().admin.setJoinByRequest(chatId, true);
    expect(await api.getChat(chatId)).toMatchObject({ join_by_request: true });
    join(BUYER, chatId);
    const [request] = await received('chat_join_request');
    expect(request).toMatchObject({ chat: { id: chatId }, from: { id: BUYER } });
    expect(request).not.toHaveProperty('invite_link');
    await api.approveChatJoinRequest(chatId, BUYER);
    expect(await received('chat_member')).toMatchObject([{ via_join_request: true }]);
  });
});

describe('a discussion group', () => {
  // https://core.telegram.org/bots/api#message: is_automatic_forward, from 777000.
  it('gets each post of its channel from Telegram itself', async () => {
    const chatId = supergroup();
    olga().admin.linkChats(CHANNEL, chatId);
    olga().write(CHANNEL, 'news');
    expect((await received('message')).at(-1)).toMatchObject({
      chat: { id: chatId },
      from: { id: 777000 },
      sender_chat: { id: CHANNEL },
      is_automatic_forward: true,
      text: 'news',
    });
  });

  it('is chosen by an administrator of both', () => {
    const theirs = telegram.as(BUYER).createGroup({ title: 'Bens', isSupergroup: true });
    expect(() => olga().admin.linkChats(CHANNEL, theirs)).toThrow('CHAT_ADMIN_REQUIRED');
  });
});

describe('a key that asks for a group', () => {
  const rights = { can_invite_users: true, can_restrict_members: true };
  const show = () =>
    api.sendMessage(OWNER, 'Pick', {
      reply_markup: {
        keyboard: [
          [
            {
              text: 'Pick',
              request_chat: {
                request_id: 3,
                chat_is_channel: false,
                user_administrator_rights: rights as never,
                bot_administrator_rights: rights as never,
              },
            },
          ],
        ],
      },
    });

  it.each([true, false])(
    'gives the bot the rights (supergroup: %s), and upgrades nothing',
    async (isSupergroup) => {
      const chatId = olga().createGroup({ title: 'Circle', isSupergroup });
      olga().start();
      await show();
      expect(olga().fittingChats(3)).toMatchObject([
        { id: chatId, type: isSupergroup ? 'supergroup' : 'group' },
      ]);
      olga().pickChat(3, chatId);
      expect(await bot(chatId)).toMatchObject({ status: 'administrator', ...rights });
      expect((await received('message')).at(-1)).toMatchObject({
        chat_shared: { request_id: 3, chat_id: chatId },
      });
    },
  );
});
