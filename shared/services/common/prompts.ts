import { startLink } from '../../telegram/codec/start-parameter';
import { editMessage } from '../../telegram/send-message';
import { wordsOf } from '../../telegram/views/answers';
import type { PromptRows } from './prompt-row';

export const commonPrompts = {
  answer_query: ({ api, botUsername }, { queryId, answer, isAlert, startParameter }) =>
    api.answerCallbackQuery(queryId, {
      ...(answer !== undefined && { text: wordsOf(answer) }),
      ...(isAlert && { show_alert: true }),
      ...(startParameter !== undefined && { url: startLink(botUsername, startParameter) }),
    }),
  replace_message: ({ api }, { chatId, messageId, message }) =>
    editMessage(api, { chatId, messageId }, message),
  delete_message: ({ api }, { chatId, messageId }) => api.deleteMessage(chatId, messageId),
} satisfies PromptRows;
