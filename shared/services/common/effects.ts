import type { Database } from '../../database/connection/pool';
import { sendMessage } from '../../telegram/send-message';
import type { EffectRows } from './effect-row';
import { showLiving, type LivingDependencies } from './show-living';
import { callTelegram } from './telegram-call';

interface MessageDependencies {
  readonly database: Database;
  readonly api: LivingDependencies['api'];
}

export const commonEffects = {
  send_message: {
    perform: (deps, { chatId, message, living }, { outboxId, language }) =>
      callTelegram(deps, chatId, (id) =>
        living === undefined
          ? sendMessage(deps.api, { chatId: id, language }, message)
          : showLiving(deps, { chatId: id, language }, { outboxId, message, living }),
      ),
  },
  delete_message: {
    perform: (deps, { chatId, messageId }) =>
      callTelegram(deps, chatId, () => deps.api.deleteMessage(chatId, messageId)),
  },
} satisfies EffectRows<MessageDependencies>;
