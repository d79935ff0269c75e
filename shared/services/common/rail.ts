import type { OrderToReconcile } from '../../database/payments/orders';
import type { OrderReference } from '../../domain/common/ids';
import type { PaymentReport } from '../../domain/payments/payment-report';
import type { Attempt, Outcome } from './outcome';

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

/** A payment that its owner wants sent back. */
export interface RefundRequest {
  readonly reference: OrderReference;
  readonly paymentId: number;
}

/** What a rail needs for each of its actions. */
interface RailNeeds {
  readonly pay: unknown;
  readonly look: unknown;
  readonly refund: unknown;
}

/** What the core has a rail do. Everything is safe to repeat. `Payable`: the promise by which something to pay is made. */
export interface Rail<Needs extends RailNeeds, Payable> {
  /** Makes what its buyer pays an order with, and promises to send it. */
  readonly makePayable: (deps: Needs['pay'], payable: Payable, attempt: Attempt) => Promise<Outcome>;
  /** Asks the provider about an order, and takes in what it says as if that had arrived. */
  readonly look: (deps: Needs['look'], order: OrderToReconcile) => Promise<Look>;
  /** Has the provider send a payment back. `null`: its owner does that, and says so. */
  readonly refund:
    ((deps: Needs['refund'], request: RefundRequest, attempt: Attempt) => Promise<Outcome>) | null;
  /** Reads a delivery of this rail as it was stored, to settle it again. `undefined` if it says nothing about a payment. */
  readonly readStored: (
    payload: unknown,
  ) => { readonly deliveryId: string; readonly report: PaymentReport } | undefined;
}
