import type { Api } from 'grammy';
import type { TelegramSimulator } from '../index';
import { BUYER, CHANNEL, startWorld } from '../../../tests/support/telegram-simulator';

// grammY's type comes from a polyfill, but the runtime's own signal works too.
type Signal = NonNullable<Parameters<Api['getMe']>[0]>;

let telegram: TelegramSimulator;
let api: Api;

beforeEach(async () => {
  ({ telegram, api } = await startWorld());
});
afterEach(() => telegram.close());

/** Hangs up after the call was performed, so that the bot only knows that no answer came. */
function hangUp(): Signal {
  const controller = new AbortController();
  const before = telegram.calls.length;
  const look = setInterval(() => {
    if (telegram.calls.length === before) return;
    clearInterval(look);
    controller.abort();
  }, 5);
  return controller.signal as unknown as Signal;
}

const requestToJoin = async () => {
  const { invite_link } = await api.createChatInviteLink(CHANNEL, { creates_join_request: true });
  telegram.as(BUYER).join(invite_link);
};
const statusOf = async (userId: number) => (await api.getChatMember(CHANNEL, userId)).status;

describe.each(['timeout', 'drop'] as const)('a performed call whose answer is lost (%s)', (kind) => {
  it('approves the request', async () => {
    await requestToJoin();
    telegram.fault({ method: 'approveChatJoinRequest', kind, afterPerforming: true });
    await expect(api.approveChatJoinRequest(CHANNEL, BUYER, hangUp())).rejects.toThrow();
    expect(await statusOf(BUYER)).toBe('member');
    await expect(api.approveChatJoinRequest(CHANNEL, BUYER)).rejects.toMatchObject({
      description: 'Bad Request: USER_ALREADY_PARTICIPANT',
    });
  });

  it('declines the request', async () => {
    await requestToJoin();
    telegram.fault({ method: 'declineChatJoinRequest', kind, afterPerforming: true });
    await expect(api.declineChatJoinRequest(CHANNEL, BUYER, hangUp())).rejects.toThrow();
    await expect(api.declineChatJoinRequest(CHANNEL, BUYER)).rejects.toMatchObject({
      description: 'Bad Request: HIDE_REQUESTER_MISSING',
    });
  });

  it('makes a link that the bot never learns about', async () => {
    telegram.fault({ method: 'createChatInviteLink', kind, afterPerforming: true });
    await expect(api.createChatInviteLink(CHANNEL, { name: 'lost' }, hangUp())).rejects.toThrow();
    await api.createChatInviteLink(CHANNEL, { name: 'known' });
    const [lost, known] = telegram.calls.filter(({ method }) => method === 'createChatInviteLink');
    expect(lost).toMatchObject({ ok: false, result: { name: 'lost' } });
    expect(known).toMatchObject({ ok: true, result: { name: 'known' } });
    expect(lost!.result).not.toEqual(known!.result);
  });

  it('removes the member and can be repeated', async () => {
    telegram.setMember(CHANNEL, BUYER, 'member');
    telegram.fault({ method: 'unbanChatMember', kind, afterPerforming: true });
    await expect(api.unbanChatMember(CHANNEL, BUYER, {}, hangUp())).rejects.toThrow();
    expect(await statusOf(BUYER)).toBe('left');
    expect(await api.unbanChatMember(CHANNEL, BUYER)).toBe(true);
  });
});

it.each(['approveChatJoinRequest', 'unbanChatMember', 'getChatMember', 'getChatMemberCount'])(
  'changes nothing if %s fails before it is performed',
  async (method) => {
    await requestToJoin();
    telegram.fault({ method, kind: 'error', status: 500 });
    const raw = api.raw as unknown as Record<string, (payload: object) => Promise<unknown>>;
    await expect(raw[method]!({ chat_id: CHANNEL, user_id: BUYER })).rejects.toMatchObject({
      error_code: 500,
    });
    expect(await statusOf(BUYER)).toBe('left');
    expect(await api.approveChatJoinRequest(CHANNEL, BUYER)).toBe(true);
  },
);
