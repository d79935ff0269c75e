import type { ArrangedPlace } from '../../database/places/known-chats';
import {
  newPlaces,
  type AskedChat,
  type FileChannel,
  type KnownOfferPlace,
} from '../../domain/places/file-places';
import { laterOffers, type FileFacts } from '../../domain/places/later-offers';
import type { PlaceKind, PlaceOfOffer } from '../../domain/places/place';

/** A place that is opened or closed. */
export interface PlannedPlace extends PlaceOfOffer {
  readonly kind: PlaceKind;
  readonly role: 'discussion' | 'extra';
  /** As it is stored: `null` if it has none of its own. */
  readonly ownTitle: string | null;
  /** As operators read it. */
  readonly title: string;
  readonly offerTitle: string;
}

/** A chat that offers of different owners open after the import, because one of them changed its owner. */
interface SharedPlace extends PlaceOfOffer {
  /** The offer that has a new owner. */
  readonly title: string;
  readonly ownerUserId: number;
  readonly otherId: number;
}

/** What an import does to places. */
export interface PlacesPlan {
  readonly opening: readonly PlannedPlace[];
  readonly closing: readonly PlannedPlace[];
  /** Places that the file no longer lists, and that stay because nobody asked to close them. */
  readonly staying: readonly PlannedPlace[];
  readonly shared: readonly SharedPlace[];
  readonly shown: readonly ArrangedPlace[];
}

const kindIn = (asked: AskedChat | undefined): PlaceKind | undefined =>
  asked?.is === 'channel' || asked?.is === 'supergroup' ? asked.is : undefined;
const titleIn = (asked: AskedChat | undefined): string | undefined =>
  asked !== undefined && 'title' in asked ? asked.title : undefined;

const planned = ({ role, ...place }: KnownOfferPlace): PlannedPlace => ({
  ...place,
  role: role === 'discussion' ? role : 'extra',
});

function openingIn(channel: FileChannel, { known, asked }: FileFacts): PlannedPlace[] {
  return newPlaces(known, channel).map(({ chatId, kind, role, title }) => {
    const answer = asked.get(chatId);
    return {
      openChannelId: channel.openChannelId,
      chatId,
      kind: kind ?? kindIn(answer) ?? 'supergroup',
      role,
      ownTitle: title,
      title: title ?? titleIn(answer) ?? String(chatId),
      offerTitle: channel.title,
    };
  });
}

function shownIn(
  { openChannelId, closedChannelId, closedKind, places = [] }: FileChannel,
  { asked }: FileFacts,
) {
  const main: ArrangedPlace[] =
    closedChannelId === null
      ? []
      : [
          {
            openChannelId,
            chatId: closedChannelId,
            kind: closedKind ?? kindIn(asked.get(closedChannelId)) ?? null,
            role: null,
            position: null,
          },
        ];
  return [
    ...main,
    ...places.map(({ chatId, kind, role, title }, index) => ({
      openChannelId,
      chatId,
      kind: kind ?? kindIn(asked.get(chatId)) ?? null,
      role,
      position: index + 1,
      title,
    })),
  ];
}

/** Chats of offers whose owner the file changes, that offers of other owners open, too. Nobody loses access to them. */
function sharedAfter(channels: readonly FileChannel[], facts: FileFacts): SharedPlace[] {
  const later = laterOffers(channels, facts);
  const before = new Map(facts.known.places.map((place) => [place.openChannelId, place.ownerUserId]));
  const moved = later.filter(({ openChannelId, ownerUserId }) => {
    const owner = before.get(openChannelId);
    return owner !== undefined && owner !== ownerUserId;
  });
  const titles = new Map(channels.map(({ openChannelId, title }) => [openChannelId, title]));
  return moved.flatMap(({ openChannelId, ownerUserId, chats }) =>
    chats.flatMap((chatId) =>
      later
        .filter((other) => other.ownerUserId !== ownerUserId && other.chats.includes(chatId))
        .map((other) => ({
          openChannelId,
          chatId: chatId as PlaceOfOffer['chatId'],
          title: titles.get(openChannelId) ?? '',
          ownerUserId,
          otherId: other.openChannelId,
        })),
    ),
  );
}

/** Decides what an import does to places. A channel without `places` changes none. */
export function planPlaces(channels: readonly FileChannel[], facts: FileFacts): PlacesPlan {
  const unlisted = channels.flatMap(({ openChannelId, places }) =>
    facts.known.places
      .filter((open) => places !== undefined && open.openChannelId === openChannelId && open.role !== 'main')
      .filter((open) => !places?.some(({ chatId }) => chatId === open.chatId))
      .map(planned),
  );
  return {
    opening: channels.flatMap((channel) => openingIn(channel, facts)),
    closing: facts.isClosing ? unlisted : [],
    staying: facts.isClosing ? [] : unlisted,
    shared: sharedAfter(channels, facts),
    shown: channels.flatMap((channel) => shownIn(channel, facts)),
  };
}
