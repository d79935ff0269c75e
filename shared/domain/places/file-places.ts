import type { ChannelToSave } from '../common/channel';
import type { ClosedChannelId, OpenChannelId } from '../common/ids';
import type { OfferPlace, PlaceKind, PlaceRole } from './place';

/** A place beside the main one, as the operator's file lists it. */
export interface FilePlace {
  readonly chatId: ClosedChannelId;
  /** Missing: it stays, or Telegram is asked. */
  readonly kind: PlaceKind | undefined;
  readonly role: Exclude<PlaceRole, 'main'>;
  /** `null`: as the chat is called in Telegram. */
  readonly title: string | null;
}

/** A channel of the operator's file. */
export type FileChannel = ChannelToSave & {
  /** What the main place is. Missing: it stays, or Telegram is asked. */
  readonly closedKind: PlaceKind | undefined;
  /** The places beside the main one. Missing: they stay as they are. */
  readonly places: readonly FilePlace[] | undefined;
};

/** An open place, with the offer that opens it. */
export interface KnownOfferPlace extends OfferPlace {
  /** The title that was given to it here. `null`: the chat's own. */
  readonly ownTitle: string | null;
  readonly offerTitle: string;
  readonly ownerUserId: number;
}

/** The chats of a file, as they are used before it is imported. */
export interface KnownChats {
  /** Open places of the file's offers, and those of other offers in the same chats. */
  readonly places: readonly KnownOfferPlace[];
  /** Those of the chats in which an offer's posts are. */
  readonly posted: readonly { readonly chatId: number; readonly openChannelId: OpenChannelId }[];
}

/** What Telegram answered about a chat. */
export type AskedChat =
  | {
      readonly is: PlaceKind;
      readonly title: string;
      /** The @name by which anyone can join. */
      readonly username: string | null;
      /** The discussion group of a channel. */
      readonly linkedChatId: number | null;
    }
  | { readonly is: 'group' }
  /** A group that became a supergroup. */
  | { readonly is: 'moved'; readonly to: number }
  /** Telegram doesn't know it, or the bot isn't there. */
  | { readonly is: 'unknown' }
  | { readonly is: 'silent' };

/** What Telegram answered, by chat. Empty if nothing was asked. */
export type AskedChats = ReadonlyMap<number, AskedChat>;

/** True if an offer opens a chat now. */
export const isOpenIn = (known: KnownChats, openChannelId: number, chatId: number | null): boolean =>
  known.places.some((place) => place.openChannelId === openChannelId && place.chatId === chatId);

/** The places that a channel of the file doesn't open yet. */
export const newPlaces = (
  known: KnownChats,
  { openChannelId, places = [] }: FileChannel,
): readonly FilePlace[] => places.filter(({ chatId }) => !isOpenIn(known, openChannelId, chatId));

/** The chats that Telegram is asked about: new ones, those whose kind changes, and the channel of a new discussion group. */
export function chatsToAsk(channels: readonly FileChannel[], known: KnownChats): readonly number[] {
  const kindOf = (channel: FileChannel, id: number) =>
    known.places.find(({ openChannelId, chatId }) => openChannelId === channel.openChannelId && chatId === id)
      ?.kind;
  return channels.flatMap((channel) => {
    const { closedChannelId: main, closedKind, places = [] } = channel;
    const added = newPlaces(known, channel);
    const changed = places.filter(
      ({ chatId, kind }) => kind !== undefined && kind !== kindOf(channel, chatId),
    );
    const isMainAsked =
      main !== null &&
      (kindOf(channel, main) === undefined ||
        (closedKind !== undefined && closedKind !== kindOf(channel, main)) ||
        added.some(({ role }) => role === 'discussion'));
    return [
      ...new Set([...(isMainAsked ? [main] : []), ...[...added, ...changed].map(({ chatId }) => chatId)]),
    ];
  });
}
