import { dropSetUp, openSetUp, postponeSetUp, readSetUp, saveSetUp } from '../../../database/owner/set-ups';
import type { Answer } from '../../../domain/messages/answers';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import { maySetUp } from '../../../domain/owner/allowed-owners';
import { EMPTY_DRAFT, stepBefore } from '../../../domain/owner/set-up';
import type { Button, IntentOf } from '../../../telegram/route-update';
import { pickedKind } from '../../../telegram/codec/callback-data';
import { answerMessage } from '../../common/answer-message';
import { alert, personOf, replaceMessage, type UpdateContext } from '../../common/update-context';
import { promiseDeletion, promiseSetUpPage } from './answer-set-up';
import { TELEGRAM_IS_SILENT } from './check-chat';
import { refuseSetUp } from './claim';
import { showPicker } from './open-picker';
import { parseStoredSetUp, setUpPage, type SetUpState } from './set-up-page';
import { STEPS, type StepResult } from './set-up-steps';
import { startSelling } from './start-selling';

const ENDED = { answer: 'set_up_ended' } as const;

interface ShownComplaint {
  readonly complaint: Answer | null;
  readonly again?: number;
}

/** Replaces the message whose button was pressed with a page. */
const showSetUpPage = async (
  context: UpdateContext,
  button: Button,
  state: Pick<SetUpState, 'userId' | 'step' | 'draft'> & ShownComplaint,
): Promise<Reaction> => replaceMessage(button, await setUpPage(context, state));

/** Handles `/setup`, its link and its buttons: starts a set-up, or continues it, however old it is. */
export async function beginSetUp(
  context: UpdateContext,
  { user, button }: IntentOf<'open_set_up'>,
): Promise<Reaction> {
  const { database, delivery, owners } = context;
  if (!maySetUp(owners, user.id)) return refuseSetUp(context, { user, button });
  const stored = await readSetUp(database, user.id);
  const state = parseStoredSetUp(stored);
  const { step, draft } = state ?? { step: 'private' as const, draft: EMPTY_DRAFT };
  const messageId = button?.messageId ?? null;
  // Only one message shows the set-up, so the previous one is deleted.
  const previousMessageId = stored?.messageId ?? null;
  const deletions =
    previousMessageId === null || previousMessageId === messageId
      ? []
      : [promiseDeletion(user.id, previousMessageId)];
  await openSetUp(database, delivery, {
    person: personOf(user),
    step,
    draft,
    messageId,
    startsOver: state === undefined,
    promised: [
      ...deletions,
      ...(button === undefined ? [promiseSetUpPage(context, { userId: user.id, messageId })] : []),
    ],
  });
  if (button === undefined) return promised();
  const shown = await showSetUpPage(context, button, { userId: user.id, step, draft, complaint: null });
  return { ...shown, isPromised: deletions.length > 0 };
}

/** Handles a button on a page. A button of an earlier page only shows the current one. */
export async function pressSetUp(
  context: UpdateContext,
  { user, step, choice, button }: IntentOf<'set_up'>,
): Promise<Reaction> {
  const { database, delivery, owners } = context;
  if (!maySetUp(owners, user.id)) return refuseSetUp(context, { user, button });
  const state = parseStoredSetUp(await readSetUp(database, user.id));
  if (state === undefined) return alert(button, ENDED);
  const { draft, version, userId } = state;
  if (step !== state.step) return showSetUpPage(context, button, { ...state, complaint: null });
  const picks = pickedKind(choice);
  if (picks && (step === 'private' || step === 'public'))
    return showPicker(context, { userId, kind: step, picks, openChannelId: null, button });
  if (step === 'review' && choice === 'start') return startSelling(context, { user, button, state });
  const result: StepResult | undefined =
    choice === 'back'
      ? { to: stepBefore(step) }
      : await STEPS[step]?.press({ context, userId, draft }, choice);
  if (result === 'silent') return alert(button, TELEGRAM_IS_SILENT);
  if (result === undefined) return showSetUpPage(context, button, { ...state, complaint: null });
  if ('complaint' in result) return showSetUpPage(context, button, { ...state, ...result });
  const next = { userId, step: result.to, draft: { ...draft, ...result.draft } };
  const change = { ...next, version, messageId: button.messageId, promised: [] };
  const isSaved = await saveSetUp(database, delivery, change);
  // Another tap, or a repeat of this one, was faster: show the current state.
  const shown = isSaved ? next : (parseStoredSetUp(await readSetUp(database, userId)) ?? next);
  return showSetUpPage(context, button, { ...shown, complaint: null });
}

/** Cancels the set-up, or postpones one that the bot offered. */
export async function endSetUp(
  context: UpdateContext,
  { type, user, button }: IntentOf<'cancel_set_up' | 'postpone_set_up'>,
): Promise<Reaction> {
  const { database, delivery, owners } = context;
  if (type === 'cancel_set_up') await dropSetUp(database, delivery, user.id);
  else await postponeSetUp(database, delivery, user.id);
  // The answers below say how to begin again.
  if (!maySetUp(owners, user.id)) return refuseSetUp(context, { user, button });
  const answer = type === 'cancel_set_up' ? 'set_up_cancelled' : 'set_up_postponed';
  return replaceMessage(button, answerMessage({ answer }));
}
