import type { Api } from 'grammy';
import type { TelegramSimulator } from '../index';
import {
  BOT_ID,
  CHANNEL,
  OUTSIDER,
  OWNER,
  startWebhook,
  startWorld,
} from '../../../tests/support/telegram-simulator';

const GROUP = -4555;
const SUPERGROUP = -1007770009001;

let telegram: TelegramSimulator;
let api: Api;
let webhook: Awaited<ReturnType<typeof startWebhook>>;

beforeEach(async () => {
  ({ telegram, api } = await startWorld());
  webhook = await startWebhook();
  await api.setWebhook(webhook.url);
  telegram.addGroup({ id: GROUP, title: 'Team', creatorId: OWNER });
  telegram.addGroup({ id: SUPERGROUP, title: 'Big team', creatorId: OWNER });
  for (const id of [GROUP, SUPERGROUP]) telegram.setMember(id, BOT_ID, 'member');
});
afterEach(async () => {
  await telegram.close();
  await webhook.close();
});

const refusal = async (chatId: number) => {
  const error = await api.sendMessage(chatId, 'x').then(
    () => undefined,
    (reason: unknown) => reason as { error_code: number; description: string; parameters: object },
  );
  return error && [error.error_code, error.description];
};

it('accepts messages where the bot is a member', async () => {
  for (const [id, type] of [
    [GROUP, 'group'],
    [SUPERGROUP, 'supergroup'],
  ] as const)
    expect(await api.sendMessage(id, 'x')).toMatchObject({ chat: { id, type }, from: { id: BOT_ID } });
});

it('gives an upgraded group another id and says so in both chats, as the group in the new one', async () => {
  await telegram.drained();
  webhook.received.length = 0;
  const to = telegram.upgradeGroup(GROUP);
  await telegram.drained();
  const received = (type: string) => webhook.received.flatMap(({ update }) => update[type] ?? []);
  const supergroup = { id: to, type: 'supergroup' };
  expect(received('message')).toMatchObject([
    { chat: { id: GROUP, type: 'group' }, from: { id: OWNER, is_bot: false }, migrate_to_chat_id: to },
    {
      chat: supergroup,
      from: { id: 1087968824, is_bot: true, username: 'GroupAnonymousBot' },
      sender_chat: supergroup,
      migrate_from_chat_id: GROUP,
    },
  ]);
  expect(received('my_chat_member')).toMatchObject([
    {
      chat: supergroup,
      from: { id: OWNER },
      old_chat_member: { status: 'left' },
      new_chat_member: { status: 'member' },
    },
  ]);
  await expect(api.sendMessage(GROUP, 'x')).rejects.toMatchObject({
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: to },
  });
  expect(await api.sendMessage(to, 'x')).toMatchObject({ chat: { title: 'Team' } });
});

test.each([
  ['topic_closed', 'Bad Request: TOPIC_CLOSED'],
  ['restricted', 'Bad Request: CHAT_RESTRICTED'],
  ['administrators', 'Bad Request: not enough rights to send text messages to the chat'],
] as const)('refuses messages in a group that is %s, until it is open', async (writing, description) => {
  telegram.setWriting(SUPERGROUP, writing);
  expect(await refusal(SUPERGROUP)).toEqual([400, description]);
  telegram.setWriting(SUPERGROUP, 'everybody');
  expect(await refusal(SUPERGROUP)).toBeUndefined();
});

it('tells a bot that it was restricted', async () => {
  telegram.setMember(SUPERGROUP, BOT_ID, 'restricted');
  await telegram.drained();
  expect(webhook.received.at(-1)?.update['my_chat_member']).toMatchObject({
    new_chat_member: { status: 'restricted', is_member: true, can_send_messages: false },
  });
  expect(await refusal(SUPERGROUP)).toEqual([
    400,
    'Bad Request: not enough rights to send text messages to the chat',
  ]);
});

test.each([
  ['kicked', [403, 'Forbidden: bot was kicked from the supergroup chat']],
  ['left', [403, 'Forbidden: bot is not a member of the supergroup chat']],
] as const)('refuses a bot that was %s', async (status, expected) => {
  telegram.setMember(SUPERGROUP, BOT_ID, status);
  expect(await refusal(SUPERGROUP)).toEqual(expected);
});

it('finds no chat that was deleted, and says nothing about it', async () => {
  await telegram.drained();
  const updates = webhook.received.length;
  for (const id of [GROUP, SUPERGROUP, CHANNEL]) telegram.deleteChat(id);
  expect(await refusal(GROUP)).toEqual([403, 'Forbidden: the group chat was deleted']);
  expect(await refusal(SUPERGROUP)).toEqual([400, 'Bad Request: chat not found']);
  await expect(api.getChatMember(CHANNEL, BOT_ID)).rejects.toMatchObject({
    description: 'Bad Request: chat not found',
  });
  await telegram.drained();
  expect(webhook.received).toHaveLength(updates);
});

it('lets only the creator change a group', () => {
  telegram.setMember(SUPERGROUP, OUTSIDER, 'member');
  const outsider = telegram.as(OUTSIDER).admin;
  const owner = telegram.as(OWNER).admin;
  expect(() => outsider.upgradeGroup(GROUP)).toThrow('CHAT_ADMIN_REQUIRED');
  expect(() => outsider.setWriting(SUPERGROUP, 'topic_closed')).toThrow('CHAT_ADMIN_REQUIRED');
  expect(() => outsider.deleteChat(SUPERGROUP)).toThrow('CHAT_ADMIN_REQUIRED');
  expect(owner.upgradeGroup(GROUP)).toBeLessThan(-1_000_000_000_000);
  expect(() => owner.upgradeGroup(GROUP)).toThrow('CHAT_INVALID');
  owner.setWriting(SUPERGROUP, 'topic_closed');
  owner.deleteChat(SUPERGROUP);
});

describe('a discussion group', () => {
  const linked = async (chatId: number) => (await api.getChat(chatId)).linked_chat_id;

  it('is named by its channel, and names it', async () => {
    telegram.setMember(CHANNEL, BOT_ID, 'administrator');
    telegram.linkChats(CHANNEL, SUPERGROUP);
    expect([await linked(CHANNEL), await linked(SUPERGROUP)]).toEqual([SUPERGROUP, CHANNEL]);
    telegram.linkChats(CHANNEL, undefined);
    expect([await linked(CHANNEL), await linked(SUPERGROUP)]).toEqual([undefined, undefined]);
  });

  it("isn't a basic group", () => {
    expect(() => telegram.linkChats(CHANNEL, GROUP)).toThrow('MEGAGROUP_ID_INVALID');
  });
});

it('ends the links of a group with its upgrade', async () => {
  telegram.setMember(GROUP, BOT_ID, 'administrator');
  const { invite_link } = await api.createChatInviteLink(GROUP, { creates_join_request: true });
  telegram.upgradeGroup(GROUP);
  expect(() => telegram.as(OUTSIDER).join(invite_link)).toThrow('INVITE_HASH_EXPIRED');
});
