import type { StoredKeypad, Tap } from '../../database/donations/keypads';
import type { Cents } from '../../domain/common/ids';
import { amountOf, foldTaps, whyIgnored, type Taps } from '../../domain/donations/keypad';
import type { ToastAnswer } from '../../domain/messages/answers';
import type { Message } from '../../domain/messages/messages';
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
  Object.fromEntries(Object.entries(taps).filter(([updateId]) => isMeant(Number(updateId))));

/** The reaction to a tap that only types: redraws the keypad if the entry changed, otherwise says why it didn't. */
export function redraw(tap: TapUpdate, taps: Taps, leastCents?: Cents): Reaction {
  const { queryId, chatId, messageId, updateId, key } = tap;
  const entryOf = (some: Taps) => foldTaps(some, leastCents).entry;
  const entry = entryOf(taps);
  const answer: PromptEffect = { type: 'answer_query', queryId };
  if (entryOf(tapsWhere(taps, (id) => id !== updateId)) !== entry)
    return react({ type: 'redraw_keypad', chatId, messageId, entry }, answer);
  // Telegram rejects edits that change nothing.
  const reason = whyIgnored(entryOf(tapsWhere(taps, (id) => id < updateId)), key);
  return react(reason === undefined ? answer : { ...answer, answer: { answer: 'key_ignored', reason } });
}

interface KeypadState {
  readonly taps: Taps;
  readonly leastCents: Cents;
  /** The order in its current state. */
  readonly order: Pick<
    NonNullable<StoredKeypad['order']>,
    'reference' | 'state' | 'amountCents' | 'invoiceUrl'
  > | null;
}

/**
 * The message of an ended keypad. It shows the order's current state, which a late tap may have been unable to change.
 */
function endOf(
  title: string,
  { reference, state, amountCents, invoiceUrl }: NonNullable<KeypadState['order']>,
): Message {
  if (state === 'cancelled') return { type: 'keypad_cancelled' };
  if (state === 'open') return { type: 'keypad_confirmed', title, amountCents, invoiceUrl };
  return { type: 'order_status', reference, state, title, item: { kind: 'donation' }, amountCents };
}

/** The prompt effects of a tap that may have ended the keypad. */
export function promptsAfter(
  tap: TapUpdate,
  { title, leastNowCents }: StoredKeypad,
  { taps, leastCents, order }: KeypadState,
): PromptEffect[] {
  const { queryId, chatId, messageId } = tap;
  const { entry, outcome } = foldTaps(taps, leastCents);
  const answer: PromptEffect = { type: 'answer_query', queryId };
  if (outcome.type !== 'open') {
    const message = order === null ? ({ type: 'keypad_cancelled' } as const) : endOf(title, order);
    return [{ type: 'replace_message', chatId, messageId, message }, answer];
  }
  const amount = amountOf(entry, leastCents);
  if (tap.key === 'confirm' && !amount.ok)
    return [
      keypadAlert(queryId, {
        answer: 'amount_refused',
        reason: amount.reason,
        leastCents,
        isProven: leastNowCents !== null,
      }),
    ];
  return [...redraw(tap, taps, leastCents).prompt];
}
