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
let clock = Date.UTC(2026, 0, 1);

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 1);
  ({ telegram, api } = await startWorld({ now: () => clock }));
  webhook = await startWebhook();
  const allowed_updates = [
    'message',
    'callback_query',
    'my_chat_member',
    'chat_member',
    'chat_join_request',
  ] as const;
  await api.setWebhook(webhook.url, { allowed_updates, drop_pending_updates: true });
});
afterEach(async () => {
  await telegram.close();
  await webhook.close();
});

const updates = async () => {
  await telegram.drained();
  return webhook.received.map(({ update }) => update);
};
const statusOf = async (userId: number) => (await api.getChatMember(CHANNEL, userId)).status;

describe('a link that creates join requests', () => {
  it('lets an approved user in and names the link', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, {
      creates_join_request: true,
      name: 'order',
    });
    telegram.as(BUYER).join(invite_link);
    expect(await updates()).toMatchObject([
      {
        chat_join_request: {
          from: { id: BUYER },
          user_chat_id: BUYER,
          chat: { id: CHANNEL, type: 'channel' },
          invite_link: {
            invite_link,
            name: 'order',
            creator: { id: BOT_ID, is_bot: true },
            creates_join_request: true,
            pending_join_request_count: 1,
            is_primary: false,
            is_revoked: false,
          },
        },
      },
    ]);
    expect(await statusOf(BUYER)).toBe('left');
    await api.approveChatJoinRequest(CHANNEL, BUYER);
    expect((await updates())[1]).toMatchObject({
      chat_member: {
        old_chat_member: { status: 'left' },
        new_chat_member: { status: 'member', user: { id: BUYER } },
        invite_link: { invite_link },
      },
    });
    // Only for requests without a link, which a private channel never gets.
    expect((await updates())[1]).not.toHaveProperty('chat_member.via_join_request');
    await expect(api.approveChatJoinRequest(CHANNEL, BUYER)).rejects.toMatchObject({
      description: 'Bad Request: USER_ALREADY_PARTICIPANT',
    });
  });

  it('keeps a declined user out', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    telegram.as(BUYER).join(invite_link);
    await api.declineChatJoinRequest(CHANNEL, BUYER);
    expect(await statusOf(BUYER)).toBe('left');
    await expect(api.approveChatJoinRequest(CHANNEL, BUYER)).rejects.toMatchObject({
      description: 'Bad Request: HIDE_REQUESTER_MISSING',
    });
  });

  it('can be used again by anyone after a refusal', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    telegram.as(OUTSIDER).join(invite_link);
    await api.declineChatJoinRequest(CHANNEL, OUTSIDER);
    telegram.as(OUTSIDER).join(invite_link);
    telegram.as(BUYER).join(invite_link);
    await api.approveChatJoinRequest(CHANNEL, BUYER);
    expect([await statusOf(BUYER), await statusOf(OUTSIDER)]).toEqual(['member', 'left']);
    expect((await updates()).filter((update) => 'chat_join_request' in update)).toHaveLength(3);
  });

  it('keeps open requests answerable after it is revoked', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    telegram.as(BUYER).join(invite_link);
    await api.revokeChatInviteLink(CHANNEL, invite_link);
    expect(() => telegram.as(OUTSIDER).join(invite_link)).toThrow('INVITE_HASH_EXPIRED');
    await api.approveChatJoinRequest(CHANNEL, BUYER);
    expect(await statusOf(BUYER)).toBe('member');
  });

  it.each<[string, (link: string) => Promise<unknown> | undefined]>([
    ['five minutes', () => void (clock += 301_000)],
    ['an approval', () => api.approveChatJoinRequest(CHANNEL, BUYER)],
    ['a refusal', () => api.declineChatJoinRequest(CHANNEL, BUYER)],
  ])('lets the bot write to a user who never started it until %s', async (_what, end) => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    telegram.as(BUYER).join(invite_link);
    await api.sendMessage(BUYER, 'hello');
    await end(invite_link);
    await expect(api.sendMessage(BUYER, 'too late')).rejects.toMatchObject({ error_code: 403 });
  });

  it('shows the channel and the user’s standing before they ask', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    const shown = () => telegram.as(BUYER).preview(invite_link);
    expect(shown()).toEqual({
      chatId: CHANNEL,
      type: 'channel',
      title: 'Signals',
      memberCount: 2,
      createsJoinRequest: true,
      standing: 'out',
    });
    telegram.as(BUYER).join(invite_link);
    expect(shown().standing).toBe('pending');
    await api.approveChatJoinRequest(CHANNEL, BUYER);
    expect(shown()).toMatchObject({ standing: 'in', memberCount: 3 });
  });

  it('creates one request, however often it is opened', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    telegram.as(BUYER).join(invite_link);
    await telegram.as(BUYER).openLink(invite_link);
    expect(await updates()).toHaveLength(1);
  });
});

