import type { ClosedChannelId, OpenChannelId } from '../common/ids';
import type { Note } from '../messages/answers';
import type { OfChannel } from '../messages/parts';
import type { PlaceKind, PlaceRole } from './place';
import type { PlaceState } from './place-state';

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
  /** Set if a group is sold that is the discussion group of a channel, which is this one. */
  readonly isOfGroup?: boolean;
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
      readonly addUrl: string;
      readonly addGroupUrl?: string | undefined;
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
