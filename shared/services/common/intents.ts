import { NO_REACTION, react } from '../../domain/prompt-effects';
import type { IntentRows } from './intent-row';
import { replyWith } from './update-context';

const HELP_FOR_BUTTON = 'This button is not in use any more. Send /help to see what I can do.';

export const commonIntents = {
  say: (handled, { user, message }) => replyWith(handled, user, message),
  point_to_bot: async (_handled, { button: { queryId }, startParameter }) =>
    react({ type: 'answer_query', queryId, startParameter }),
  look: async (_handled, { button: { queryId } }) => react({ type: 'answer_query', queryId }),
  unknown_button: async (_handled, { button: { queryId } }) =>
    react({
      type: 'answer_query',
      queryId,
      text: HELP_FOR_BUTTON,
      isAlert: true,
    }),
  ignore: async () => NO_REACTION,
} satisfies IntentRows;
