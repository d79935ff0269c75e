import { startLink } from '../../telegram/codec/start-parameter';
import { editMessage } from '../../telegram/send-message';
import { wordsOf } from '../../telegram/views/answers';
import { wordingIn } from '../../telegram/views/wording';
import type { PromptRows } from './prompt-row';

export const commonPrompts = {
  answer_query: ({ api, botUsername, language }, { queryId, answer, isAlert, startParameter }) =>
    api.answerCallbackQuery(queryId, {
      ...(answer !== undefined && { text: wordsOf(answer, wordingIn(language)) }),
      ...(isAlert && { show_alert: true }),
      ...(startParameter !== undefined && { url: startLink(botUsername, startParameter) }),
    }),
  replace_message: ({ api, language }, { chatId, messageId, message }) =>
    editMessage(api, { chatId, messageId, language }, message),
  delete_message: ({ api }, { chatId, messageId }) => api.deleteMessage(chatId, messageId),
} satisfies PromptRows;
