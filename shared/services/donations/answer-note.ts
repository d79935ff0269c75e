import { closeDialog, type Dialog } from '../../database/common/dialogs';
import { saveChoices } from '../../database/donations/donor-choices';
import { findKeypad, type StoredKeypad } from '../../database/donations/keypads';
import { storableText } from '../../domain/common/storable-text';
import { MAX_NOTE_CHARACTERS } from '../../domain/donations/choices';
import { reply } from '../../domain/effects';
import type { MessageOf } from '../../domain/messages/messages';
import { promised, react, type Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import { answerMessage } from '../common/answer-message';
import { CONFLICT, retryOnConflict, type Conflict } from '../common/retry-on-conflict';
import { replyWith, type UpdateContext } from '../common/update-context';
import { keypadMessage } from './keypad-prompts';

type Typed = IntentOf<'typed'>;

/** A note as it is stored: in one line, because it is quoted. */
const noteOf = (typed: string): string => storableText(typed).replace(/\s+/g, ' ').trim();

/** True if a note still reaches the owner: the donation isn't confirmed yet, or isn't paid yet. */
const takesNote = ({ isClosed, hasExpired, order }: StoredKeypad): boolean =>
  isClosed ? order?.state === 'open' && !order.hasPayment : !hasExpired;

/** Draws the keypad again below what was typed, which is deleted. Without the id of its message, nothing is drawn. */
const drawAgain = (user: Typed['user'], messageId: number | null, message: MessageOf<'keypad'>): Reaction =>
  messageId === null ? react() : react({ type: 'replace_message', chatId: user.id, messageId, message });

async function tooLate(context: UpdateContext, user: Typed['user'], keypad: StoredKeypad | undefined) {
  await closeDialog(context.database, context.delivery, user.id);
  const { openChannelId, isClosed = true } = keypad ?? {};
  return openChannelId === undefined || isClosed
    ? replyWith(context, user, { type: 'not_understood' })
    : replyWith(context, user, { type: 'keypad_expired', openChannelId });
}

/** Takes typed text as a donor's note to the owner, and asks again if it is too long. */
export const answerNote = (
  context: UpdateContext,
  { user, text }: Typed,
  dialog: Dialog,
): Promise<Reaction> =>
  retryOnConflict({ what: 'keypad' }, async (): Promise<Reaction | Conflict> => {
    const { database, delivery } = context;
    const keypad = await findKeypad(database, String(dialog.draft['keypadId']));
    if (keypad === undefined || keypad.userId !== user.id || !takesNote(keypad))
      return tooLate(context, user, keypad);
    const note = noteOf(text);
    const { length } = Array.from(note);
    const { messageId } = dialog;
    if (note === '' || length > MAX_NOTE_CHARACTERS)
      return drawAgain(user, messageId, keypadMessage(keypad, { isNoteAsked: true, refusedLength: length }));
    const chosen = { ...keypad, note };
    // Once the amount is confirmed, its message shows no keypad that could show the note.
    const isTold = keypad.isClosed;
    const told = reply(context.updateId, user.id, answerMessage({ answer: 'note_saved' }));
    const saved = await saveChoices(database, delivery, {
      keypad,
      choices: chosen,
      messageId,
      isNoteAsked: false,
      promised: isTold ? [told] : [],
    });
    if (saved === 'changed') return CONFLICT;
    return isTold ? promised() : drawAgain(user, messageId, keypadMessage(chosen));
  });
