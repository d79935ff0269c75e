import { closeDialog, readDialog } from '../../database/dialogs';
import { readSetUp } from '../../database/set-ups';
import { readStanding } from '../../database/standing';
import { leastRoleFor } from '../../domain/owner-actions';
import type { Reaction } from '../../domain/prompt-effects';
import { mayAct } from '../../domain/roles';
import type { Intent } from '../../telegram/route-update';
import { say, type Handled } from '../handled';
import { isQuestion, QUESTIONS } from './questions';
import { answerSetUp } from './set-up';
import { readable } from './set-up-page';

type Of<Type extends Intent['type']> = Extract<Intent, { type: Type }>;

/** Something typed: the answer to what they were asked, if they were asked anything. */
export async function answerTyped(
  handled: Handled,
  { user, text, messageId }: Of<'typed'>,
): Promise<Reaction> {
  const [dialog, setUp] = await Promise.all([
    readDialog(handled.database, user.id),
    readSetUp(handled.database, user.id),
  ]);
  // Typed away, whatever comes of it: the question stays the last message.
  const typedAway = { type: 'delete_message', chatId: user.id, messageId } as const;
  if (dialog === undefined || !isQuestion(dialog.question)) {
    const state = readable(setUp);
    if (state === undefined) return say(handled, user, { type: 'not_understood' });
    const answered = await answerSetUp(handled, state, text);
    return { ...answered, prompt: [...answered.prompt, typedAway] };
  }
  const { action, answer } = QUESTIONS[dialog.question];
  const standing = await readStanding(handled.database, dialog);
  if (standing === undefined || !mayAct(standing.role, leastRoleFor(action))) {
    await closeDialog(handled.database, handled.delivery, user.id);
    return say(handled, user, { type: 'not_understood' });
  }
  const { prompt, isPromised } = await answer({ handled, standing, dialog, text });
  return { prompt: [...prompt, typedAway], isPromised };
}
