import type { RecordedCall } from '../../playground/telegram/index';

/** A message as its reader sees it, or a page that a tap replaced. */
export interface Writing {
  readonly chatId: number;
  readonly text: string;
  readonly buttons: readonly { readonly text: string; readonly opens: string }[];
}

interface Button {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

/** Reads a call of the bot; `undefined` if it writes nothing. An edit counts even if its message is gone. */
export function writingIn({ method, payload }: RecordedCall): Writing | undefined {
  if (method !== 'sendMessage' && method !== 'editMessageText') return undefined;
  const markup = payload['reply_markup'] as { inline_keyboard?: readonly (readonly Button[])[] } | undefined;
  return {
    chatId: Number(payload['chat_id']),
    text: String(payload['text']).replace(/<[^>]*>/g, ''),
    buttons: (markup?.inline_keyboard ?? [])
      .flat()
      .map(({ text, callback_data, url }) => ({ text, opens: callback_data ?? url ?? '' })),
  };
}

/** The text of a toast or an alert; `undefined` if the call shows none. */
export function toastIn({ method, payload }: RecordedCall): string | undefined {
  const { text } = payload;
  return method === 'answerCallbackQuery' && typeof text === 'string' ? text : undefined;
}
