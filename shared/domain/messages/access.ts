import type { Answer } from './answers';
import type { ClosedChannelId, OpenChannelId, OrderReference } from '../common/ids';
import type { NamedPlace } from '../places/known-member';
import type { PlaceKind } from '../places/place';
import type { Exception } from '../payments/payment';
import type { OfMember, Received } from './parts';

/** Why a user is told about their access, and what was odd about the payment, if there was one. */
export type AccessNews =
  | { readonly type: 'paid'; readonly exception: Exception; readonly received: Received }
  | { readonly type: 'credited' }
  /** The buyer asked for an invite link. */
  | { readonly type: 'asked' }
  /** A renewal came while Telegram was removing the member. */
  | { readonly type: 'readmitted' }
  /** The owner gave days without a payment. */
  | { readonly type: 'given'; readonly days: number }
  /** The owner lifted a ban. */
  | { readonly type: 'unbanned' }
  /** The private channel was deleted, and the owner chose another one. */
  | { readonly type: 'moved' }
  /** The owner added a place to what they bought. */
  | { readonly type: 'place_added' };

/** One of several places that a user bought access to. */
export interface BoughtPlace {
  /** `null`: the main place, which is called like the offer. */
  readonly title: string | null;
  readonly kind: PlaceKind;
  /** They are in so many of so many places. */
  readonly inside: number;
  readonly places: number;
}

/**
 * Why a paying user cannot be let in. `full`: the channel has as many members as Telegram allows. `about_user`: Telegram
 * refuses this one user. `too_late`: their access ended before they ever got in.
 */
export type AccessTrouble = 'refused' | 'full' | 'banned' | 'no_channel' | 'about_user' | 'too_late';

/**
 * Why a member cannot be removed. `unanswered`: Telegram is away. `unclear`: Telegram reports success, but they are
 * still in.
 */
export type RemovalTrouble = 'refused' | 'administrator' | 'unanswered' | 'unclear';

/** Messages about joining, staying and leaving. */
export type AccessMessage =
  | {
      readonly type: 'access';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      /** Epoch milliseconds. */
      readonly paidUntil: number;
      /** `null` for a user who is in already. */
      readonly inviteLink: string | null;
      readonly news: AccessNews;
      readonly reference: OrderReference | null;
      /** The place that it is about. Absent in rows of earlier releases. */
      readonly closedChannelId?: ClosedChannelId | null;
      /** What the place is. Absent: a channel. */
      readonly kind?: PlaceKind;
      /** Absent: what they bought has one place. */
      readonly place?: BoughtPlace;
    }
  /** They paid, but Telegram does not allow letting them in at the moment. */
  | {
      readonly type: 'access_delayed';
      readonly title: string;
      readonly paidUntil: number;
      readonly isOwnerTold: boolean;
      /** They are in as many channels and groups as Telegram allows. Absent: something else is the matter. */
      readonly isInTooManyChats?: boolean;
      /** What they may ask to be let into again. Absent in rows of earlier releases. */
      readonly openChannelId?: OpenChannelId;
      /** Absent: the main place. */
      readonly chatId?: ClosedChannelId;
    }
  | ({
      readonly type: 'access_trouble';
      readonly trouble: AccessTrouble;
      /** In Telegram's words if it was Telegram that refused. */
      readonly reason: string;
    } & OfMember)
  | {
      readonly type: 'join_declined';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      /** Absent: the main place, which is called like the offer. */
      readonly place?: NamedPlace | undefined;
    }
  | {
      readonly type: 'reminder';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly daysLeft: number;
      readonly paidUntil: number;
      readonly graceHours: number;
      /** Nothing can be renewed at the moment, because its owner paused it. Absent: it can. */
      readonly isPaused?: boolean;
      /** Nothing can be renewed, because nobody can be let in at the moment. Absent: it can. */
      readonly isStopped?: boolean;
    }
  | {
      readonly type: 'access_ended';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      /** They paid and never got an invite link. */
      readonly isOwed: boolean;
      /** The owner ended it. Absent: they didn't, or a row of the previous release. */
      readonly isByOwner?: boolean;
    }
  | ({
      readonly type: 'removal_trouble';
      readonly trouble: RemovalTrouble;
      readonly reason: string;
    } & OfMember)
  /**
   * A member who joined before access was sold, and whose subscription ended: only the owner decides to remove them.
   */
  | ({
      readonly type: 'member_kept';
      /** The place. Absent: the main one. */
      readonly chatId?: ClosedChannelId;
    } & OfMember)
  | {
      readonly type: 'removals_braked';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly removed: number;
      /** So many removals an hour still go on. */
      readonly most: number;
    }
  | {
      readonly type: 'owner_answered';
      /** Absent in rows of the previous release. */
      readonly answer?: Answer;
      /** The words of `answer`, for the previous release, which does not read it. */
      readonly text: string;
    };
