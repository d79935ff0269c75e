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

let telegram: TelegramSimulator;
let api: Api;
let webhook: Awaited<ReturnType<typeof startWebhook>>;

beforeEach(async () => {
  ({ telegram, api } = await startWorld());
  webhook = await startWebhook();
  await api.setWebhook(webhook.url, {
    drop_pending_updates: true,
    allowed_updates: ['my_chat_member', 'chat_member', 'channel_post'],
  });
});
afterEach(async () => {
  await telegram.close();
  await webhook.close();
});

const updates = async () => {
  await telegram.drained();
  return webhook.received.map(({ update }) => update);
};

const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => (error as Error).message,
  );

describe('a new channel', () => {
  it('is closed to the bot, whether it is public or private', async () => {
    const open = telegram.as(BUYER).createChannel({ title: ' Bens notes ', username: 'bens_notes' });
    const closed = telegram.as(BUYER).createChannel({ title: 'Bens circle' });
    expect(await api.getChat(open)).toMatchObject({
      title: 'Bens notes',
      type: 'channel',
      username: 'bens_notes',
    });
    expect(await api.getChat('@BENS_notes')).toMatchObject({ id: open });
    // A private channel does not exist for a bot that was never in it.
    expect(await refused(api.getChat(closed))).toContain('400: Bad Request: chat not found');
    expect(await refused(api.getChatAdministrators(open))).toContain(
      '400: Bad Request: member list is inaccessible',
    );
    expect(await refused(api.sendMessage(open, 'x'))).toContain(
      '403: Forbidden: bot is not a member of the channel chat',
    );
    expect(await refused(api.getChatMember(open, BUYER))).toContain('400: Bad Request: CHAT_ADMIN_REQUIRED');
    expect(await updates()).toEqual([]);
  });

  test.each([
    [{ title: ' ' }, 'CHAT_TITLE_EMPTY'],
    [{ title: 'a', username: 'abc' }, 'USERNAME_INVALID'],
    [{ title: 'a', username: 'telepay_bot' }, 'USERNAME_OCCUPIED'],
  ])('cannot be %j: %s', (channel, refusal) => {
    expect(() => telegram.as(BUYER).createChannel(channel)).toThrow(refusal);
  });
});

describe('the bot', () => {
  it('gets an update when it is added, changed or removed', async () => {
    const chatId = telegram.as(BUYER).createChannel({ title: 'Bens notes', username: 'bens_notes' });
    const { admin } = telegram.as(BUYER);
    admin.addBot(chatId, ['post_messages']);
    admin.addBot(chatId, ['post_messages', 'can_invite_users']);
    // The same rights again change nothing.
    admin.addBot(chatId, ['post_messages', 'invite_users']);
    admin.removeBot(chatId);
    const changes = (await updates()).map((update) => update['my_chat_member'] as Record<string, object>);
    for (const change of changes) {
      expect(change).toMatchObject({
        from: { id: BUYER, is_bot: false, first_name: 'Ben', username: 'ben' },
        chat: { id: chatId, type: 'channel', title: 'Bens notes', username: 'bens_notes' },
      });
    }
    expect(changes).toMatchObject([
      {
        old_chat_member: { status: 'left', user: { id: BOT_ID } },
        new_chat_member: {
          status: 'administrator',
          can_be_edited: false,
          is_anonymous: false,
          can_manage_chat: true,
          can_post_messages: true,
          can_edit_messages: false,
          can_delete_messages: false,
          can_invite_users: false,
          can_restrict_members: false,
          can_promote_members: false,
          can_change_info: false,
        },
      },
      {
        old_chat_member: { status: 'administrator', can_invite_users: false },
        new_chat_member: { status: 'administrator', can_invite_users: true, can_post_messages: true },
      },
      { old_chat_member: { status: 'administrator' }, new_chat_member: { status: 'kicked', until_date: 0 } },
    ]);
    for (const call of [api.getChat(chatId), api.sendMessage(chatId, 'x')]) {
      expect(await refused(call)).toContain('403: Forbidden: bot was kicked from the channel chat');
    }
  });

  it('is added to a group by a link for groups, which makes a basic group a supergroup', async () => {
    const link = 'https://t.me/telepay_bot?startgroup&admin=invite_users+restrict_members';
    telegram.addGroup({ id: -4777, title: 'Circle', creatorId: BUYER });
    const { admin } = telegram.as(BUYER);
    const chatId = admin.addBotByLink(link, -4777);
    expect(await api.getChat(chatId)).toMatchObject({ type: 'supergroup', title: 'Circle' });
    expect((await api.getChatAdministrators(chatId))[1]).toMatchObject({ can_restrict_members: true });
    expect(() => admin.addBotByLink(link, telegram.as(BUYER).createChannel({ title: 'Notes' }))).toThrow(
      'does not ask for a channel',
    );
    expect(() => admin.addBotByLink(link.replace('group', 'channel'), chatId)).toThrow(
      'does not ask for a group',
    );
  });

  it('is added by a link that names the rights it asks for', async () => {
    const link = 'https://t.me/telepay_bot?startchannel&admin=post_messages+invite_users+pin_messages';
    const chatId = telegram.as(BUYER).createChannel({ title: 'Circle' });
    await telegram.as(BUYER).openLink(link);
    expect(telegram.messages(BUYER)).toEqual([]);
    telegram.as(BUYER).admin.addBotByLink(link, chatId);
    const [creator, bot] = await api.getChatAdministrators(chatId);
    expect(creator).toMatchObject({ status: 'creator', user: { id: BUYER } });
    expect(bot).toMatchObject({ can_post_messages: true, can_invite_users: true, can_edit_messages: false });
    expect(bot).not.toHaveProperty('can_pin_messages');
    expect(() => telegram.as(BUYER).admin.addBotByLink('https://t.me/telepay_bot?start=x', chatId)).toThrow(
      'does not ask for a channel',
    );
  });

  it('leaves a channel in which it is dismissed', async () => {
    telegram.as(OWNER).admin.dismiss(CHANNEL, BOT_ID);
    expect((await updates()).at(-1)).toMatchObject({
      my_chat_member: { new_chat_member: { status: 'left' } },
    });
    expect(await refused(api.getChat(CHANNEL))).toContain(
      '403: Forbidden: bot is not a member of the channel chat',
    );
  });
});

