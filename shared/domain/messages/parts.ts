import type { PlaceKind } from '../places/place';
import type { Cents, OpenChannelId, OrderReference } from '../common/ids';
import type { Currency } from '../common/rails';
import type { Role } from '../common/roles';

/** A donor or buyer as the owner may know them: by @username, otherwise by first name, otherwise by id. */
export interface Payer {
  readonly userId: number;
  readonly username: string | null;
  /** Absent or `null` if they have a @username, if it isn't known, and in rows of older versions. */
  readonly firstName?: string | null;
}

/** What arrived, as its rail reported it. Decimal strings; Stars are whole, and their currency is `xtr`. */
export interface Received {
  readonly amountCrypto: string | null;
  readonly cryptoCurrency: string | null;
  readonly expectedCrypto: string | null;
  /** How much several payments together exceed the price. Absent if they don't. */
  readonly excessCents?: Cents;
}

/** What an order is for. */
export type Item =
  | { readonly kind: 'donation' }
  | { readonly kind: 'subscription'; readonly tierName: string; readonly days: number };

/** One thing that happened to an order, in the words of the database. */
export interface StoryEvent {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly what: string;
  readonly details: Readonly<Record<string, string | number | null>>;
}

export interface OfMember {
  readonly openChannelId: OpenChannelId;
  /** Of the channel, or of the place that it is about. */
  readonly title: string;
  /** What the place is. Absent: the private channel. */
  readonly placeKind?: PlaceKind;
  readonly payer: Payer;
}

/** The head of every page about a channel. */
export interface OfChannel {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly role: Role;
}

/** The price of an order in Stars, beside that in dollars. */
export interface StarPrice {
  /** Whole Stars. Absent or `null`, also in older rows: Stars can't pay it. */
  readonly priceStars?: number | null;
  /** What it was paid in, or has to be paid in. Absent or `null`: whichever its buyer chooses. */
  readonly paidIn?: Currency | null;
}

/** What every message about an order says about it. */
export interface AboutOrder extends StarPrice {
  readonly reference: OrderReference;
  readonly title: string;
  readonly item: Item;
  readonly amountCents: Cents;
}

/** Why an invoice is sent. */
export type Occasion =
  | {
      readonly type: 'purchase';
      /** The invoice takes the place of the keypad. Absent: it is a message of its own. */
      readonly isOfKeypad?: true;
      /** It takes the place of the question how to pay, and leads back to it. */
      readonly isChosen?: true;
      /** No other way was possible, so it doesn't lead back. */
      readonly isOnlyWay?: true;
    }
  /** A part has arrived, and the invoice is for the rest. */
  | { readonly type: 'rest'; readonly receivedCents: Cents }
  | {
      readonly type: 'reminder';
      readonly daysLeft: number;
      /** Epoch milliseconds. */
      readonly paidUntil: number;
      readonly graceHours: number;
    };

/** Turns each name into its own answer type, for answers without values. */
export type Named<Name extends string> = Name extends string ? { readonly answer: Name } : never;
