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

describe('a link that asks to join', () => {
  it('lets in whom the bot approves, and says by which link', async () => {
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
    // Kept for requests without a link, which a private channel never gets.
    expect((await updates())[1]).not.toHaveProperty('chat_member.via_join_request');
    await expect(api.approveChatJoinRequest(CHANNEL, BUYER)).rejects.toMatchObject({
      description: 'Bad Request: USER_ALREADY_PARTICIPANT',
    });
  });

  it('keeps out whom the bot declines', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    telegram.as(BUYER).join(invite_link);
    await api.declineChatJoinRequest(CHANNEL, BUYER);
    expect(await statusOf(BUYER)).toBe('left');
    await expect(api.approveChatJoinRequest(CHANNEL, BUYER)).rejects.toMatchObject({
      description: 'Bad Request: HIDE_REQUESTER_MISSING',
    });
  });

  it('can be asked by again after a refusal, by whoever has it', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    telegram.as(OUTSIDER).join(invite_link);
    await api.declineChatJoinRequest(CHANNEL, OUTSIDER);
    telegram.as(OUTSIDER).join(invite_link);
    telegram.as(BUYER).join(invite_link);
    await api.approveChatJoinRequest(CHANNEL, BUYER);
    expect([await statusOf(BUYER), await statusOf(OUTSIDER)]).toEqual(['member', 'left']);
    expect((await updates()).filter((update) => 'chat_join_request' in update)).toHaveLength(3);
  });

  it('leaves who asked waiting when it is revoked, to be answered still', async () => {
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
  ])('lets the bot write to somebody who never started it, until %s', async (_what, end) => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    telegram.as(BUYER).join(invite_link);
    await api.sendMessage(BUYER, 'hello');
    await end(invite_link);
    await expect(api.sendMessage(BUYER, 'too late')).rejects.toMatchObject({ error_code: 403 });
  });

  it('shows what it leads to before anybody asks', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    const shown = () => telegram.as(BUYER).preview(invite_link);
    expect(shown()).toEqual({
      chatId: CHANNEL,
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

  it('asks once, however often it is opened', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
    telegram.as(BUYER).join(invite_link);
    await telegram.as(BUYER).openLink(invite_link);
    expect(await updates()).toHaveLength(1);
  });
});

describe('an ordinary link', () => {
  it('keeps 32 characters of its name, and what an edit says in place of what it said', async () => {
    const { invite_link, name } = await api.createChatInviteLink(CHANNEL, { name: '🔑'.repeat(40) });
    expect(name).toBe('🔑'.repeat(32));
    const expire_date = clock / 1000 + 3600;
    const edited = await api.editChatInviteLink(CHANNEL, invite_link, { expire_date, member_limit: 5 });
    expect(edited).toMatchObject({ expire_date, member_limit: 5 });
    expect(edited).not.toHaveProperty('name');
    for (const terms of [{ expire_date: clock / 1000 }, { member_limit: 1, creates_join_request: true }])
      await expect(api.createChatInviteLink(CHANNEL, terms)).rejects.toMatchObject({ error_code: 400 });
  });

  it('admits as many as it says', async () => {
    const { invite_link } = await api.createChatInviteLink(CHANNEL, { member_limit: 1 });
    telegram.as(BUYER).join(invite_link);
    expect(() => telegram.as(OUTSIDER).join(invite_link)).toThrow('INVITE_HASH_EXPIRED');
    expect(await statusOf(BUYER)).toBe('member');
  });

  it('admits nobody once expired or revoked, and removes nobody', async () => {
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

  it('unbanChatMember removes without a ban', async () => {
    await api.unbanChatMember(CHANNEL, BUYER);
    expect(await statusOf(BUYER)).toBe('left');
    expect((await updates()).at(-1)).toMatchObject({
      chat_member: { from: { id: BOT_ID }, new_chat_member: { status: 'left' } },
    });
    const { invite_link } = await api.createChatInviteLink(CHANNEL);
    telegram.as(BUYER).join(invite_link);
    expect(await statusOf(BUYER)).toBe('member');
  });

  it('unbanChatMember with only_if_banned leaves a member alone', async () => {
    await api.unbanChatMember(CHANNEL, BUYER, { only_if_banned: true });
    expect(await statusOf(BUYER)).toBe('member');
  });

  it('a banned user cannot come back by link', async () => {
    await api.banChatMember(CHANNEL, BUYER);
    const { invite_link } = await api.createChatInviteLink(CHANNEL);
    expect(() => telegram.as(BUYER).join(invite_link)).toThrow('INVITE_HASH_EXPIRED');
  });

  it('spares administrators, and needs the right', async () => {
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

describe('who is in', () => {
  it('is told by number and by name, and nobody unknown is asked about', async () => {
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

  it('is told without end: membership calls are not counted as messages', async () => {
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

describe('the owner by hand', () => {
  it('lets in, refuses and removes, and the bot is told who did it', async () => {
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

  it('makes links of which the bot sees the first half, and which it cannot revoke', async () => {
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

it('tells of blocks, leaving and the bot being removed', async () => {
  telegram.setMember(CHANNEL, BUYER, 'member');
  telegram.as(BUYER).leave(CHANNEL);
  telegram.as(BUYER).block();
  telegram.setMember(CHANNEL, BOT_ID, 'kicked');
  telegram.setMember(CHANNEL, BUYER, 'member');
  const seen = (await updates()).map((update) => Object.keys(update).filter((key) => key !== 'update_id')[0]);
  expect(seen.sort()).toEqual(['chat_member', 'chat_member', 'my_chat_member', 'my_chat_member']);
});
