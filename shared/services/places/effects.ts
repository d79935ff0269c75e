import type { EffectRows } from '../common/effect-row';
import { checkPlace, type PlaceDependencies } from './check-place';

export const placeEffects = {
  check_place: { perform: checkPlace },
} satisfies EffectRows<PlaceDependencies>;
