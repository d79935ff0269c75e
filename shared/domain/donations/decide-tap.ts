import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import type { Cents, OrderReference } from '../common/ids';
import type { OrderState } from '../payments/payment';
import type { Keypad } from './keypad';

/** The order that a keypad led to, as far as a late tap may still change it. */
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
  /** The version that is changed; `undefined` for a new order. */
  readonly version: number | undefined;
}

export interface TapDecision {
  readonly order?: OrderChange;
  readonly promised: readonly Promised[];
}

/** The keypad as it was known, and with the tap that has come. */
export interface KeypadChange {
  readonly before: Keypad;
  readonly now: Keypad;
}

const NOTHING: TapDecision = { promised: [] };

/** One for each time the amount is decided: an amount that was left and come back to needs its invoice again. */
const promiseInvoice = (reference: OrderReference, amountCents: Cents, times: number): Promised => ({
  effect: { kind: 'create_invoice', reference, amountCents, occasion: { type: 'purchase' } },
  key: `${reference}:invoice:${times}`,
  expiresInSeconds: MONEY_EXPIRES_SECONDS,
  reference,
});

/**
 * Whether a late tap may still change the order. Not once money was seen, and not when its payer cancelled it: a
 * cancellation that the taps themselves led to is theirs to take back, one by the button is not.
 */
function isAmendable({ state, hasPayment }: KeypadOrder, before: Keypad): boolean {
  if (hasPayment) return false;
  return state === 'open' || (state === 'cancelled' && before.outcome.type !== 'confirmed');
}

/**
 * What a keypad's taps, now that there is one more, make of its order. A tap that was made before the confirm but arrives
 * after it changes the amount, as if it had come in time, unless money has already been seen: then what was invoiced holds.
 */
export function decideTap(
  { before, now }: KeypadChange,
  order: KeypadOrder | null,
  newReference: () => OrderReference,
): TapDecision {
  const { outcome } = now;
  if (order !== null && !isAmendable(order, before)) return NOTHING;
  if (outcome.type !== 'confirmed') {
    if (order?.state !== 'open') return NOTHING;
    const { reference, version, amountCents } = order;
    return { order: { reference, version, state: 'cancelled', amountCents }, promised: [] };
  }
  const { amountCents } = outcome;
  if (order?.state === 'open' && order.amountCents === amountCents) return NOTHING;
  const reference = order?.reference ?? newReference();
  return {
    order: { reference, state: 'open', amountCents, version: order?.version },
    promised: [promiseInvoice(reference, amountCents, (order?.version ?? -1) + 1)],
  };
}