describe('an ordinary link', () => {
  it('keeps 32 characters of its name until an edit replaces its terms', async () => {
    const { invite_link, name } = await api.createChatInviteLink(CHANNEL, { name: '🔑'.repeat(40) });
    expect(name).toBe('🔑'.repeat(32));
    const expire_date = clock / 1000 + 3600;
    const edited = await api.editChatInviteLink(CHANNEL, invite_link, { expire_date, member_limit: 5 });
    expect(edited).toMatchObject({ expire_date, member_limit: 5 });
    expect(edited).not.toHaveProperty('name');
    for (const terms of [{ expire_date: clock / 1000 }, { member_limit: 1, creates_join_request: true }])
      await expect(api.createChatInviteLink(CHANNEL, terms)).rejects.toMatchObject({ error_code: 400 });
  });

  it('admits up to member_limit users', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { member_limit: 1 });
    telegram.as(BUYER).join(invite_link);
    expect(() => telegram.as(OUTSIDER).join(invite_link)).toThrow('INVITE_HASH_EXPIRED');
    expect(await statusOf(BUYER)).toBe('member');
  });

  it('admits nobody after it expired or was revoked', async () => {
    const soon = Math.floor(clock / 1000) + 60;
    const expiring = await api.createChatInviteLink(CHANNEL, { expire_date: soon });
    const revoked = await api.createChatInviteLink(CHANNEL);
    telegram.as(BUYER).join(revoked.invite_link);
    await expect(api.revokeChatInviteLink(CHANNEL, revoked.invite_link)).resolves.toMatchObject({
      is_revoked: true,
    });
    expect(await statusOf(BUYER)).toBe('member');
    clock += 61_000;
    for (const link of [expiring, revoked])
      expect(() => telegram.as(OUTSIDER).join(link.invite_link)).toThrow();
  });
});

describe('removal', () => {
  beforeEach(() => telegram.setMember(CHANNEL, BUYER, 'member'));

  it('removes a member without a ban by unbanChatMember', async () => {
    await api.unbanChatMember(CHANNEL, BUYER);
    expect(await statusOf(BUYER)).toBe('left');
    expect((await updates()).at(-1)).toMatchObject({
      chat_member: { from: { id: BOT_ID }, new_chat_member: { status: 'left' } },
    });
    const { invite_link } = await api.createChatInviteLink(CHANNEL);
    telegram.as(BUYER).join(invite_link);
    expect(await statusOf(BUYER)).toBe('member');
  });

  it('keeps a member if unbanChatMember has only_if_banned', async () => {
    await api.unbanChatMember(CHANNEL, BUYER, { only_if_banned: true });
    expect(await statusOf(BUYER)).toBe('member');
  });

  it('keeps a banned user out, even with a link', async () => {
    await api.banChatMember(CHANNEL, BUYER);
    const { invite_link } = await api.createChatInviteLink(CHANNEL);
    expect(() => telegram.as(BUYER).join(invite_link)).toThrow('INVITE_HASH_EXPIRED');
  });

  it('refuses to remove administrators, or any member without the right', async () => {
    telegram.setMember(CHANNEL, BUYER, 'administrator');
    await expect(api.unbanChatMember(CHANNEL, BUYER)).rejects.toMatchObject({
      description: 'Bad Request: user is an administrator of the chat',
    });
    telegram.setMember(CHANNEL, BOT_ID, 'administrator', {
      can_restrict_members: false,
      can_invite_users: false,
    });
    await expect(api.banChatMember(CHANNEL, BUYER)).rejects.toMatchObject({
      description: 'Bad Request: not enough rights to restrict/unrestrict chat member',
    });
    await expect(api.createChatInviteLink(CHANNEL)).rejects.toMatchObject({
      description: 'Bad Request: not enough rights to manage chat invite link',
    });
    telegram.setMember(CHANNEL, BOT_ID, 'member');
    await expect(statusOf(BUYER)).rejects.toMatchObject({ description: 'Bad Request: CHAT_ADMIN_REQUIRED' });
  });
});

