import type { Cents, OrderReference } from '../common/ids';
import type { ListPlace, MemberFilter, OrderFilter } from '../owner/lists';
import type { OddPayment } from './payments';
import type { Item, Payer, StoryEvent, OfChannel } from './parts';
import type { Note } from './answers';
import type { Exception, OrderState } from '../payments/payment';
import type { Phase } from '../common/subscription';

/** Where somebody stands with a private channel, as far as Telegram showed it. `unseen`: it never did. */
export type Whereabouts = 'in' | 'administrator' | 'out' | 'banned' | 'unseen';

/** The way in of somebody who has paid: a link that works, one that does not any more, or none. */
export type InviteState = 'live' | 'ended' | 'none';

/** Somebody who is in a channel, or has paid for it. Times here and below are epoch milliseconds. */
export interface KnownMember {
  readonly payer: Payer;
  readonly whereabouts: Whereabouts;
  readonly paidUntil: number | null;
  readonly phase: Phase;
  /** How they came in as far as we know; `null` for who never was seen in. */
  readonly origin: 'admitted' | 'before' | 'unknown' | null;
  readonly wayIn: InviteState;
}

/** An order as those who run its channel see it in a list. */
export interface ListedOrder {
  readonly reference: OrderReference;
  readonly state: OrderState;
  readonly item: Item;
  readonly amountCents: Cents;
  readonly payer: Payer;
  readonly createdAt: number;
}

/** A payment that waits for a word. */
export interface WaitingCase {
  readonly paymentId: number;
  readonly seenAt: number;
  /** What is odd about it; `null` when its order is not known. */
  readonly exception: Exception | null;
  readonly order: Pick<ListedOrder, 'item' | 'amountCents' | 'payer'> | null;
}

/** A page of a list about a channel, as far as every list has it. */
interface Listing extends OfChannel {
  readonly timeZone: string;
  /** Of what is shown, from 1 on. */
  readonly pages: number;
  readonly note: Note | null;
}

/** What those who run a channel know of its members, orders and odd payments. */
export type ListMessage =
  | ({
      readonly type: 'member_list';
      readonly members: readonly KnownMember[];
      readonly counts: Readonly<Record<MemberFilter, number>>;
      /** How many Telegram counted of late, where it was asked. */
      readonly counted: { readonly members: number; readonly at: number } | null;
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
      /** Granted in all, and not taken back. */
      readonly days: number;
      readonly orders: readonly ListedOrder[];
      readonly ordersInAll: number;
      /** The list they were chosen from. */
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
      readonly timeZone: string;
      readonly events: readonly StoryEvent[];
    } & ListedOrder &
      OfChannel)
  | ({
      readonly type: 'case_list';
      readonly cases: readonly WaitingCase[];
      readonly count: number;
      readonly page: number;
    } & Listing)
  /** An odd payment as it is now, with its answers for who may give them. */
  | ({ readonly type: 'case_page'; readonly odd: OddPayment } & OfChannel)
  /** Money for an order that nobody knows. */
  | ({
      readonly type: 'orphan_page';
      readonly paymentId: number;
      readonly timeZone: string;
      readonly seenAt: number;
      readonly amountCrypto: string | null;
      readonly cryptoCurrency: string | null;
    } & OfChannel);
