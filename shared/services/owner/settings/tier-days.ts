import { readDialog } from '../../../database/common/dialogs';
import { showPageWithNote, type OwnerActionHandler } from '../page/owner-request';
import { tierQuestions, tiersPage } from './tiers';

/**
 * Answers the question how long a tier lasts by a button, as if its words had been typed. A second tap finds the question
 * answered, so it shows what the tiers are now.
 */
const chooseTierDays: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument = '', button } = request;
  const dialog = await readDialog(context.database, channelRole.userId);
  if (dialog?.question !== 'tier_days' || dialog.openChannelId !== channelRole.openChannelId)
    return showPageWithNote(request, tiersPage, null);
  const answered = await tierQuestions.tier_days.answer({ context, channelRole, dialog, text: argument });
  const answer = button ? [{ type: 'answer_query' as const, queryId: button.queryId }] : [];
  return { ...answered, prompt: [...answered.prompt, ...answer] };
};

export const tierDaysHandlers = { 'tier-days': chooseTierDays } satisfies Readonly<
  Record<string, OwnerActionHandler>
>;
