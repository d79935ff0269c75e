import type { Cents, OpenChannelId } from '../common/ids';
import type { OfChannel } from './parts';
import type { Note } from './answers';

/** What came in between two moments. */
export interface DigestFigures {
  readonly sales: number;
  readonly salesCents: Cents;
  readonly donations: number;
  readonly donationsCents: Cents;
  readonly refunds: number;
  /** Who has access for the first time, and whose access has ended for good. */
  readonly joined: number;
  readonly lost: number;
  /** Odd payments that came, and all that wait for a decision now. */
  readonly odd: number;
  readonly oddWaiting: number;
}

/** A chat that hears of sales, as the person who looks knows it. */
export interface NotifiedChat {
  readonly chatId: number;
  readonly is: 'you' | 'owner' | 'other';
  readonly username: string | null;
}

/** Something that an owner should have heard and did not. */
export interface MissedNotification {
  /** Epoch milliseconds: when it was given up. */
  readonly at: number;
  /** The type of the message. */
  readonly what: string;
  readonly amountCents: Cents | null;
  /** In Telegram's words, or ours. */
  readonly reason: string;
}

/** How those who run a channel hear of what comes in, and what they hear once a day. */
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
