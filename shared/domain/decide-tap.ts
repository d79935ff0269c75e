import { MONEY_EXPIRES_SECONDS, type Promised } from './effects';
import type { Cents, OrderReference } from './ids';
import type { OrderState } from './judge-payments';
import { foldTaps, type Keypad, type Taps } from './keypad';

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
  readonly keypad: Keypad;
  readonly order?: OrderChange;
  readonly promised: readonly Promised[];
}

/** The taps as they were known, and with the one that has come. */
export interface TapsChange {
  readonly before: Taps;
  readonly taps: Taps;
}

/** One for each time the amount is decided: an amount that was left and come back to needs its invoice again. */
const promiseInvoice = (reference: OrderReference, amountCents: Cents, times: number): Promised => ({
  effect: { kind: 'create_invoice', reference, amountCents, times },
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
  { before, taps }: TapsChange,
  order: KeypadOrder | null,
  newReference: () => OrderReference,
): TapDecision {
  const keypad = foldTaps(taps);
  const { outcome } = keypad;
  if (order !== null && !isAmendable(order, foldTaps(before))) return { keypad, promised: [] };
  if (outcome.type !== 'confirmed') {
    if (order?.state !== 'open') return { keypad, promised: [] };
    const { reference, version, amountCents } = order;
    return {
      keypad,
      order: { reference, version, state: 'cancelled', amountCents },
      promised: [],
    };
  }
  const { amountCents } = outcome;
  if (order?.state === 'open' && order.amountCents === amountCents) return { keypad, promised: [] };
  const reference = order?.reference ?? newReference();
  return {
    keypad,
    order: { reference, state: 'open', amountCents, version: order?.version },
    promised: [promiseInvoice(reference, amountCents, (order?.version ?? -1) + 1)],
  };
}
