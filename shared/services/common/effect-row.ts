import type { Effect, EffectOf } from '../../domain/effects';
import type { Attempt, Outcome } from './outcome';

type Perform<Kind extends Effect['kind'], Dependencies> = (
  deps: Dependencies,
  effect: EffectOf<Kind>,
  attempt: Attempt,
) => Promise<Outcome>;

/** The worker's functions for the effects of one kind. */
export interface EffectRow<Kind extends Effect['kind'], Dependencies> {
  /** Safe to repeat: a worker can die after Telegram has acted and before the outbox knows. */
  readonly perform: Perform<Kind, Dependencies>;
  /** Runs instead of `perform` once the effect has expired. Without it the effect fails and stays visible. */
  readonly giveUp?: Perform<Kind, Dependencies>;
}

/** The rows of one room. */
export type EffectRows<Dependencies> = {
  readonly [Kind in Effect['kind']]?: EffectRow<Kind, Dependencies>;
};
