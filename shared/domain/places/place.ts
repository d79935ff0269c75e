import type { ClosedChannelId, OpenChannelId } from '../common/ids';
import { HOUR_SECONDS, MINUTE_SECONDS } from '../common/time';

/** What a place is. Words call it a channel or a group. */
export type PlaceKind = 'channel' | 'supergroup';

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

/** The most places that an offer opens: a page lists them all. */
export const MAX_PLACES = 20;
/** An owner's yes counts for so long, because the number of people that it named was true when they were asked. */
export const PLACE_YES_SECONDS = HOUR_SECONDS;

/** So many people a second are let into a place that was opened, or removed from one that was closed. Buttons don't wait for them. */
export const PLACE_PEOPLE_PER_SECOND = 5;
/** The most people that one page promises this to. */
export const PLACE_PAGE = 500;
/** A grant that was under way when a place was closed has ended after this time, so the place is looked through once more. */
export const LAST_GRANT_SECONDS = 120;
/** Until who was let in, or removed, is counted for the first time after the last page. Later counts wait twice as long each. */
export const FIRST_COUNT_SECONDS = 60;

/** The question to pick a chat for an offer in Telegram's own list. */
export const PLACE_QUESTION = 'extra_place';

/** The yes to a question about a place, on its button: the chat, and when it was asked, in epoch milliseconds. */
export const placeYes = (of: { readonly chatId: number; readonly askedAt: number }): string =>
  `${of.chatId}_${of.askedAt.toString(36)}`;

export function readPlaceYes(argument = ''): { readonly chatId: ClosedChannelId; readonly askedAt: number } {
  const [chat, time = ''] = argument.split('_');
  return { chatId: Number(chat) as ClosedChannelId, askedAt: Number.parseInt(time, 36) };
}

/** About how long opening or closing a place takes, in minutes. */
export const placeMinutes = (people: number): number =>
  Math.max(1, Math.ceil(people / PLACE_PEOPLE_PER_SECOND / MINUTE_SECONDS));
