import { saveSetUp } from '../../../database/owner/set-ups';
import { messageDeletion, REPLY_EXPIRES_SECONDS, type Promised } from '../../../domain/effects';
import type { Answer } from '../../../domain/messages/answers';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import { storedWords } from '../../../telegram/views/answers';
import type { UpdateContext } from '../../common/update-context';
import { TELEGRAM_IS_SILENT } from './check-chat';
import type { SetUpState } from './set-up-page';
import { STEPS, type StepResult } from './set-up-steps';

interface ShownComplaint {
  readonly complaint: Answer | null;
  readonly again?: number | undefined;
}

/** Promises to draw the set-up in place of its message: the reply to typed text must not be lost. */
export const promiseSetUpPage = (
  { updateId, botUsername }: UpdateContext,
  { userId, messageId }: Pick<SetUpState, 'userId' | 'messageId'>,
  { complaint, again }: ShownComplaint = { complaint: null },
): Promised => ({
  effect: {
    kind: 'show_set_up',
    userId,
    messageId,
    botUsername,
    answer: complaint,
    complaint: complaint && storedWords(complaint),
    ...(again !== undefined && { again }),
  },
  key: `update:${updateId}:set_up`,
  expiresInSeconds: REPLY_EXPIRES_SECONDS,
});

/** Promises to delete a message that another one replaces. */
export const promiseDeletion = (chatId: number, messageId: number): Promised => ({
  ...messageDeletion({ chatId, messageId }),
  expiresInSeconds: REPLY_EXPIRES_SECONDS,
});

/** Saves what an answer led to, and promises to show it. */
async function saveAnswer(
  { database, delivery }: UpdateContext,
  state: SetUpState,
  result: StepResult,
  promisedPage: (shown: ShownComplaint) => readonly Promised[],
): Promise<Reaction> {
  const isAccepted = result !== 'silent' && 'to' in result;
  const shown = result === 'silent' ? { complaint: TELEGRAM_IS_SILENT } : isAccepted ? undefined : result;
  await saveSetUp(database, delivery, {
    ...state,
    ...(isAccepted && { step: result.to, draft: { ...state.draft, ...result.draft } }),
    promised: promisedPage(shown ?? { complaint: null }),
  });
  return promised();
}

const NOTHING_TO_TYPE: StepResult = { complaint: { answer: 'nothing_to_type' } };

/** Handles typed text as the answer to the current step. */
export async function answerSetUp(
  context: UpdateContext,
  state: SetUpState,
  text: string,
): Promise<Reaction> {
  const { userId, step, draft } = state;
  const result = (await STEPS[step]?.type?.({ context, userId, draft }, text)) ?? NOTHING_TO_TYPE;
  return saveAnswer(context, state, result, (shown) => [promiseSetUpPage(context, state, shown)]);
}

/** Goes on with a set-up below what the user has just sent: its page is sent again and the earlier one deleted. */
export const takeIntoSetUp = (
  context: UpdateContext,
  state: SetUpState,
  result: StepResult,
  told: readonly Promised[] = [],
): Promise<Reaction> => {
  const { userId, messageId } = state;
  const moved = { ...state, messageId: null };
  return saveAnswer(context, moved, result, (shown) => [
    ...told,
    promiseSetUpPage(context, moved, shown),
    ...(messageId === null ? [] : [promiseDeletion(userId, messageId)]),
  ]);
};
