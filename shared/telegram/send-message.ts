import type { Language } from '../domain/common/language';
import type { Message } from '../domain/messages/messages';
import type { Api } from './api';
import { isMessageGone } from './failure';
import { viewOf } from './views';

/** A chat, and the language in which it reads. */
export interface Reader {
  readonly chatId: number;
  readonly language: Language;
}

/** The text of a message, and how Telegram shows it: never with the preview of a link. */
function contentOf(message: Message, language: Language) {
  const { text, keyboard } = viewOf(message, language);
  const options = {
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  } as const;
  return [text.text, options] as const;
}

/** Sends a message to a chat and returns its id. Throws what the Bot API throws; see `telegramFailure`. */
export async function sendMessage(
  api: Pick<Api, 'sendMessage'>,
  { chatId, language }: Reader,
  message: Message,
): Promise<number> {
  const sent = await api.sendMessage(chatId, ...contentOf(message, language));
  return sent.message_id;
}

/** Replaces a sent message in place. Throws as `sendMessage` does. */
export async function editMessage(
  api: Pick<Api, 'editMessageText'>,
  { chatId, messageId, language }: Reader & { readonly messageId: number },
  message: Message,
): Promise<unknown> {
  return api.editMessageText(chatId, messageId, ...contentOf(message, language));
}

/**
 * Replaces a sent message, or sends a new one if there is none or it was deleted. Returns the id of the message that
 * shows it. Throws as `sendMessage` does.
 */
export async function replaceOrSend(
  api: Pick<Api, 'sendMessage' | 'editMessageText'>,
  { messageId, ...reader }: Reader & { readonly messageId: number | null },
  message: Message,
): Promise<number> {
  if (messageId !== null) {
    const edited = await editMessage(api, { ...reader, messageId }, message).catch((error: unknown) => {
      if (isMessageGone(error)) return undefined;
      throw error;
    });
    if (edited !== undefined) return messageId;
  }
  return sendMessage(api, reader, message);
}
