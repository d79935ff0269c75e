import { InputFile } from 'grammy/web';
import type { Language } from '../domain/common/language';
import type { Message } from '../domain/messages/messages';
import type { Api } from './api';
import type { Reader } from './send-message';
import { viewOf } from './views';

export interface FileToSend {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A message as a caption, of which Telegram accepts at most 1024 characters. */
function captionOf(message: Message, language: Language) {
  const { text, keyboard } = viewOf(message, language);
  return {
    caption: text.text,
    parse_mode: 'HTML',
    ...(keyboard && { reply_markup: keyboard }),
  } as const;
}

/** Sends a picture with a message as its caption. Throws what the Bot API throws; see `telegramFailure`. */
export const sendPicture = (
  api: Pick<Api, 'sendPhoto'>,
  { chatId, language }: Reader,
  { file: { bytes, name }, message }: { readonly file: FileToSend; readonly message: Message },
): Promise<unknown> => api.sendPhoto(chatId, new InputFile(bytes, name), captionOf(message, language));

/** Like `sendPicture`, for a file of any kind. */
export const sendFile = (
  api: Pick<Api, 'sendDocument'>,
  { chatId, language }: Reader,
  { file: { bytes, name }, message }: { readonly file: FileToSend; readonly message: Message },
): Promise<unknown> => api.sendDocument(chatId, new InputFile(bytes, name), captionOf(message, language));
