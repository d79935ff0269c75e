import type { Cents } from '../common/ids';
import { MAX_DONATION_CENTS, parseUsd, withSeparators } from '../common/money';
import { ASSUMED_LEAST_CENTS } from '../payments/invoices/minimums';

/** One key of the keypad, stored with the `update_id` of its tap. */
export const KEYS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.'] as const;
export type Key = (typeof KEYS)[number] | 'backspace' | 'clear' | 'confirm' | 'cancel';

/** Every tap of one keypad by its `update_id`: a set, so order of arrival and repetition make no difference. */
export type Taps = Readonly<Record<string, Key>>;

export type KeypadOutcome =
  | { readonly type: 'open' }
  | { readonly type: 'confirmed'; readonly amountCents: Cents }
  | { readonly type: 'cancelled' };

export interface Keypad {
  /** The text typed so far: `''`, `'12'`, `'12.'`, `'12.5'`. */
  readonly entry: string;
  readonly outcome: KeypadOutcome;
  /** The `update_id` of the tap that ended it. */
  readonly endedBy?: number;
}

export const KEYPAD_LIFETIME_MINUTES = 5;
/** Far more than an amount needs. A keypad with more taps is treated as expired. */
export const MAX_TAPS = 500;

const MAX_WHOLE_DIGITS = 4;
const MAX_DECIMALS = 2;
const EMPTY: Keypad = { entry: '', outcome: { type: 'open' } };

/** Why a key that types changes nothing. */
export type IgnoredKey = 'too_many_digits' | 'too_many_decimals' | 'second_point';

/** Returns why `key` can't follow `entry`; `undefined` if it can. */
export function whyIgnored(entry: string, key: Key): IgnoredKey | undefined {
  if (!KEYS.some((each) => each === key)) return undefined;
  const [whole = '', decimals] = entry.split('.');
  if (key === '.') return decimals === undefined ? undefined : 'second_point';
  if (decimals !== undefined) return decimals.length < MAX_DECIMALS ? undefined : 'too_many_decimals';
  return whole.length < MAX_WHOLE_DIGITS ? undefined : 'too_many_digits';
}

function type(entry: string, key: Key): string {
  if (whyIgnored(entry, key) !== undefined) return entry;
  if (key === '.') return `${entry || '0'}.`;
  return entry === '0' ? key : entry + key; // a leading zero says nothing
}

/** The amount of an entry, or why the entry cannot be confirmed. */
export type Amount =
  | { readonly ok: true; readonly cents: Cents }
  | { readonly ok: false; readonly reason: 'empty' | 'too_small' | 'too_large' };

/** Reads an entry as a donation and checks its limits. */
export function amountOf(entry: string, leastCents: Cents = ASSUMED_LEAST_CENTS): Amount {
  const cents = parseUsd(entry.endsWith('.') ? entry.slice(0, -1) : entry);
  if (cents === undefined || cents === 0) return { ok: false, reason: 'empty' };
  if (cents < leastCents) return { ok: false, reason: 'too_small' };
  if (cents > MAX_DONATION_CENTS) return { ok: false, reason: 'too_large' };
  return { ok: true, cents };
}

interface Press {
  readonly key: Key;
  readonly updateId: number;
  readonly leastCents: Cents | undefined;
}

function press(keypad: Keypad, { key, updateId, leastCents }: Press): Keypad {
  switch (key) {
    case 'backspace':
      return { ...keypad, entry: keypad.entry.slice(0, -1) };
    case 'clear':
      return { ...keypad, entry: '' };
    case 'cancel':
      return { ...keypad, outcome: { type: 'cancelled' }, endedBy: updateId };
    case 'confirm': {
      const amount = amountOf(keypad.entry, leastCents);
      if (!amount.ok) return keypad; // refused; the keypad stays open
      return { ...keypad, outcome: { type: 'confirmed', amountCents: amount.cents }, endedBy: updateId };
    }
    default:
      return { ...keypad, entry: type(keypad.entry, key) };
  }
}

/**
 * Folds `taps` in the order of `update_id`, which is the order in which they were made, whatever order Telegram
 * delivered them in. The first confirm of a valid amount, or cancel, ends the keypad. Before a confirm, `leastCents`
 * makes no difference.
 */
export function foldTaps(taps: Taps, leastCents?: Cents): Keypad {
  const inOrder = Object.entries(taps)
    .map(([updateId, key]) => ({ updateId: Number(updateId), key }))
    .sort((a, b) => a.updateId - b.updateId);
  let keypad = EMPTY;
  for (const { updateId, key } of inOrder) {
    keypad = press(keypad, { key, updateId, leastCents });
    if (keypad.outcome.type !== 'open') return keypad;
  }
  return keypad;
}

/** The text of the first row: `$0.00` before anything was typed, then what was typed, as in `$1,234.5`. */
export const displayOf = (entry: string): string =>
  `$${entry === '' ? '0.00' : entry.replace(/^\d+/, (whole) => withSeparators(whole))}`;
