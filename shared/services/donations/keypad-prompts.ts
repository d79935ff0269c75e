import type { StoredKeypad, Tap } from '../../database/donations/keypads';
import type { Cents } from '../../domain/common/ids';
import { stepOfKeypad, type KeypadChoices } from '../../domain/donations/choices';
import { amountOf, foldTaps, whyIgnored, type Taps } from '../../domain/donations/keypad';
import { orderTopic } from '../../domain/common/living-message';
import { leastOfKeypad } from '../../domain/donations/least-of-keypad';
import { isConfirming, isPresetKey, updateOfTap } from '../../domain/donations/presets';
import type { ToastAnswer } from '../../domain/messages/answers';
import type { Message, MessageOf } from '../../domain/messages/messages';
import { react, type PromptEffect, type Reaction } from '../../domain/prompt-effects';

export interface TapUpdate extends Tap {
  readonly queryId: string;
}

/** Answers a tap in an alert, which the donor has to close. */
export const keypadAlert = (queryId: string, answer: ToastAnswer): PromptEffect => ({
  type: 'answer_query',
  queryId,
  answer,
  isAlert: true,
});

const tapsWhere = (taps: Taps, isMeant: (updateId: number) => boolean): Taps =>
  Object.fromEntries(Object.entries(taps).filter(([stored]) => isMeant(updateOfTap(stored))));

const choicesOf = ({ presets, lastCents, isAnonymous, note, mayBeStars }: KeypadChoices): KeypadChoices => ({
  presets,
  lastCents,
  isAnonymous,
  note,
  ...(mayBeStars === true && { mayBeStars }),
});

/** What a keypad asks about Stars; nothing if it asks for dollars. */
function starsOf(keypad: StoredKeypad): Pick<MessageOf<'keypad'>, 'starKeypad'> {
  const { starPresets, inStars, isUnpayable } = keypad;
  if (stepOfKeypad(keypad) === 'amount') return {};
  return {
    starKeypad: {
      presets: starPresets ?? [],
      inStars: inStars === true || null,
      mayBeCrypto: !isUnpayable,
    },
  };
}

/** A keypad as it is now. */
export const keypadMessage = (
  keypad: StoredKeypad,
  asking: Pick<MessageOf<'keypad'>, 'isNoteAsked' | 'refusedLength'> = {},
): MessageOf<'keypad'> => ({
  type: 'keypad',
  title: keypad.title,
  donationMessage: keypad.donationMessage,
  leastCents: keypad.leastCents,
  entry: foldTaps(keypad.taps, leastOfKeypad(keypad)).entry,
  choices: choicesOf(keypad),
  ...starsOf(keypad),
  ...asking,
});

/** The reaction to a tap that only types: redraws the keypad if the entry changed, otherwise says why it didn't. */
export function redraw(tap: TapUpdate, keypad: KeypadChoices & { taps: Taps }, leastCents?: Cents): Reaction {
  const { queryId, chatId, messageId, updateId, key } = tap;
  const { taps } = keypad;
  const entryOf = (some: Taps) => foldTaps(some, leastCents).entry;
  const entry = entryOf(taps);
  const answer: PromptEffect = { type: 'answer_query', queryId };
  if (entryOf(tapsWhere(taps, (id) => id !== updateId)) !== entry)
    return react({ type: 'redraw_keypad', chatId, messageId, entry, choices: choicesOf(keypad) }, answer);
  // Telegram rejects edits that change nothing.
  const reason = isPresetKey(key)
    ? undefined
    : whyIgnored(entryOf(tapsWhere(taps, (id) => id < updateId)), key);
  return react(reason === undefined ? answer : { ...answer, answer: { answer: 'key_ignored', reason } });
}

interface KeypadState {
  readonly taps: Taps;
  readonly leastCents: Cents;
  /** The order in its current state. */
  readonly order:
    | (Pick<NonNullable<StoredKeypad['order']>, 'reference' | 'state' | 'amountCents' | 'invoiceUrl'> &
        Partial<Pick<NonNullable<StoredKeypad['order']>, 'priceStars'>>)
    | null;
}

const CANCELLED = { type: 'keypad_cancelled' } as const;

/**
 * The message of an ended keypad. It shows the order's current state, which a late tap may have been unable to change.
 */
function endOf(
  title: string,
  { reference, state, amountCents, invoiceUrl, priceStars = null }: NonNullable<KeypadState['order']>,
): Message {
  if (state === 'cancelled') return CANCELLED;
  if (state === 'open') return { type: 'keypad_confirmed', title, amountCents, priceStars, invoiceUrl };
  const price = { amountCents, ...(priceStars !== null && { priceStars, paidIn: 'xtr' as const }) };
  return { type: 'order_status', reference, state, title, item: { kind: 'donation' }, ...price };
}

/** The prompt effects of a tap that may have ended the keypad. */
export function promptsAfter(
  tap: TapUpdate,
  keypad: StoredKeypad,
  { taps, leastCents, order }: KeypadState,
): PromptEffect[] {
  const { queryId, chatId, messageId } = tap;
  const { title, leastNowCents } = keypad;
  const { entry, outcome } = foldTaps(taps, leastCents);
  const answer: PromptEffect = { type: 'answer_query', queryId };
  if (outcome.type !== 'open') {
    const message = order === null ? CANCELLED : endOf(title, order);
    // News of the order takes the place of the keypad, and may have come before this tap, or a repeated one.
    const living = order === null ? {} : { topic: orderTopic(order.reference) };
    return [{ type: 'replace_message', chatId, messageId, message, ...living }, answer];
  }
  const amount = amountOf(entry, leastCents);
  const redrawn = redraw(tap, { ...keypad, taps }, leastCents).prompt;
  if (isConfirming(tap.key) && !amount.ok)
    return [
      // A button with an amount has typed it, so the keypad shows what was refused.
      ...redrawn.filter(({ type }) => type === 'redraw_keypad'),
      keypadAlert(queryId, {
        answer: 'amount_refused',
        reason: amount.reason,
        leastCents,
        isProven: leastNowCents !== null,
      }),
    ];
  return [...redrawn];
}
