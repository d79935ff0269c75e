import { closeDialog, type AskedDialog } from '../../database/common/dialogs';
import { saveChoices } from '../../database/donations/donor-choices';
import { findKeypad, type StoredKeypad } from '../../database/donations/keypads';
import { storableText } from '../../domain/common/storable-text';
import { MAX_NOTE_CHARACTERS, NOTE_QUESTION_SECONDS } from '../../domain/donations/choices';
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

const deleted = ({ user, messageId }: Typed) =>
  ({ type: 'delete_message', chatId: user.id, messageId }) as const;

/** Draws the keypad again in place of what was typed. Without the id of its message, nothing is drawn. */
const drawAgain = (
  typed: Typed,
  { keypadId, userId: chatId }: StoredKeypad,
  { messageId, message }: { readonly messageId: number | null; readonly message: MessageOf<'keypad'> },
): Reaction =>
  messageId === null
    ? react(deleted(typed))
    : react({ type: 'draw_keypad', chatId, messageId, keypadId, message }, deleted(typed));

/** Ends the question. What was typed stays in the chat, and is meant for something else unless the keypad has just expired. */
async function tooLate(context: UpdateContext, user: Typed['user'], keypad: StoredKeypad | undefined) {
  await closeDialog(context.database, context.delivery, user.id);
  return keypad === undefined || keypad.isClosed
    ? undefined
    : replyWith(context, user, { type: 'keypad_expired', openChannelId: keypad.openChannelId });
}

/**
 * Takes typed text as a donor's note to the owner, and asks again if it is too long. `undefined` if the text isn't a note,
 * because it came too late.
 */
export const answerNote = (
  context: UpdateContext,
  typed: Typed,
  dialog: AskedDialog,
): Promise<Reaction | undefined> =>
  retryOnConflict({ what: 'keypad' }, async (): Promise<Reaction | Conflict | undefined> => {
    const { database, delivery } = context;
    const { user, text } = typed;
    if (dialog.ageSeconds >= NOTE_QUESTION_SECONDS) return tooLate(context, user, undefined);
    const keypad = await findKeypad(database, String(dialog.draft['keypadId']));
    if (keypad === undefined || keypad.userId !== user.id) return tooLate(context, user, undefined);
    if (!takesNote(keypad)) return tooLate(context, user, keypad);
    const note = noteOf(text);
    const { length } = Array.from(note);
    const { messageId } = dialog;
    if (note === '' || length > MAX_NOTE_CHARACTERS)
      return drawAgain(typed, keypad, {
        messageId,
        message: keypadMessage(keypad, { isNoteAsked: true, refusedLength: length }),
      });
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
    return isTold
      ? promised(deleted(typed))
      : drawAgain(typed, keypad, { messageId, message: keypadMessage(chosen) });
  });
