import { promisePlacePage } from '../../database/places/apply-place';
import type { Database } from '../../database/connection/pool';
import type { EffectOf } from '../../domain/effects';
import { DONE, type Outcome } from '../common/outcome';

/** Promises the next page of what opening or closing a place takes. */
export async function applyPlace(
  { database }: { readonly database: Database },
  effect: EffectOf<'apply_place'>,
): Promise<Outcome> {
  await promisePlacePage(database, effect);
  return DONE;
}
