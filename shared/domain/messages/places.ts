import type { ClosedChannelId, OpenChannelId } from '../common/ids';
import type { PlaceKind, PlaceRole } from '../places/place';
import type { PlaceState, PlaceUse } from '../places/place-state';
import type { Note } from './answers';
import type { OfChannel, Payer } from './parts';

interface OfPlace {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  /** The title of the chat itself. */
  readonly chatTitle: string;
  readonly use: PlaceUse;
}

/** A chat of a channel in which the bot lacks something. */
export interface BrokenPlace {
  readonly use: PlaceUse;
  readonly state: PlaceState;
  /** Of another place than the main one. */
  readonly chatTitle?: string;
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

/** A place of an offer, as its owner sees it. */
export interface ShownPlace {
  readonly chatId: ClosedChannelId;
  readonly kind: PlaceKind;
  readonly role: PlaceRole;
  readonly title: string;
  /** It was taken away, and people are still being removed. */
  readonly isClosed: boolean;
  /** How many people with access are in, and how many aren't. */
  readonly inside: number;
  readonly waiting: number;
  /** What the bot can do there. */
  readonly state: PlaceState;
  /** How far opening or closing it is. `null`: it isn't under way. */
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** The discussion group of the private channel. */
export interface LinkedGroup {
  readonly chatId: number;
  /** `null` if the bot was never there. */
  readonly title: string | null;
}

/** A chat that an offer can get. */
export interface PlaceChat {
  readonly chatId: ClosedChannelId;
  readonly kind: PlaceKind;
  readonly title: string;
}

/** What owners and managers see of the places of an offer. */
export type OfferPlaceMessage =
  | ({
      readonly type: 'offer_places';
      /** How many have access now. More than a list has: the numbers are about so many of them. */
      readonly people: number;
      readonly places: readonly ShownPlace[];
      /** Isn't one of them. */
      readonly linked: LinkedGroup | null;
      /** Places that were the discussion group and no longer are, by their chats. */
      readonly unlinked: readonly number[];
      readonly isFull: boolean;
      readonly note: Note | null;
    } & OfChannel)
  | ({ readonly type: 'offer_place'; readonly place: ShownPlace; readonly note: Note | null } & OfChannel)
  /** Another chat has to be chosen. The links add the bot to one, with the rights that it needs there. */
  | ({
      readonly type: 'choose_place';
      readonly chats: readonly PlaceChat[];
      readonly channelUrl: string;
      readonly groupUrl: string;
      /** Why the last choice was refused. */
      readonly complaint: Note | null;
      /** The chat that lacks something. It can be checked again. */
      readonly again: number | null;
    } & OfChannel)
  /** Asks for a yes before a place is opened or taken away. */
  | ({
      readonly type: 'place_asked';
      readonly change: 'open' | 'close';
      readonly chatId: ClosedChannelId;
      readonly chatTitle: string;
      readonly kind: PlaceKind;
      readonly people: number;
      /** Epoch milliseconds. */
      readonly askedAt: number;
      readonly note: Note | null;
    } & OfChannel)
  /** How far opening or closing a place is. */
  | {
      readonly type: 'place_progress';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly chatTitle: string;
      readonly kind: PlaceKind;
      readonly change: 'open' | 'close';
      readonly total: number;
      /** For how many it was promised. */
      readonly begun: number;
      readonly done: number;
      readonly isDone: boolean;
    };