describe('reading members', () => {
  it('counts members and refuses unknown users', async () => {
    expect(await api.getChatMemberCount(CHANNEL)).toBe(2);
    telegram.setMember(CHANNEL, BUYER, 'member');
    expect(await api.getChatMemberCount(CHANNEL)).toBe(3);
    await api.unbanChatMember(CHANNEL, BUYER);
    expect(await api.getChatMemberCount(CHANNEL)).toBe(2);
    expect([await statusOf(BUYER), await statusOf(OUTSIDER)]).toEqual(['left', 'left']);
    await expect(statusOf(987_654_321)).rejects.toMatchObject({
      error_code: 400,
      description: 'Bad Request: PARTICIPANT_ID_INVALID',
    });
  });

  it('does not count membership calls as messages', async () => {
    const strict = await startWorld({ limits: true });
    const { invite_link } = await strict.api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    for (let id = 100; id < 150; id += 1) {
      strict.telegram.addUser({ id, first_name: `U${id}` });
      strict.telegram.as(id).join(invite_link);
      await strict.api.approveChatJoinRequest(CHANNEL, id);
      await strict.api.unbanChatMember(CHANNEL, id);
    }
    expect(await strict.api.getChatMemberCount(CHANNEL)).toBe(2);
    await strict.telegram.close();
  });
});

describe('the owner in their client', () => {
  it('approves, declines and removes users, of which the bot is notified', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    const { admin } = telegram.as(OWNER);
    telegram.as(BUYER).join(invite_link);
    telegram.as(OUTSIDER).join(invite_link);
    admin.approve(CHANNEL, BUYER);
    admin.decline(CHANNEL, OUTSIDER);
    admin.remove(CHANNEL, BUYER);
    const changes = (await updates()).filter((update) => 'chat_member' in update);
    expect(changes).toMatchObject([
      { chat_member: { from: { id: OWNER }, new_chat_member: { status: 'member' } } },
      { chat_member: { from: { id: OWNER }, new_chat_member: { status: 'kicked' } } },
    ]);
    await expect(api.approveChatJoinRequest(CHANNEL, OUTSIDER)).rejects.toMatchObject({
      description: 'Bad Request: HIDE_REQUESTER_MISSING',
    });
    expect(() => telegram.as(BUYER).preview(invite_link)).toThrow('INVITE_HASH_EXPIRED');
    expect(() => telegram.as(BUYER).admin.remove(CHANNEL, OWNER)).toThrow('CHAT_ADMIN_REQUIRED');
  });

  it('makes links that the bot sees only half of and cannot revoke', async () => {
    const link = telegram.as(OWNER).admin.makeLink(CHANNEL, { creates_join_request: true });
    telegram.as(BUYER).join(link);
    const [update] = await updates();
    const shown = update!['chat_join_request'] as { invite_link: { invite_link: string } };
    expect(shown.invite_link).toMatchObject({ creator: { id: OWNER } });
    expect(shown.invite_link.invite_link).toMatch(/^https:\/\/t\.me\/\+[\w-]{8}\.\.\.$/);
    for (const name of [link, shown.invite_link.invite_link]) {
      await expect(api.revokeChatInviteLink(CHANNEL, name)).rejects.toMatchObject({ error_code: 400 });
    }
  });
});

it('lists administrators with their rights', async () => {
  await expect(api.getChatAdministrators(CHANNEL)).resolves.toMatchObject([
    { status: 'creator', user: { id: OWNER } },
    { status: 'administrator', user: { id: BOT_ID }, can_invite_users: true, can_promote_members: false },
  ]);
});

it('sends updates about blocks, leaving members and the bot’s removal', async () => {
  telegram.setMember(CHANNEL, BUYER, 'member');
  telegram.as(BUYER).leave(CHANNEL);
  telegram.as(BUYER).block();
  telegram.setMember(CHANNEL, BOT_ID, 'kicked');
  telegram.setMember(CHANNEL, BUYER, 'member');
  const seen = (await updates()).map((update) => Object.keys(update).filter((key) => key !== 'update_id')[0]);
  expect(seen.sort()).toEqual(['chat_member', 'chat_member', 'my_chat_member', 'my_chat_member']);
});
