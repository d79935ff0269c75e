import type { Delivery } from '../../database/common/inbox';
import { findKeypadByMessage, type StoredKeypad } from '../../database/donations/keypads';
import { expireKeypad, saveKeypad } from '../../database/donations/save-keypad';
import { recordTap } from '../../database/donations/record-tap';
import type { Database } from '../../database/connection/pool';
import { decideTap } from '../../domain/donations/decide-tap';
import { stepOfKeypad } from '../../domain/donations/choices';
import { keypadClosing } from '../../domain/effects';
import { leastOfKeypad } from '../../domain/donations/least-of-keypad';
import { foldTaps, MAX_TAPS, type Keypad, type Taps } from '../../domain/donations/keypad';
import { isConfirming, isPresetKey, presetCents, presetTaps } from '../../domain/donations/presets';
import { promised, react, type Reaction } from '../../domain/prompt-effects';
import { continueUnder } from '../../logger';
import { underCurrentId } from '../common/delivery-of';
import { newReference } from '../common/new-reference';
import { keypadAlert, promptsAfter, redraw, type TapUpdate } from './keypad-prompts';
import { CONFLICT, retryOnConflict, type Conflict } from '../common/retry-on-conflict';

/**
 * Returns why a tap can't count: the keypad is unknown, another user's, replaced or expired, the user is banned, sales
 * are paused, or no coin can pay. `undefined` if it counts.
 */
async function refusal(
  database: Database,
  keypad: StoredKeypad | undefined,
  tap: TapUpdate,
): Promise<Reaction | undefined> {
  if (keypad === undefined) return react(keypadAlert(tap.queryId, { answer: 'keypad_not_in_use' }));
  if (keypad.userId !== tap.userId) return react(keypadAlert(tap.queryId, { answer: 'keypad_of_another' }));
  if (keypad.isClosed && tap.key !== 'cancel' && keypad.inStars === true)
    return react(keypadAlert(tap.queryId, { answer: 'keypad_not_in_use' }));
  if (keypad.isClosed) {
    // With an order, it was confirmed once. A late tap from before the confirmation may have undone it, and then every
    // tap since counts again.
    const isDecided =
      keypad.order !== null || foldTaps(keypad.taps, leastOfKeypad(keypad)).outcome.type !== 'open';
    return isDecided ? undefined : react(keypadAlert(tap.queryId, { answer: 'keypad_expired' }));
  }
  // Its buttons don't type.
  if (tap.key !== 'cancel' && stepOfKeypad(keypad) !== 'amount')
    return react(keypadAlert(tap.queryId, { answer: 'keypad_not_in_use' }));
  const isGiving = isConfirming(tap.key);
  if (isGiving && keypad.isBanned) return react(keypadAlert(tap.queryId, { answer: 'not_sold_to_you' }));
  if (isGiving && keypad.isPaused) return react(keypadAlert(tap.queryId, { answer: 'donations_paused' }));
  if (isGiving && keypad.isUnpayable) return react(keypadAlert(tap.queryId, { answer: 'payments_off' }));
  if (!keypad.hasExpired) return undefined;
  const { chatId, messageId } = tap;
  await expireKeypad(database, keypad.keypadId, keypadClosing({ ...keypad, chatId, messageId }));
  return promised(keypadAlert(tap.queryId, { answer: 'keypad_expired' }));
}

/** What a tap adds to the taps of a keypad; `undefined` if the keypad has no such button. */
function tapsOf({ key, updateId }: TapUpdate, keypad: StoredKeypad): Taps | undefined {
  if (!isPresetKey(key)) return { [updateId]: key };
  const cents = presetCents(keypad, key);
  return cents === undefined ? undefined : presetTaps(updateId, cents);
}

const isSameEnd = (before: Keypad, now: Keypad): boolean =>
  now.outcome.type !== 'open' && JSON.stringify(before.outcome) === JSON.stringify(now.outcome);

async function decide(database: Database, delivery: Delivery, tap: TapUpdate): Promise<Reaction | Conflict> {
  const keypad = await findKeypadByMessage(database, tap);
  const refused = await refusal(database, keypad, tap);
  if (refused !== undefined || keypad === undefined) return refused ?? CONFLICT;
  const added = tapsOf(tap, keypad);
  if (added === undefined) return react(keypadAlert(tap.queryId, { answer: 'keypad_not_in_use' }));
  if (keypad.order !== null) continueUnder(keypad.order);
  const leastCents = leastOfKeypad(keypad);
  const before = foldTaps(keypad.taps, leastCents);
  const isRepeat = Object.hasOwn(keypad.taps, tap.updateId);
  if (isRepeat || Object.keys(keypad.taps).length >= MAX_TAPS)
    // The first delivery may have died before it woke the worker.
    return {
      prompt: promptsAfter(tap, keypad, { ...keypad, leastCents }),
      isPromised: before.outcome.type !== 'open',
    };
  const taps = { ...keypad.taps, ...added };
  const now = foldTaps(taps, leastCents);
  // A tap that changes nothing (a second confirm) is saved anyway, because a late tap may make it count.
  const decision = isSameEnd(before, now)
    ? { promised: [] }
    : decideTap({ userId: keypad.userId, before, now }, keypad.order, newReference);
  const saved = await saveKeypad(database, underCurrentId(delivery), {
    keypad,
    taps,
    messageId: tap.messageId,
    leastCents,
    isClosed: keypad.isClosed || now.outcome.type !== 'open',
    promised: decision.promised,
    ...(decision.order && { order: decision.order }),
  });
  if (saved === 'changed') return CONFLICT;
  if (saved !== 'saved')
    return react(keypadAlert(tap.queryId, { answer: 'too_many_orders', seconds: saved.waitSeconds }));
  if (decision.order) continueUnder({ ...decision.order, correlationId: null });
  const order = decision.order ? { ...decision.order, invoiceUrl: null } : keypad.order;
  return {
    prompt: promptsAfter(tap, keypad, { taps, leastCents, order }),
    isPromised: decision.promised.length > 0,
  };
}

/**
 * Handles one tap on a keypad. Typing is a single statement. A tap that may end the keypad, or comes late, reads
 * everything, decides, and writes unless another tap wrote in the meantime. The same taps produce the same donation, in
 * whatever sequence they come and however often they are repeated.
 */
export async function pressKeypad(database: Database, delivery: Delivery, tap: TapUpdate): Promise<Reaction> {
  if (!isConfirming(tap.key) && tap.key !== 'cancel') {
    const tapped = await recordTap(database, delivery, tap);
    if (tapped !== undefined) return { ...redraw(tap, tapped), chosenLanguage: tapped.chosenLanguage };
  }
  return retryOnConflict({ what: 'keypad' }, () => decide(database, delivery, tap));
}