describe('an administrator', () => {
  it('posts as the channel until they are dismissed', async () => {
    const { admin } = telegram.as(OWNER);
    expect(() => telegram.as(BUYER).write(CHANNEL, 'hello')).toThrow('CHAT_ADMIN_REQUIRED');
    admin.promote(CHANNEL, BUYER, ['post_messages']);
    const id = telegram.as(BUYER).write(CHANNEL, 'hello #all');
    admin.dismiss(CHANNEL, BUYER);
    expect(() => telegram.as(BUYER).write(CHANNEL, 'again')).toThrow('CHAT_ADMIN_REQUIRED');
    expect(telegram.messages(CHANNEL)).toMatchObject([
      { message_id: id, text: 'hello #all', sender_chat: { id: CHANNEL } },
    ]);
    const all = await updates();
    expect(all.filter((update) => 'chat_member' in update)).toMatchObject([
      {
        chat_member: {
          from: { id: OWNER },
          new_chat_member: { status: 'administrator', can_post_messages: true },
        },
      },
      { chat_member: { from: { id: OWNER }, new_chat_member: { status: 'member' } } },
    ]);
    expect(all.filter((update) => 'channel_post' in update)).toHaveLength(1);
  });

  it('appoints others only within their own rights', () => {
    const [owner, ben] = [telegram.as(OWNER).admin, telegram.as(BUYER).admin];
    owner.promote(CHANNEL, BUYER, ['post_messages']);
    expect(() => ben.promote(CHANNEL, OUTSIDER, ['post_messages'])).toThrow('CHAT_ADMIN_REQUIRED');
    owner.promote(CHANNEL, BUYER, ['post_messages', 'promote_members', 'restrict_members']);
    expect(() => ben.promote(CHANNEL, OUTSIDER, ['delete_messages'])).toThrow('RIGHT_FORBIDDEN');
    ben.promote(CHANNEL, OUTSIDER, ['post_messages']);
    expect(() => ben.dismiss(CHANNEL, OWNER)).toThrow('USER_CREATOR');
    expect(() => ben.dismiss(CHANNEL, BOT_ID)).toThrow('CHAT_ADMIN_REQUIRED');
    expect(() => ben.removeBot(CHANNEL)).toThrow('USER_ADMIN_INVALID');
    ben.dismiss(CHANNEL, OUTSIDER);
    ben.remove(CHANNEL, OUTSIDER);
  });
});

describe('a ban', () => {
  it('ends at until_date, or never if that is within 30 seconds', async () => {
    const soon = Math.floor(Date.now() / 1000);
    await api.banChatMember(CHANNEL, BUYER, { until_date: soon + 3600 });
    expect(await api.getChatMember(CHANNEL, BUYER)).toMatchObject({
      status: 'kicked',
      until_date: soon + 3600,
    });
    await api.banChatMember(CHANNEL, BUYER, { until_date: soon + 5 });
    expect(await api.getChatMember(CHANNEL, BUYER)).toMatchObject({ status: 'kicked', until_date: 0 });
    await api.unbanChatMember(CHANNEL, BUYER, { only_if_banned: true });
    expect(await api.getChatMember(CHANNEL, BUYER)).toMatchObject({ status: 'left' });
    telegram.as(OWNER).admin.promote(CHANNEL, BUYER, ['post_messages']);
    expect(await refused(api.banChatMember(CHANNEL, BUYER))).toContain(
      'user is an administrator of the chat',
    );
  });
});

it('lets the page manage a channel', async () => {
  const post = async (userId: number, action: string, body: object) => {
    const response = await fetch(`${telegram.url}/sim/users/${userId}/${action}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return (await response.json()) as { chatId: number; error?: string };
  };
  const { chatId } = await post(BUYER, 'createChannel', { title: 'Circle', username: '' });
  await post(BUYER, 'addBot', { chatId, rights: ['post_messages'] });
  await post(BUYER, 'promote', { chatId, userId: OUTSIDER, rights: ['post_messages'] });
  await post(OUTSIDER, 'write', { chatId, text: 'hi' });
  await post(BUYER, 'dismiss', { chatId, userId: OUTSIDER });
  expect(await post(OUTSIDER, 'write', { chatId, text: 'hi' })).toEqual({ error: 'CHAT_ADMIN_REQUIRED' });
  expect(await api.getChatAdministrators(chatId)).toMatchObject([
    { user: { id: BUYER } },
    { can_post_messages: true, can_invite_users: false },
  ]);
  await post(BUYER, 'removeBot', { chatId });
  expect(telegram.messages(chatId)).toHaveLength(1);
});
