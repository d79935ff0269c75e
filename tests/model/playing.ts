import type { Coverage } from './coverage';
import type { Lane } from './lane';
import type { Model } from './start-model';

/** A batch while it is played. */
export interface Playing {
  readonly model: Model;
  readonly lanes: readonly Lane[];
  readonly coverage: Coverage;
  /** Whether nothing has died in the middle of something so far. */
  isClean: boolean;
}

/** Has the worker do all that is due. `false` if it died over it. */
export const drain = ({ world }: Model): Promise<boolean> =>
  world.tick().then(
    (status) => status === 200,
    () => false,
  );
