import type { Api } from './api';
import type { BotRights } from './bot-rights';
import { telegramFailure } from './failure';

/** What Telegram says about a user in a chat that they want to use here. */
export type PersonVerdict =
  | { readonly type: 'fine' }
  /** Telegram does not answer at the moment. */
  | { readonly type: 'silent' }
  /** The user is neither creator nor administrator of the chat. */
  | { readonly type: 'not_theirs' }
  /** With the Bot API's names of the rights that the user lacks. */
  | { readonly type: 'own_rights_missing'; readonly rights: readonly string[] };

/** Whether a user can use a channel with the bot, by Telegram's answers. */
export type ChatVerdict =
  | Exclude<PersonVerdict, { type: 'fine' }>
  /** With the id of the discussion group, if a private chat has one. */
  | { readonly type: 'fine'; readonly linkedChatId?: number | undefined }
  /** The bot isn't in the channel, or isn't an administrator there. */
  | { readonly type: 'absent' }
  /** With the Bot API's names of the rights that the bot lacks. */
  | { readonly type: 'rights_missing'; readonly rights: readonly string[] }
  /** Anyone can join by this @name. */
  | { readonly type: 'public_name'; readonly username: string };

export type JudgingApi = Pick<Api, 'getChatMember' | 'getChat'>;
export type ChatMemberApi = Pick<Api, 'getChatMember'>;

export interface PersonInChat {
  readonly chatId: number;
  readonly userId: number;
}

/** A user in a chat, and the rights that they need there. */
export interface PersonToJudge extends PersonInChat {
  readonly rights: BotRights;
}

/** The bot needs the same rights as the user. */
export interface ChatToJudge extends PersonToJudge {
  readonly botId: number;
  /** The chat must not have a public name. */
  readonly isPrivate: boolean;
}

type Member = Awaited<ReturnType<Api['getChatMember']>>;

export const isAdministrator = ({ status }: Member) => status === 'creator' || status === 'administrator';

/** The creator has every right, and Telegram names none of them. */
function missingRights(member: Member, rights: BotRights): string[] {
  if (member.status === 'creator') return [];
  const given = new Map<string, unknown>(Object.entries(member));
  return Object.keys(rights).filter((right) => given.get(right) !== true);
}

/** Telegram's answer: `silent` if there is none, `unknown` if it refuses, for example because the bot isn't there. */
export async function ask<T>(call: Promise<T>): Promise<T | 'silent' | 'unknown'> {
  try {
    return await call;
  } catch (error) {
    return telegramFailure(error).type === 'retryable' ? 'silent' : 'unknown';
  }
}

/** Asks Telegram whether the user is the chat's creator. */
export async function askIfCreator(
  api: ChatMemberApi,
  { chatId, userId }: PersonInChat,
): Promise<'creator' | 'not_creator' | 'silent'> {
  const member = await ask(api.getChatMember(chatId, userId));
  if (member === 'silent') return member;
  return member !== 'unknown' && member.status === 'creator' ? 'creator' : 'not_creator';
}

/** Asks Telegram whether the user is the chat's creator, or an administrator with the rights. */
export async function judgePerson(
  api: ChatMemberApi,
  { chatId, userId, rights }: PersonToJudge,
): Promise<PersonVerdict> {
  const member = await ask(api.getChatMember(chatId, userId));
  if (member === 'silent') return { type: 'silent' };
  if (member === 'unknown' || !isAdministrator(member)) return { type: 'not_theirs' };
  const missing = missingRights(member, rights);
  return missing.length === 0 ? { type: 'fine' } : { type: 'own_rights_missing', rights: missing };
}

/** The @name by which anyone can join a chat, without the @. `null` if there is none. */
export const publicNameOf = ({
  username,
  active_usernames: others,
}: {
  readonly username?: string | undefined;
  readonly active_usernames?: readonly string[] | undefined;
}): string | null => username ?? others?.[0] ?? null;

/**
 * Asks Telegram whether the user and the bot have the rights in a channel, and whether it is private if it has to be. The
 * bot must not do for people what Telegram would not let them do themselves.
 */
export async function judgeChat(
  api: JudgingApi,
  { botId, isPrivate, ...person }: ChatToJudge,
): Promise<ChatVerdict> {
  const { chatId, rights } = person;
  const [bot, verdict, chat] = await Promise.all([
    ask(api.getChatMember(chatId, botId)),
    judgePerson(api, person),
    isPrivate ? ask(api.getChat(chatId)) : undefined,
  ]);
  if (bot === 'silent' || chat === 'silent') return { type: 'silent' };
  if (bot === 'unknown' || !isAdministrator(bot) || chat === 'unknown') return { type: 'absent' };
  if (verdict.type !== 'fine') return verdict;
  const username = chat && publicNameOf(chat);
  if (username != null) return { type: 'public_name', username };
  const missing = missingRights(bot, rights);
  if (missing.length > 0) return { type: 'rights_missing', rights: missing };
  return { type: 'fine', linkedChatId: chat?.linked_chat_id };
}
