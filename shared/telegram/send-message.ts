import { GrammyError } from 'grammy/web';
import type { Language } from '../domain/common/language';
import type { Message } from '../domain/messages/messages';
import type { Api } from './api';
import { isMessageGone, isUnchanged } from './failure';
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

const isTimeRefused = (error: unknown): boolean =>
  error instanceof GrammyError && /unsupported start tag "tg-time"/i.test(error.description);

/** Makes a call again with plain times, if the Bot API server is too old to know times of the reader's own clock. */
async function callWith<T>(
  [text, options]: ReturnType<typeof contentOf>,
  call: (...content: ReturnType<typeof contentOf>) => Promise<T>,
): Promise<T> {
  return call(text, options).catch((error: unknown) => {
    if (!isTimeRefused(error)) throw error;
    return call(text.replace(/<\/?tg-time[^>]*>/g, ''), options);
  });
}

/** Sends a message to a chat and returns its id. Throws what the Bot API throws; see `telegramFailure`. */
export async function sendMessage(
  api: Pick<Api, 'sendMessage'>,
  { chatId, language }: Reader,
  message: Message,
): Promise<number> {
  const content = contentOf(message, language);
  const sent = await callWith(content, async (...of) => api.sendMessage(chatId, ...of));
  return sent.message_id;
}

/** Replaces a sent message in place. Throws as `sendMessage` does. */
export async function editMessage(
  api: Pick<Api, 'editMessageText'>,
  { chatId, messageId, language }: Reader & { readonly messageId: number },
  message: Message,
): Promise<unknown> {
  const content = contentOf(message, language);
  return callWith(content, async (text, { reply_markup, ...options }) =>
    api.editMessageText(chatId, messageId, text, {
      ...options,
      ...(reply_markup?.inline_keyboard && { reply_markup }),
    }),
  );
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
      if (isUnchanged(error)) return true;
      throw error;
    });
    if (edited !== undefined) return messageId;
  }
  return sendMessage(api, reader, message);
}
