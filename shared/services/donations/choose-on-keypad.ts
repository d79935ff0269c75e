import { saveChoices } from '../../database/donations/donor-choices';
import { findKeypadByMessage, type StoredKeypad } from '../../database/donations/keypads';
import type { DonorChoice } from '../../domain/donations/choices';
import type { ToastAnswer } from '../../domain/messages/answers';
import { takesStars } from '../../domain/owner/allowed-owners';
import { react, type Reaction } from '../../domain/prompt-effects';
import type { IntentOf } from '../../telegram/route-update';
import { alert, replaceMessage, type UpdateContext } from '../common/update-context';
import { CONFLICT, retryOnConflict, type Conflict } from '../common/retry-on-conflict';
import { keypadMessage } from './keypad-prompts';

type Chosen = Pick<StoredKeypad, 'isAnonymous' | 'anonymityTap' | 'note' | 'inStars'>;

/** Of the taps about the name, the one that was made last counts, whatever came first. */
const named = ({ anonymityTap }: StoredKeypad, updateId: number, isAnonymous: boolean): Partial<Chosen> =>
  anonymityTap !== null && anonymityTap > updateId ? {} : { isAnonymous, anonymityTap: updateId };

/** What a tap changes. */
const CHANGES: Readonly<Record<DonorChoice, (keypad: StoredKeypad, updateId: number) => Partial<Chosen>>> = {
  anonymous: (keypad, updateId) => named(keypad, updateId, true),
  named: (keypad, updateId) => named(keypad, updateId, false),
  write_note: () => ({}),
  drop_note: () => ({ note: null }),
  in_crypto: () => ({ inStars: false }),
  in_stars: ({ starPresets }) => (starPresets === null ? {} : { inStars: true }),
};

/** What can't be chosen once the amount is confirmed. */
const BEFORE_CONFIRM: readonly DonorChoice[] = ['write_note', 'in_crypto', 'in_stars'];

/** Returns why nothing can be chosen. A tap that comes after the confirm still counts, apart from a new note. */
function refusal(
  keypad: StoredKeypad,
  { user, choice }: IntentOf<'donor_choice'>,
  { starsFor }: Pick<UpdateContext, 'starsFor'>,
): ToastAnswer | undefined {
  if (keypad.userId !== user.id) return { answer: 'keypad_of_another' };
  if (keypad.isClosed)
    return keypad.order === null || BEFORE_CONFIRM.includes(choice)
      ? { answer: 'keypad_not_in_use' }
      : undefined;
  if (choice === 'in_crypto' && keypad.isUnpayable) return { answer: 'payments_off' };
  if (choice === 'in_stars' && !takesStars(starsFor, keypad.ownerUserId)) return { answer: 'no_stars_now' };
  return keypad.hasExpired ? { answer: 'keypad_expired' } : undefined;
}

/** Stores what a donor chose on a keypad beside the amount, and draws it again. */
export const chooseOnKeypad = (context: UpdateContext, intent: IntentOf<'donor_choice'>): Promise<Reaction> =>
  retryOnConflict({ what: 'keypad' }, async (): Promise<Reaction | Conflict> => {
    const { database, delivery, updateId } = context;
    const { button, choice } = intent;
    const keypad = await findKeypadByMessage(database, button);
    if (keypad === undefined) return alert(button, { answer: 'keypad_not_in_use' });
    const refused = refusal(keypad, intent, context);
    if (refused !== undefined) return alert(button, refused);
    const chosen = { ...keypad, ...CHANGES[choice](keypad, updateId) };
    const isNoteAsked = choice === 'write_note';
    const { messageId } = button;
    const saved = await saveChoices(database, delivery, { keypad, choices: chosen, messageId, isNoteAsked });
    if (saved === 'changed') return CONFLICT;
    if (keypad.isClosed) return react({ type: 'answer_query', queryId: button.queryId });
    return replaceMessage(button, keypadMessage(chosen, isNoteAsked ? { isNoteAsked } : {}));
  });
