import type { Cents, OpenChannelId } from '../common/ids';
import type { OfChannel, Payer } from './parts';
import type { StarFigures } from '../reports/star-figures';
import type { Note } from './answers';

/** How many users there are, and the first of them. */
export interface NamedUsers {
  readonly count: number;
  readonly first: readonly Payer[];
}

/** What came in between two moments. */
export interface DigestFigures {
  readonly sales: number;
  readonly salesCents: Cents;
  /** Subscriptions for ever, a part of the sales. A digest of the previous release doesn't have it. */
  readonly forEver?: number;
  readonly forEverCents?: Cents;
  readonly donations: number;
  readonly donationsCents: Cents;
  /** Odd payments that the owner counted beside their orders. A digest of the previous release doesn't have it. */
  readonly credited?: number;
  readonly creditedCents?: Cents;
  readonly refunds: number;
  /** A digest of the previous release doesn't have it. */
  readonly refundedCents?: Cents;
  /** Absent or `null`: nothing came or went in Stars. */
  readonly inStars?: StarFigures | null;
  /** Users who have access for the first time, and users whose access has ended for good. */
  readonly joined: number;
  readonly lost: number;
  /**
   * Members whose access ended and who did not renew, members that the bot removed, and users without access whose request
   * to join was refused. A digest of the previous release doesn't have them.
   */
  readonly lapsed?: NamedUsers;
  readonly removed?: NamedUsers;
  readonly turnedAway?: NamedUsers;
  /** Odd payments that came in, and all that need a decision now. */
  readonly odd: number;
  readonly oddWaiting: number;
}

/** A chat that is notified of sales, as seen by the manager who reads it. */
export interface NotifiedChat {
  readonly chatId: number;
  readonly is: 'you' | 'owner' | 'other';
  readonly username: string | null;
  /** As in `Payer`. */
  readonly firstName?: string | null;
  /** `null` for a private chat, and for a group whose title was never reported. Absent: never asked. */
  readonly chatTitle?: string | null;
}

/** A notification that an owner should have received and did not. */
export interface MissedNotification {
  /** Epoch milliseconds: when we gave up. */
  readonly at: number;
  /** The type of the message. */
  readonly what: string;
  readonly amountCents: Cents | null;
  /** In Telegram's words, or ours. */
  readonly reason: string;
}

/** How owners and managers are notified of what comes in, and their daily digest. */
export type NotifyMessage =
  | ({
      readonly type: 'notifications';
      readonly isEnabled: boolean;
      readonly isEachTold: boolean;
      /** `null`: no daily digest. */
      readonly digestHour: number | null;
      readonly timeZone: string;
      readonly chat: NotifiedChat;
      /** Since when nothing can be delivered there, in epoch milliseconds. */
      readonly unreachable: { readonly since: number; readonly reason: string } | null;
      readonly missed: number;
      readonly note: Note | null;
    } & OfChannel)
  | ({
      readonly type: 'digest_hours';
      readonly hour: number;
      readonly timeZone: string;
    } & OfChannel)
  | ({
      readonly type: 'missed_notifications';
      /** The latest of them. */
      readonly missed: readonly MissedNotification[];
      readonly count: number;
      readonly timeZone: string;
      readonly note: Note | null;
    } & OfChannel)
  | ({
      readonly type: 'sales_digest';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      /** Epoch milliseconds. */
      readonly from: number;
      readonly until: number;
      readonly timeZone: string;
    } & DigestFigures);
