import type { RailName } from '../../shared/domain/common/rails';
import type { OrderReference } from '../../shared/domain/common/ids';
import type { Point } from './dying-database';
import type { Endpoint, RailWorld } from './rail-world';
import type { Customer, Shop } from './shop';

/** An order with something to pay. */
export interface Payable {
  readonly shop: Shop;
  readonly buyer: Customer;
  readonly reference: OrderReference;
  /** What the provider knows it by. */
  readonly id: string;
}

/** What becomes of the provider's reports about a payment: each comes twice, none comes, or the last one comes first. */
export type Delivery = 'once' | 'twice' | 'lost' | 'reordered';

export interface PayOptions {
  /** Absent: the buyer. */
  readonly by?: Customer;
  readonly delivery?: Delivery;
}

/** What goes wrong at the provider when something to pay is made. */
export type Trouble = 'down' | 'answer_lost' | 'limited' | 'slow';

/** A rail in its provider's simulator, as far as every rail can be played in the same way. */
export interface RailUnderTest {
  readonly name: RailName;
  readonly world: RailWorld;
  /** Where the provider reports money. */
  readonly endpoint: Endpoint;
  /** Opens a shop that sells a month by this rail. */
  openShop(): Promise<Shop>;
  /** Its owner raises the price. */
  raisePrice(shop: Shop): Promise<void>;
  /** What a buyer taps, one after the other, from the offer until there is something to pay. */
  taps(shop: Shop): readonly RegExp[];
  /** Gives an amount on a keypad, until there is something to pay. */
  donate(shop: Shop, donor: Customer): Promise<void>;
  /** The newest thing to pay that the buyer has; `undefined` if there isn't one. */
  payableOf(buyer: Customer): string | undefined;
  /** How many things to pay the provider has made for an order. */
  made(reference: OrderReference): Promise<number>;
  /** Pays the whole price, and lets everything happen that follows. Returns what the provider calls the payment. */
  pay(payable: Payable, options?: PayOptions): Promise<string>;
  /** Pays the whole price, and leaves the work that follows to a worker. */
  payAndLeave(payable: Payable): Promise<void>;
  /** Pays the whole price. The report of the money meets a process that dies at a point. Returns whether it did. */
  payAndKill(payable: Payable, point: Point): Promise<boolean>;
  /** Pays the whole price on two devices at once. */
  payOnTwoDevices(payable: Payable): Promise<void>;
  /** The provider, or its merchant, sends a payment back without our asking. Twice: it reports that again. */
  refundUnasked(payment: string, times?: number): Promise<void>;
  /** The same, but the report meets a process that dies at a point. Returns whether it did. */
  refundAndKill(payment: string, point: Point): Promise<boolean>;
  /** The same, and leaves the work that follows to a worker. */
  refundAndLeave(payment: string): Promise<void>;
  /** Reports a payment that nobody made, in the provider's name. Returns the status that it was answered. */
  forge(payable: Payable): Promise<number>;
  /** What an owner taps to refund a payment: the last tap does it. */
  refundTaps(paymentId: string): readonly [RegExp, RegExp];
  /** Sends the newest report about a payment again, as it was. Returns the status that it was answered. */
  replay(payment: string): Promise<number>;
  /** Reports, rightly signed, a payment that claims to be for the order at another price. */
  claimOtherPrice(payable: Payable): Promise<void>;
  /** Reports money for an order that nobody knows. Returns how the provider finds it in our books. */
  payUnknownOrder(): Promise<{ readonly isKept: () => Promise<boolean> }>;
  /** Reports money that nobody can read. Returns the status that it was answered. */
  sendUnreadable(): Promise<number>;
  /** Reports, rightly signed, that a payment that ended is under way again. */
  takeBack(payment: string): Promise<void>;
  /** Something goes wrong at the provider the next time that something to pay is made. */
  trouble(kind: Trouble): void;
  /** Waits until a lost report must have been found. */
  reconcile(): Promise<void>;
}
