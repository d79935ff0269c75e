import type { Api } from './api';
import type { BotRights } from './bot-rights';
import { telegramFailure } from './failure';

/** Whether a user can use a channel with the bot, by Telegram's answers. */
export type ChatVerdict =
  | { readonly type: 'fine' }
  /** Telegram does not answer at the moment. */
  | { readonly type: 'silent' }
  /** The bot isn't in the channel, or isn't an administrator there. */
  | { readonly type: 'absent' }
  /** With the Bot API's names of the rights that the bot lacks. */
  | { readonly type: 'rights_missing'; readonly rights: readonly string[] }
  /** The user is neither creator nor administrator of the channel. */
  | { readonly type: 'not_theirs' };

export type JudgingApi = Pick<Api, 'getChatMember' | 'getChat'>;
export type ChatMemberApi = Pick<Api, 'getChatMember'>;

export interface ChatToJudge {
  readonly chatId: number;
  readonly userId: number;
}

type Member = Awaited<ReturnType<Api['getChatMember']>>;

const isAdministrator = ({ status }: Member) => status === 'creator' || status === 'administrator';

/** Telegram's answer: `silent` if there is none, `unknown` if there is no such member or the bot can't ask. */
async function askMember(
  api: ChatMemberApi,
  chatId: number,
  userId: number,
): Promise<Member | 'silent' | 'unknown'> {
  try {
    return await api.getChatMember(chatId, userId);
  } catch (error) {
    return telegramFailure(error).type === 'retryable' ? 'silent' : 'unknown';
  }
}

/** Returns `theirs` if the user is creator or administrator of the channel. */
export async function askIfAdministrator(
  api: ChatMemberApi,
  { chatId, userId }: ChatToJudge,
): Promise<'theirs' | 'not_theirs' | 'silent'> {
  const member = await askMember(api, chatId, userId);
  if (member === 'silent') return member;
  return member !== 'unknown' && isAdministrator(member) ? 'theirs' : 'not_theirs';
}

/** Asks Telegram whether the user administers the channel and the bot has its rights there. */
export async function judgeChat(
  api: ChatMemberApi,
  { chatId, userId, botId, rights }: ChatToJudge & { readonly botId: number; readonly rights: BotRights },
): Promise<ChatVerdict> {
  const [bot, person] = await Promise.all([
    askMember(api, chatId, botId),
    askIfAdministrator(api, { chatId, userId }),
  ]);
  if (bot === 'silent' || person === 'silent') return { type: 'silent' };
  if (bot === 'unknown' || !isAdministrator(bot)) return { type: 'absent' };
  if (person === 'not_theirs') return { type: 'not_theirs' };
  const may = new Map<string, unknown>(Object.entries(bot));
  const missing = Object.keys(rights).filter((right) => bot.status !== 'creator' && may.get(right) !== true);
  if (missing.length === 0) return { type: 'fine' };
  return { type: 'rights_missing', rights: missing };
}
