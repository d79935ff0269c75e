import type { EffectRows } from '../common/effect-row';
import { endKeypad, sendKeypad, type KeypadDependencies } from './keypad-effects';

export const donationEffects = {
  send_keypad: { perform: sendKeypad },
  expire_keypad: { perform: endKeypad },
} satisfies EffectRows<KeypadDependencies>;
