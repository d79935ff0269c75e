import type { Delivery } from '../../database/common/inbox';
import { findKeypadByMessage, type StoredKeypad, type Tap } from '../../database/donations/keypads';
import { expireKeypad, saveKeypad } from '../../database/donations/save-keypad';
import { recordTap } from '../../database/donations/record-tap';
import type { Database } from '../../database/connection/pool';
import { decideTap } from '../../domain/donations/decide-tap';
import { keypadClosing } from '../../domain/effects';
import type { ToastAnswer } from '../../domain/messages/answers';
import type { Message } from '../../domain/messages/messages';
import { amountOf, foldTaps, MAX_TAPS, type Keypad, type Taps } from '../../domain/donations/keypad';
import { promised, react, type PromptEffect, type Reaction } from '../../domain/prompt-effects';
import { continueUnder } from '../../logger';
import { underCurrentId } from '../common/delivery-of';
import { newReference } from '../common/new-reference';
import { CONFLICT, retryOnConflict, type Conflict } from '../common/retry-on-conflict';

export interface TapUpdate extends Tap {
  readonly queryId: string;
}

const alert = (queryId: string, answer: ToastAnswer): PromptEffect => ({
  type: 'answer_query',
  queryId,
  answer,
  isAlert: true,
});

/** The reaction to a tap that only types: redraws the keypad if the entry changed. */
function redraw(tap: TapUpdate, taps: Taps): Reaction {
  const before = Object.fromEntries(
    Object.entries(taps).filter(([updateId]) => Number(updateId) !== tap.updateId),
  );
  const { entry } = foldTaps(taps);
  const { queryId, chatId, messageId } = tap;
  const answer: PromptEffect = { type: 'answer_query', queryId };
  // Telegram rejects edits that change nothing.
  if (foldTaps(before).entry === entry) return react(answer);
  return react({ type: 'redraw_keypad', chatId, messageId, entry }, answer);
}

/**
 * Returns why a tap can't count: the keypad is unknown, another user's, replaced or expired, the user is banned, or
 * sales are paused. `undefined` if it counts.
 */
async function refusal(
  database: Database,
  keypad: StoredKeypad | undefined,
  tap: TapUpdate,
): Promise<Reaction | undefined> {
  if (keypad === undefined) return react(alert(tap.queryId, { answer: 'keypad_not_in_use' }));
  if (keypad.userId !== tap.userId) return react(alert(tap.queryId, { answer: 'keypad_of_another' }));
  if (keypad.isClosed) {
    // With an order, it was confirmed once. A late tap from before the confirmation may have undone it, and then every
    // tap since counts again.
    const isDecided = keypad.order !== null || foldTaps(keypad.taps).outcome.type !== 'open';
    return isDecided ? undefined : react(alert(tap.queryId, { answer: 'keypad_expired' }));
  }
  if (tap.key === 'confirm' && keypad.isBanned)
    return react(alert(tap.queryId, { answer: 'not_sold_to_you' }));
  if (tap.key === 'confirm' && keypad.isPaused)
    return react(alert(tap.queryId, { answer: 'donations_paused' }));
  if (!keypad.hasExpired) return undefined;
  const { chatId, messageId } = tap;
  await expireKeypad(database, keypad.keypadId, keypadClosing({ ...keypad, chatId, messageId }));
  return promised(alert(tap.queryId, { answer: 'keypad_expired' }));
}

interface KeypadState {
  readonly taps: Taps;
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
function promptsAfter(tap: TapUpdate, { title }: StoredKeypad, { taps, order }: KeypadState): PromptEffect[] {
  const { queryId, chatId, messageId } = tap;
  const { entry, outcome } = foldTaps(taps);
  const answer: PromptEffect = { type: 'answer_query', queryId };
  if (outcome.type !== 'open') {
    const message = order === null ? ({ type: 'keypad_cancelled' } as const) : endOf(title, order);
    return [{ type: 'replace_message', chatId, messageId, message }, answer];
  }
  const amount = amountOf(entry);
  if (tap.key === 'confirm' && !amount.ok)
    return [alert(queryId, { answer: 'amount_refused', reason: amount.reason })];
  return [...redraw(tap, taps).prompt];
}

const isSameEnd = (before: Keypad, now: Keypad): boolean =>
  now.outcome.type !== 'open' && JSON.stringify(before.outcome) === JSON.stringify(now.outcome);

async function decide(database: Database, delivery: Delivery, tap: TapUpdate): Promise<Reaction | Conflict> {
  const keypad = await findKeypadByMessage(database, tap);
  const refused = await refusal(database, keypad, tap);
  if (refused !== undefined || keypad === undefined) return refused ?? CONFLICT;
  if (keypad.order !== null) continueUnder(keypad.order);
  const before = foldTaps(keypad.taps);
  const isRepeat = Object.hasOwn(keypad.taps, tap.updateId);
  if (isRepeat || Object.keys(keypad.taps).length >= MAX_TAPS)
    // The first delivery may have died before it woke the worker.
    return { prompt: promptsAfter(tap, keypad, keypad), isPromised: before.outcome.type !== 'open' };
  const taps = { ...keypad.taps, [tap.updateId]: tap.key };
  const now = foldTaps(taps);
  // A tap that changes nothing (a second confirm) is saved anyway, because a late tap may make it count.
  const decision = isSameEnd(before, now)
    ? { promised: [] }
    : decideTap({ before, now }, keypad.order, newReference);
  const isSaved = await saveKeypad(database, underCurrentId(delivery), {
    keypad,
    taps,
    messageId: tap.messageId,
    isClosed: keypad.isClosed || now.outcome.type !== 'open',
    promised: decision.promised,
    ...(decision.order && { order: decision.order }),
  });
  if (!isSaved) return CONFLICT;
  if (decision.order) continueUnder({ ...decision.order, correlationId: null });
  const order = decision.order ? { ...decision.order, invoiceUrl: null } : keypad.order;
  return { prompt: promptsAfter(tap, keypad, { taps, order }), isPromised: decision.promised.length > 0 };
}

/**
 * Handles one tap on a keypad. Typing is a single statement. A tap that may end the keypad, or comes late, reads
 * everything, decides, and writes unless another tap wrote in the meantime. The same taps produce the same donation, in
 * whatever sequence they come and however often they are repeated.
 */
export async function pressKeypad(database: Database, delivery: Delivery, tap: TapUpdate): Promise<Reaction> {
  if (tap.key !== 'confirm' && tap.key !== 'cancel') {
    const taps = await recordTap(database, delivery, tap);
    if (taps !== undefined) return redraw(tap, taps);
  }
  return retryOnConflict({ what: 'keypad' }, () => decide(database, delivery, tap));
}
