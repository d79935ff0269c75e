import { saveLanguage } from '../../database/common/languages';
import { maySetUp } from '../../domain/owner/allowed-owners';
import { NO_REACTION, react } from '../../domain/prompt-effects';
import type { IntentRows } from './intent-row';
import { personOf, replaceMessage, replyWith } from './update-context';

export const commonIntents = {
  say: (context, { user, message }) =>
    replyWith(
      context,
      user,
      message.type === 'help' && !maySetUp(context.owners, user.id)
        ? { ...message, maySetUp: false }
        : message,
    ),
  point_to_bot: async (_context, { button: { queryId }, startParameter }) =>
    react({ type: 'answer_query', queryId, startParameter }),
  choose_language: async (context, { user, language, button }) => {
    await saveLanguage(context.database, context.delivery, { person: personOf(user), language });
    return { ...replaceMessage(button, { type: 'language_page' }), chosenLanguage: language };
  },
  look: async (_context, { button: { queryId } }) => react({ type: 'answer_query', queryId }),
  unknown_button: async (_context, { button: { queryId } }) =>
    react({
      type: 'answer_query',
      queryId,
      answer: { answer: 'button_unknown' },
      isAlert: true,
    }),
  ignore: async () => NO_REACTION,
} satisfies IntentRows;
