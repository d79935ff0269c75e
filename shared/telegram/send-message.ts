import type { Message } from '../domain/messages';
import type { Api } from './api';
import { viewOf } from './views';

/** Sends a message to a chat and returns its id. Throws what the Bot API throws; see `telegramFailure`. */
export async function sendMessage(
  api: Pick<Api, 'sendMessage'>,
  chatId: number,
  message: Message,
): Promise<number> {
  const { text, keyboard } = viewOf(message);
  const sent = await api.sendMessage(chatId, text.text, {
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  });
  return sent.message_id;
}
