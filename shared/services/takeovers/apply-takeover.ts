import { promiseAlone } from '../../database/common/outbox';
import type { Database } from '../../database/connection/pool';
import { readTakeover } from '../../database/takeovers/takeovers';
import type { EffectOf } from '../../domain/effects';
import { tellTakeover } from '../../domain/takeovers/tell-takeover';
import { DONE, type Outcome } from '../common/outcome';

export interface TakeoverDependencies {
  readonly database: Database;
}

/** Rules the next lines of a list, or takes back what they gave. */
export async function applyTakeover(
  { database }: TakeoverDependencies,
  { takeoverId }: EffectOf<'apply_takeover'>,
): Promise<Outcome> {
  const takeover = await readTakeover(database, takeoverId);
  if (takeover === undefined) return DONE;
  await promiseAlone(database, tellTakeover(takeover));
  return DONE;
}
