import type { OrderToReconcile } from '../../database/payments/orders';
import type { Database } from '../../database/connection/pool';
import type { Logger } from '../../logger';

/** Why a provider could not be asked. */
export interface RailFailure {
  readonly message: string;
  readonly status?: number | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** The result of one look at an order. */
export interface Look {
  /** How many payments were asked about, and how many more could be. */
  readonly asked: number;
  readonly left: number;
  /** How many calls failed. */
  readonly failed: number;
  /** The first failure, or the one after which the provider was left alone. */
  readonly failure: RailFailure | undefined;
}

/** What the core has a rail do. Everything is safe to repeat. What a rail does by itself are effects and intents of its own. */
export interface Rail<LookNeeds> {
  /** Asks the provider about an order, and takes in what it says as if that had arrived. `null`: it can't be asked so. */
  readonly look: ((deps: LookNeeds, order: OrderToReconcile) => Promise<Look>) | null;
  /** Settles a delivery of this rail again, as it was stored. `false` if it says nothing about a payment. */
  readonly settleStored: (
    deps: { readonly database: Database; readonly log: Logger },
    payload: unknown,
  ) => Promise<boolean>;
}
