import { startLink } from '../../telegram/codec/start-parameter';
import { editMessage } from '../../telegram/send-message';
import { wordsOf } from '../../telegram/views/answers';
import { wordingIn } from '../../telegram/views/wording';
import type { PromptRows } from './prompt-row';
import { replaceShown } from './show-living';

export const commonPrompts = {
  answer_query: ({ api, botUsername, language }, { queryId, answer, isAlert, startParameter }) =>
    api.answerCallbackQuery(queryId, {
      ...(answer !== undefined && { text: wordsOf(answer, wordingIn(language)) }),
      ...(isAlert && { show_alert: true }),
      ...(startParameter !== undefined && { url: startLink(botUsername, startParameter) }),
    }),
  replace_message: ({ api, database, language }, { chatId, messageId, message, topic }) => {
    const shown = { chatId, messageId, language };
    return topic === undefined
      ? editMessage(api, shown, message)
      : replaceShown({ api, database }, { ...shown, topic }, message);
  },
  delete_message: ({ api }, { chatId, messageId }) => api.deleteMessage(chatId, messageId),
} satisfies PromptRows;
