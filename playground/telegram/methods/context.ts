import type { CallbackQueries } from '../people/callback-queries';
import type { Limits } from '../limits';
import type { StarParts } from '../stars/star-parts';
import type { Params } from '../wire/params';
import type { Webhook } from '../delivery/webhook';
import type { World } from '../world';

/** The parts of the simulator that a method can use. */
export interface MethodContext {
  readonly world: World;
  readonly limits: Limits;
  readonly callbackQueries: CallbackQueries;
  readonly webhook: Webhook;
  readonly stars: StarParts;
}

/** Performs one Bot API method. Returns its `result` or throws an `ApiError`. */
export type Method = (context: MethodContext, params: Params) => unknown;
export type Methods = Readonly<Record<string, Method>>;
