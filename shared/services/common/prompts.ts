import { readNewest } from '../../database/common/living-messages';
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
  replace_message: async ({ api, database, language }, { chatId, messageId, message, topic }) => {
    const shown = { chatId, messageId, language };
    await editMessage(api, shown, message);
    // Looked up afterwards, because a worker may have edited it at the same time.
    const newest = topic === undefined ? undefined : await readNewest(database, { topic, messageId });
    if (newest !== undefined) await editMessage(api, shown, newest);
  },
  delete_message: ({ api }, { chatId, messageId }) => api.deleteMessage(chatId, messageId),
} satisfies PromptRows;
