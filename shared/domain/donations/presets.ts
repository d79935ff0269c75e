import type { Cents } from '../common/ids';
import { MAX_DONATION_CENTS } from '../common/money';
import { isDollarSign, typedDollars } from '../common/typed-numbers';
import type { KeypadChoices } from './choices';
import { KEYS, type Key, type Taps } from './keypad';

export const MAX_PRESETS = 4;

/** A button that gives an amount at once. It names a place on the keypad, never the amount. */
export const PRESET_KEYS = ['preset_1', 'preset_2', 'preset_3', 'preset_4', 'preset_last'] as const;
export type PresetKey = (typeof PRESET_KEYS)[number];

/** Everything that can be tapped to give an amount. */
export type TapKey = Key | PresetKey;

export const isPresetKey = (key: TapKey): key is PresetKey => PRESET_KEYS.some((each) => each === key);

/** True if the tap gives an amount, so that all checks of a confirm hold for it. */
export const isConfirming = (key: TapKey): boolean => key === 'confirm' || isPresetKey(key);

/** The amount on a button of a keypad; `undefined` if that keypad shows no such button. */
export const presetCents = (
  { presets, lastCents }: Pick<KeypadChoices, 'presets' | 'lastCents'>,
  key: PresetKey,
): Cents | undefined =>
  key === 'preset_last' ? (lastCents ?? undefined) : presets[PRESET_KEYS.indexOf(key)];

/**
 * The taps by which a donor would give this amount: clear, its digits, confirm. They share the `update_id` of the one tap
 * that was made, with decimals for their order. So whatever holds for typed amounts holds for this one, and a release
 * without presets reads them as well.
 */
export function presetTaps(updateId: number, cents: Cents): Taps {
  const typed = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
  const digits = Array.from(typed, (digit) => KEYS.find((key) => key === digit)).filter(
    (key) => key !== undefined,
  );
  const keys: readonly Key[] = ['clear', ...digits, 'confirm'];
  return Object.fromEntries(
    keys.map((key, index) => [
      index === 0 ? `${updateId}` : `${updateId}.${String(index).padStart(2, '0')}`,
      key,
    ]),
  );
}

/** The `update_id` of the tap that a stored tap belongs to. */
export const updateOfTap = (stored: string): number => Number(stored.split('.')[0]);

/**
 * Reads the amounts that an owner typed, such as `5, 10 $25.50`: in ascending order, each once. `undefined` if one of them
 * isn't an amount that can be given, or if there are too many or none.
 */
export function readPresets(typed: string): readonly Cents[] | undefined {
  const words = typed.split(/[\s;،؛]+/).map((word) => word.replace(/,$/, ''));
  const amounts = words.filter((word) => word !== '' && !isDollarSign(word)).map(typedDollars);
  const valid = amounts.filter((cents) => cents !== undefined && cents > 0 && cents <= MAX_DONATION_CENTS);
  const distinct = [...new Set(valid as Cents[])].sort((a, b) => a - b);
  const isRead = valid.length === amounts.length && distinct.length > 0 && distinct.length <= MAX_PRESETS;
  return isRead ? distinct : undefined;
}
