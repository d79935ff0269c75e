import type { ClosedChannelId, OpenChannelId } from '../common/ids';

/** What a place is. Words call it a channel or a group. */
export type PlaceKind = 'channel' | 'supergroup';

/** True for the id of a group that isn't a supergroup. Those of channels and supergroups begin below -1,000,000,000,000. */
export const isBasicGroupId = (chatId: number): boolean => chatId < 0 && chatId > -1_000_000_000_000;

/** True for a type of chat by the Bot API's name that can be a place. A basic group can't: its id changes when it is upgraded. */
export const isPlaceKind = (type: string): type is PlaceKind => type === 'channel' || type === 'supergroup';

/** `discussion`: the discussion group of the main place, which is a channel. */
export type PlaceRole = 'main' | 'discussion' | 'extra';

/** One chat of an offer. */
export interface PlaceOfOffer {
  readonly openChannelId: OpenChannelId;
  readonly chatId: ClosedChannelId;
}

/** A chat that an offer opens. */
export interface OfferPlace extends PlaceOfOffer {
  readonly kind: PlaceKind;
  readonly role: PlaceRole;
  readonly title: string;
}

/** So many people a second are let into a place that was opened, or removed from one that was closed. Buttons don't wait for them. */
export const PLACE_PEOPLE_PER_SECOND = 5;
/** The most people that one page promises this to. */
export const PLACE_PAGE = 500;
/** A grant that was under way when a place was closed has ended after this time, so the place is looked through once more. */
export const LAST_GRANT_SECONDS = 120;
