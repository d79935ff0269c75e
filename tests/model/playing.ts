import type { Coverage } from './coverage';
import type { BuyerRun } from './buyer-run';
import type { Model } from './start-model';

/** A batch while it is played. */
export interface Playing {
  readonly model: Model;
  readonly lanes: readonly BuyerRun[];
  readonly coverage: Coverage;
  /** Whether nothing has died in the middle of something so far. */
  isClean: boolean;
}

const tick = ({ world }: Model): Promise<boolean> =>
  world.tick().then(
    (status) => status === 200,
    () => false,
  );

/**
 * Has the worker do all that is due. Resolves with the time, by the database's clock in epoch milliseconds, up to which
 * nothing is left: before its last run. `false` if it died over it.
 */
export async function drain(model: Model): Promise<number | false> {
  if (!(await tick(model))) return false;
  const [row] = await model.world.database<{ now: number }[]>`
    select (extract(epoch from app_now()) * 1000)::float8 as now`;
  return (await tick(model)) && Number(row?.now);
}
