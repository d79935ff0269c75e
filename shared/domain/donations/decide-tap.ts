import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import type { Cents, OrderReference } from '../common/ids';
import { orderTopic } from '../common/living-message';
import type { OrderState } from '../payments/payment';
import type { Keypad } from './keypad';

/** The order that a keypad opened, with what decides if a late tap may still change it. */
export interface KeypadOrder {
  readonly reference: OrderReference;
  readonly state: OrderState;
  readonly amountCents: Cents;
  readonly version: number;
  readonly hasPayment: boolean;
}

export interface OrderChange {
  readonly reference: OrderReference;
  readonly state: 'open' | 'cancelled';
  readonly amountCents: Cents;
  /** The version of the order that is changed; `undefined` for a new order. */
  readonly version: number | undefined;
}

export interface TapDecision {
  readonly order?: OrderChange;
  readonly promised: readonly Promised[];
}

/** A donor's keypad before and after the newest tap. */
export interface KeypadChange {
  readonly userId: number;
  readonly before: Keypad;
  readonly now: Keypad;
}

const NOTHING: TapDecision = { promised: [] };

/** One promise for each decision about the amount, because an amount that changes away and back needs a new invoice. */
const promiseInvoice = (reference: OrderReference, amountCents: Cents, times: number): Promised => ({
  effect: {
    kind: 'create_invoice',
    reference,
    amountCents,
    occasion: { type: 'purchase', isOfKeypad: true },
  },
  key: `${reference}:invoice:${times}`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
  reference,
});

/** The order's message may already show an invoice. */
const promiseCancelled = ({ reference, version }: KeypadOrder, userId: number): Promised => ({
  effect: {
    kind: 'send_message',
    chatId: userId,
    message: { type: 'keypad_cancelled' },
    living: { topic: orderTopic(reference), as: 'edit_only' },
  },
  key: `${reference}:cancelled:${version + 1}`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
  reference,
});

/**
 * Returns true if a late tap may still change the order: no money was seen, and its payer has not cancelled it. Taps
 * may undo a cancellation that other taps caused, but not one made by the button.
 */
function isAmendable({ state, hasPayment }: KeypadOrder, before: Keypad): boolean {
  if (hasPayment) return false;
  return state === 'open' || (state === 'cancelled' && before.outcome.type !== 'confirmed');
}

/**
 * Decides what one more tap changes in a keypad's order. A tap that was made before the confirm but arrives after it
 * changes the amount as if it had come in time, unless money was already seen: then the invoiced amount holds.
 */
export function decideTap(
  { userId, before, now }: KeypadChange,
  order: KeypadOrder | null,
  newReference: () => OrderReference,
): TapDecision {
  const { outcome } = now;
  if (order !== null && !isAmendable(order, before)) return NOTHING;
  if (outcome.type !== 'confirmed') {
    if (order?.state !== 'open') return NOTHING;
    const { reference, version, amountCents } = order;
    return {
      order: { reference, version, state: 'cancelled', amountCents },
      promised: [promiseCancelled(order, userId)],
    };
  }
  const { amountCents } = outcome;
  if (order?.state === 'open' && order.amountCents === amountCents) return NOTHING;
  const reference = order?.reference ?? newReference();
  return {
    order: { reference, state: 'open', amountCents, version: order?.version },
    promised: [promiseInvoice(reference, amountCents, (order?.version ?? -1) + 1)],
  };
}
