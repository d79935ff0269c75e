import type { Database } from '../../database/connection/pool';
import type { Api } from '../../telegram/api';
import { sendMessage } from '../../telegram/send-message';
import type { EffectRows } from './effect-row';
import { callTelegram } from './telegram-call';

interface MessageDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendMessage' | 'deleteMessage'>;
}

export const commonEffects = {
  send_message: {
    perform: (deps, { chatId, message }, { language }) =>
      callTelegram(deps, chatId, (id) => sendMessage(deps.api, { chatId: id, language }, message)),
  },
  delete_message: {
    perform: (deps, { chatId, messageId }) =>
      callTelegram(deps, chatId, () => deps.api.deleteMessage(chatId, messageId)),
  },
} satisfies EffectRows<MessageDependencies>;
