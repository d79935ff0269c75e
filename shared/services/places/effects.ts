import type { EffectRows } from '../common/effect-row';
import { applyPlace } from './apply-place';
import { checkPlace, type PlaceDependencies } from './check-place';

export const placeEffects = {
  check_place: { perform: checkPlace },
  apply_place: { perform: applyPlace },
} satisfies EffectRows<PlaceDependencies>;
