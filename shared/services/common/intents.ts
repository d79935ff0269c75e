import { saveLanguage } from '../../database/common/languages';
import { maySetUp, takesAnyStars } from '../../domain/owner/allowed-owners';
import type { Message } from '../../domain/messages/messages';
import { NO_REACTION, react } from '../../domain/prompt-effects';
import type { IntentRows } from './intent-row';
import { personOf, replaceMessage, replyWith, type UpdateContext } from './update-context';

const SAYS_STARS: readonly Message['type'][] = ['pay_support', 'terms', 'privacy'];

/** What a message says only to some readers, or only if the operator switched it on. */
function forReader({ owners, starsFor }: UpdateContext, userId: number, { type }: Message): object {
  if (type === 'help') return maySetUp(owners, userId) ? {} : { maySetUp: false };
  return takesAnyStars(starsFor) && SAYS_STARS.includes(type) ? { takesStars: true } : {};
}

export const commonIntents = {
  say: (context, { user, message }) =>
    replyWith(context, user, { ...message, ...forReader(context, user.id, message) }),
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
