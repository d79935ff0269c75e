import type { EffectRows } from '../common/effect-row';
import { applyTakeover, type TakeoverDependencies } from './apply-takeover';

export const takeoverEffects = {
  apply_takeover: { perform: applyTakeover },
} satisfies EffectRows<TakeoverDependencies>;
