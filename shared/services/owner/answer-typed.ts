import { closeDialog, readDialog } from '../../database/common/dialogs';
import { readSetUp } from '../../database/owner/set-ups';
import { readChannelRoleFor } from '../../database/common/channel-roles';
import { maySetUp } from '../../domain/owner/allowed-owners';
import type { Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import { NOTE_QUESTION } from '../../domain/donations/choices';
import { replyWith, type UpdateContext } from '../common/update-context';
import { answerNote } from '../donations/answer-note';
import { isQuestion, QUESTIONS } from './questions';
import { answerSetUp } from './set-up/answer-set-up';
import { parseStoredSetUp } from './set-up/set-up-page';

/** Handles typed text as the answer to the open question or the current set-up step, if there is one. */
export async function answerTyped(context: UpdateContext, typed: IntentOf<'typed'>): Promise<Reaction> {
  const { user, text, messageId } = typed;
  const [dialog, setUp] = await Promise.all([
    readDialog(context.database, user.id),
    readSetUp(context.database, user.id),
  ]);
  if (dialog?.question === NOTE_QUESTION) {
    const answered = await answerNote(context, typed, dialog);
    if (answered !== undefined) return answered;
  }
  // So that the question stays the last message.
  const deleteTyped = { type: 'delete_message', chatId: user.id, messageId } as const;
  if (dialog === undefined || !isQuestion(dialog.question)) {
    const state = maySetUp(context.owners, user.id) ? parseStoredSetUp(setUp) : undefined;
    if (state === undefined) return replyWith(context, user, { type: 'not_understood' });
    const answered = await answerSetUp(context, state, text);
    return { ...answered, prompt: [...answered.prompt, deleteTyped] };
  }
  const { action, answer, keepsTyped = false } = QUESTIONS[dialog.question];
  const { openChannelId, userId } = dialog;
  const channelRole = await readChannelRoleFor(context.database, { openChannelId, userId, action });
  if (channelRole === undefined) {
    await closeDialog(context.database, context.delivery, user.id);
    return replyWith(context, user, { type: 'not_understood' });
  }
  const { prompt, isPromised } = await answer({ context, channelRole, dialog, text });
  return { prompt: keepsTyped ? prompt : [...prompt, deleteTyped], isPromised };
}
