import type { Api } from './api';
import type { BotRights } from './bot-rights';
import { telegramFailure } from './failure';

/** What Telegram says of a channel that somebody wants to use. */
export type ChatVerdict =
  | { readonly type: 'fine' }
  /** It does not answer at the moment. */
  | { readonly type: 'silent' }
  /** The bot is not there, or no administrator of it. */
  | { readonly type: 'absent' }
  /** By the names of the Bot API. */
  | { readonly type: 'rights_missing'; readonly rights: readonly string[] }
  /** The one who asks is neither creator nor administrator of it. */
  | { readonly type: 'not_theirs' };

export type ChatMemberApi = Pick<Api, 'getChatMember'>;

export interface ChatToJudge {
  readonly chatId: number;
  readonly userId: number;
}

type Member = Awaited<ReturnType<Api['getChatMember']>>;

const isAdministrator = ({ status }: Member) => status === 'creator' || status === 'administrator';

/** Telegram's answer, `silent` where there is none, `unknown` where it knows no such member or the bot may not ask. */
async function ask(
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

/** Whether somebody is creator or administrator of a channel. */
export async function askIfAdministrator(
  api: ChatMemberApi,
  { chatId, userId }: ChatToJudge,
): Promise<'theirs' | 'not_theirs' | 'silent'> {
  const member = await ask(api, chatId, userId);
  if (member === 'silent') return member;
  return member !== 'unknown' && isAdministrator(member) ? 'theirs' : 'not_theirs';
}

/** Asks whether somebody may use a channel, and whether the bot can do there what it has to. */
export async function judgeChat(
  api: ChatMemberApi,
  { chatId, userId, botId, rights }: ChatToJudge & { readonly botId: number; readonly rights: BotRights },
): Promise<ChatVerdict> {
  const [bot, person] = await Promise.all([
    ask(api, chatId, botId),
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
