import type { OpenChannelId } from '../common/ids';
import type { RenewalState } from './renewal';
import type { OfChannel, OfMember, Payer } from '../messages/parts';

/** What a buyer is told about the renewal of what they bought. `by_…`: we ended it. */
export type RenewalNews = 'begun' | 'resumed' | 'canceled' | 'failed' | 'by_buyer' | 'by_owner' | 'by_bot';

/** Whether a subscription renews, as its buyer and its owner see it. */
export interface ShownRenewal {
  readonly state: RenewalState;
  /** What each renewal costs, in Stars. */
  readonly priceStars: number;
  /** Until when its payments pay: the next one is due then. Epoch milliseconds. */
  readonly chargedUntil: number;
}

/** Messages about what renews by itself. */
export type RenewalMessage =
  | {
      readonly type: 'renewal_news';
      readonly news: RenewalNews;
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      /** What each renewal costs, in Stars. */
      readonly stars: number;
      /** When the next payment is due, in epoch milliseconds; `null`: it is due. Below as well, `null` says that it is over. */
      readonly chargedUntil: number | null;
      /** The end of the access, which other payments may have made later. */
      readonly paidUntil: number | null;
      /** The end of the grace period. */
      readonly staysUntil: number | null;
    }
  /** Asks a buyer once more. */
  | {
      readonly type: 'renewal_question';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly stars: number;
      readonly paidUntil: number | null;
    }
  /** Asks a manager once more. */
  | ({
      readonly type: 'renewal_asked';
      readonly payer: Payer;
      readonly paidUntil: number | null;
    } & OfChannel)
  /** Tells an owner that a member's renewal could not be paid. */
  | ({
      readonly type: 'renewal_failed';
      readonly stars: number;
      readonly staysUntil: number | null;
    } & OfMember)
  /** Tells an owner that Telegram refuses to end a renewal. */
  | ({ readonly type: 'renewal_not_ended'; readonly reason: string } & OfMember);
