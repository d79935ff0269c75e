import type { OpenChannelId } from '../common/ids';
import type { PlaceKind } from '../places/place';
import type { PlaceState, PlaceUse } from '../places/place-state';
import type { Payer } from './parts';

interface OfPlace {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  /** The title of the chat itself. */
  readonly chatTitle: string;
  readonly use: PlaceUse;
  /** Absent in what an older version stored: a channel. */
  readonly kind?: PlaceKind;
}

/** A chat of a channel in which the bot lacks something. */
export interface BrokenPlace {
  readonly use: PlaceUse;
  readonly state: PlaceState;
  /** Of another place than the main one. */
  readonly chatTitle?: string;
  /** Of the main one. Absent in what an older version stored: a channel. */
  readonly kind?: PlaceKind;
}

/** A chat to which nothing can be delivered. */
export interface UnreachableChat {
  readonly chatId: number;
  readonly username: string | null;
  /** As in `Payer`. */
  readonly firstName?: string | null;
  /** `null` for a private chat, and for a group whose title was never reported. */
  readonly chatTitle: string | null;
}

/** What owners are told about the chats of their channels. */
export type PlaceMessage =
  /** The bot lacks something there that it had before. */
  | ({
      readonly type: 'place_broken';
      readonly state: Extract<PlaceState, { is: 'lacking' | 'absent' }>;
    } & OfPlace)
  /** Everything works there again. */
  | ({ readonly type: 'place_works' } & OfPlace)
  | ({
      readonly type: 'place_gone';
      /** People with days left, the longest first. Not all if there are more than a message can hold. */
      readonly people: readonly { readonly payer: Payer; readonly paidUntil: number }[];
      readonly count: number;
    } & OfPlace)
  /** A channel changed its owner and opens chats that offers of another owner open, too. */
  | {
      readonly type: 'places_shared';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      /** Not all if there are more than a message can hold. */
      readonly shared: readonly { readonly chatTitle: string; readonly otherTitle: string }[];
      readonly count: number;
    }
  /** Nothing can be delivered to the chat that is told about sales. */
  | ({
      readonly type: 'notices_unreachable';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      /** In Telegram's words, or ours. */
      readonly reason: string;
    } & UnreachableChat);
