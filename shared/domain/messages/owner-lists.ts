import type { Cents, OrderReference } from '../common/ids';
import type { ListPlace, MemberFilter, OrderFilter } from '../owner/lists';
import type { OddPayment, Refundable, RefundMessage } from './cases';
import type { AboutOrder, Item, Payer, Received, StarPrice, StoryEvent, OfChannel } from './parts';
import type { ShownRenewal } from '../stars/renewal-message';
import type { Note } from './answers';
import type { Exception, OrderState } from '../payments/payment';
import type { PaymentStatus } from '../payments/payment-status';
import type { KnownMember, MemberPlace, NamedPlace } from '../places/known-member';

/** An order in the list that a channel's owner and managers see. */
export interface ListedOrder extends StarPrice {
  readonly reference: OrderReference;
  readonly state: OrderState;
  readonly item: Item;
  readonly amountCents: Cents;
  /** What came for it, once it was paid. `null` before that, and if an older version settled it. */
  readonly incomeCents?: Cents | null;
  readonly payer: Payer;
  readonly createdAt: number;
}

/** A payment that needs the owner's decision. */
export interface WaitingCase {
  readonly paymentId: number;
  readonly seenAt: number;
  /** What is odd about it; `null` if its order isn't known. */
  readonly exception: Exception | null;
  /** Absent, here and below, if its order isn't known. */
  readonly status?: PaymentStatus;
  /** It has not been confirmed for a week. */
  readonly isHanging?: boolean;
  /** It is what is left of an order of which another part was sent back. */
  readonly isRemainder?: boolean;
  /** What came; `null` if nobody knows. */
  readonly worthCents?: Cents | null;
  readonly amountCrypto?: string | null;
  readonly cryptoCurrency?: string | null;
  readonly order: Pick<ListedOrder, 'item' | 'amountCents' | 'payer' | keyof StarPrice> | null;
}

/** The fields that every list about a channel shares. */
interface Listing extends OfChannel {
  readonly timeZone: string;
  /** The number of pages of the shown part. */
  readonly pages: number;
  readonly note: Note | null;
}

/** What owners and managers see about a channel's members, orders and odd payments. */
export type ListMessage =
  | ({
      readonly type: 'member_list';
      readonly members: readonly KnownMember[];
      readonly counts: Readonly<Record<MemberFilter, number>>;
      /** Telegram's last count of the members, if it was asked. */
      readonly counted: { readonly members: number; readonly at: number } | null;
      /** The place that the lists are about. Absent or `null`: there is one. */
      readonly main?: NamedPlace | null;
    } & ListPlace<MemberFilter> &
      Listing)
  | ({
      readonly type: 'member_page';
      readonly member: KnownMember;
      readonly timeZone: string;
      readonly graceHours: number;
      /** When Telegram last showed where they are. */
      readonly seenAt: number | null;
      readonly isProtected: boolean;
      /** Absent or `null`: there is one place. */
      readonly places?: readonly MemberPlace[] | null;
      /** All days that were granted and not revoked. */
      readonly days: number;
      /** Absent or `null`: it never renewed by itself. */
      readonly renewal?: ShownRenewal | null;
      readonly orders: readonly ListedOrder[];
      readonly ordersInAll: number;
      /** The latest payments that we can send back. Absent: none. */
      readonly refundable?: readonly Refundable[];
      /** The list that this member was chosen from. */
      readonly from: ListPlace<MemberFilter>;
      readonly note: Note | null;
    } & OfChannel)
  | ({
      readonly type: 'order_list';
      readonly orders: readonly ListedOrder[];
      readonly counts: Readonly<Record<OrderFilter, number>>;
    } & ListPlace<OrderFilter> &
      Listing)
  | ({
      readonly type: 'owner_story';
      /** What a donor wrote to the owner. Absent or `null`: nothing. */
      readonly note?: string | null;
      readonly timeZone: string;
      readonly events: readonly StoryEvent[];
      /** The payments of the order that we can send back. Absent: none. */
      readonly refundable?: readonly Refundable[];
    } & ListedOrder &
      OfChannel)
  | ({
      readonly type: 'case_list';
      readonly cases: readonly WaitingCase[];
      readonly count: number;
      readonly page: number;
    } & Listing)
  /** The current state of an odd payment, with its answers for a reader who may give them. */
  | ({ readonly type: 'case_page'; readonly odd: OddPayment } & OfChannel)
  /** Asks what the coins of a payment were worth, and shows what was typed with its effect. */
  | ({
      readonly type: 'case_worth';
      readonly note: Note | null;
      readonly paymentId: number;
      readonly typed: {
        readonly cents: Cents;
        readonly effect: WorthEffect;
        readonly days: number;
      } | null;
    } & AboutOrder &
      Received &
      OfChannel)
  | RefundMessage
  /** Money for an unknown order. */
  | ({
      readonly type: 'orphan_page';
      readonly paymentId: number;
      readonly timeZone: string;
      readonly seenAt: number;
      readonly amountCrypto: string | null;
      readonly cryptoCurrency: string | null;
    } & OfChannel);

/** What the typed worth of a payment does: pays the order, counts toward it, buys days, nothing, or is a gift. */
export type WorthEffect = 'order' | 'part' | 'days' | 'kept' | 'gift' | 'figures';
