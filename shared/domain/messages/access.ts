import type { Answer } from './answers';
import type { OpenChannelId, OrderReference } from '../common/ids';
import type { Exception } from '../payments/payment';
import type { OfMember, Received } from './parts';

/** Why somebody is told of their access, and what was odd about the payment, if it was one. */
export type AccessNews =
  | { readonly type: 'paid'; readonly exception: Exception; readonly received: Received }
  | { readonly type: 'credited' }
  /** The buyer asked for a way in. */
  | { readonly type: 'asked' }
  /** A renewal came while Telegram was removing the member. */
  | { readonly type: 'readmitted' }
  /** The owner gave days without a payment. */
  | { readonly type: 'given'; readonly days: number }
  /** The owner has lifted a ban. */
  | { readonly type: 'unbanned' };

/** Why somebody who has paid cannot be let in. `too_late`: they never were, and their time is over. */
export type AccessTrouble = 'refused' | 'banned' | 'no_channel' | 'too_late';

/** Why somebody cannot be removed. `unanswered`: Telegram is away; `unclear`: it does as if, and they are in all the same. */
export type RemovalTrouble = 'refused' | 'administrator' | 'unanswered' | 'unclear';

/** Being in, staying in, and leaving. */
export type AccessMessage =
  | {
      readonly type: 'access';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      /** Epoch milliseconds. */
      readonly paidUntil: number;
      /** `null` for who is in already. */
      readonly inviteLink: string | null;
      readonly news: AccessNews;
      readonly reference: OrderReference | null;
    }
  /** Paid, and Telegram does not let us let them in at the moment. */
  | {
      readonly type: 'access_delayed';
      readonly title: string;
      readonly paidUntil: number;
      readonly isOwnerTold: boolean;
    }
  | ({
      readonly type: 'access_trouble';
      readonly trouble: AccessTrouble;
      /** In Telegram's words, where it was Telegram that refused. */
      readonly reason: string;
    } & OfMember)
  | { readonly type: 'join_declined'; readonly openChannelId: OpenChannelId; readonly title: string }
  | {
      readonly type: 'reminder';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly daysLeft: number;
      readonly paidUntil: number;
      readonly graceHours: number;
      /** Nothing can be renewed at the moment; absent: it can. */
      readonly isPaused?: boolean;
    }
  | {
      readonly type: 'access_ended';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      /** They paid, and there never was a way in for them. */
      readonly isOwed: boolean;
    }
  | ({
      readonly type: 'removal_trouble';
      readonly trouble: RemovalTrouble;
      readonly reason: string;
    } & OfMember)
  /** Somebody who was in before access was sold, and whose subscription ended: only the owner's word removes them. */
  | ({ readonly type: 'member_kept' } & OfMember)
  | {
      readonly type: 'removals_braked';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly removed: number;
      /** So many an hour go on all the same. */
      readonly most: number;
    }
  | {
      readonly type: 'owner_answered';
      /** Absent in rows of the previous release. */
      readonly answer?: Answer;
      /** The words of `answer`, for the previous release, which does not read it. */
      readonly text: string;
    };
