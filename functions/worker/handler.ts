import type { Handler } from '../../shared/http/types';
import { drainOutbox } from '../../shared/services/drain-outbox';
import type { EffectDependencies } from '../../shared/services/perform-effect';

/** Well below the function's own timeout of 60 s: the last batch must still find time to end. */
const BUDGET_MS = 25_000;

/** Performs what is due. Any body will do: Cloud Scheduler sends an empty one. */
export const workerHandler =
  (deps: EffectDependencies): Handler =>
  async () => ({ status: 200, body: await drainOutbox(deps, { budgetMs: BUDGET_MS }) });
