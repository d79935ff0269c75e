import type { ChosenChat } from '../../../domain/owner/set-up';
import { BAN, INVITE, POST, type BotRights } from '../../../telegram/bot-rights';
import { judgeChat, type ChatVerdict } from '../../../telegram/judge-chat';
import { titled } from '../../../telegram/views/view';
import type { UpdateContext } from '../../common/update-context';

/** What the bot has to be able to do in each of a channel's two chats. */
export const RIGHTS = {
  private: { ...INVITE, ...BAN },
  public: POST,
} as const satisfies Readonly<Record<string, BotRights>>;

export type ChatKind = keyof typeof RIGHTS;

/** What is said where Telegram does not answer: nothing has changed. */
export const TELEGRAM_IS_SILENT = 'Telegram does not answer; press again in a moment. Nothing is lost.';

const MAX_TITLE = 64;

/** What is wrong, and what to press in Telegram. */
function complaintOf(verdict: Exclude<ChatVerdict, { type: 'fine' | 'silent' }>, title: string): string {
  const channel = `“${titled(title, MAX_TITLE)}”`;
  switch (verdict.type) {
    case 'absent':
      return `I am no administrator of ${channel}. Open the channel → Administrators → Add Administrator, choose me, then press Check again.`;
    case 'not_theirs':
      return `Telegram says that you are no administrator of ${channel}. Ask its owner to make you one, then press Check again.`;
    case 'rights_missing': {
      const [one, ...others] = verdict.rights.map((right) => `“${right}”`);
      const rights = others.length === 0 ? `right ${one ?? ''}` : `rights ${[one, ...others].join(' and ')}`;
      return `I still need the ${rights} in ${channel}. Open the channel → Administrators → me → switch it on, then press Check again.`;
    }
  }
}

/** Asks Telegram whether somebody may use a channel for this, and what is missing there, in words. */
export async function checkChat(
  { asking, botId }: UpdateContext,
  { chat, kind, userId }: { readonly chat: ChosenChat; readonly kind: ChatKind; readonly userId: number },
): Promise<'fine' | 'silent' | { readonly complaint: string }> {
  const verdict = await judgeChat(asking, { chatId: chat.chatId, userId, botId, rights: RIGHTS[kind] });
  if (verdict.type === 'fine' || verdict.type === 'silent') return verdict.type;
  return { complaint: complaintOf(verdict, chat.title) };
}
