import type { ClosedChannelId, OpenChannelId } from '../../shared/domain/common/ids';
import { ROLES } from '../../shared/domain/common/roles';
import type { BrokenPlace, PlaceMessage, UnreachableChat } from '../../shared/domain/messages/places';
import type { OfferPlaceMessage, ShownPlace } from '../../shared/domain/places/offer-place-message';
import { MAX_PLACES } from '../../shared/domain/places/place';
import type { MessageOf } from '../../shared/domain/messages/messages';
import type { Writing } from './writing';

const openChannelId = -1009999999999999 as OpenChannelId;
const UNTIL = Date.UTC(2126, 2, 4, 12);
const USES = ['private', 'extra', 'public'] as const;
const KINDS = {
  private: ['channel', 'supergroup'],
  extra: ['channel', 'supergroup'],
  public: ['channel'],
} as const;

/** The numbers of 20 places with long titles, in every state. */
const shownPlaces = (title: string): readonly ShownPlace[] =>
  Array.from({ length: MAX_PLACES }, (_, index) => ({
    chatId: (-1009999999999900 - index) as ClosedChannelId,
    kind: index % 2 === 0 ? 'channel' : 'supergroup',
    role: index < 2 ? 'main' : index === 3 ? 'discussion' : 'extra',
    title,
    isClosed: index === 6,
    inside: 1_000,
    waiting: 1_000,
    state: BROKEN[index]?.use === 'public' ? { is: 'fine' } : (BROKEN[index]?.state ?? { is: 'fine' }),
    progress: index === 5 || index === 6 ? { done: 412, total: 1_200_000 } : null,
  }));

/** The pages about the places that an offer opens, in every role. */
export function offerPlaceSamplesOf({ title, text }: Writing): OfferPlaceSamples {
  const ofChannels = ROLES.map((role) => ({ openChannelId, title, role }));
  const places = shownPlaces(title);
  const chatId = -1009999999999999 as ClosedChannelId;
  const chats = places.map(({ kind }) => ({ chatId, kind, title }));
  const kinds = ['channel', 'supergroup'] as const;
  const changes = ['open', 'close'] as const;
  const urls = {
    addUrl: 'https://t.me/telepay_bot?startchannel&admin=invite_users+restrict_members',
    addGroupUrl: 'https://t.me/telepay_bot?startgroup&admin=invite_users+restrict_members',
  };
  return {
    offer_places: ofChannels.flatMap((of) => [
      {
        type: 'offer_places',
        ...of,
        people: 1_001,
        places,
        linked: { chatId, title },
        unlinked: places.slice(3, 4).map((place) => place.chatId),
        isFull: true,
        note: text,
      } as const,
      {
        type: 'offer_places',
        ...of,
        people: 1,
        places: places.slice(0, 1),
        linked: { chatId, title: null },
        unlinked: [],
        isFull: false,
        note: null,
      } as const,
    ]),
    offer_place: ofChannels.flatMap((of) =>
      places.slice(0, 8).map((place, index) => ({
        type: 'offer_place',
        ...of,
        place,
        note: index === 0 ? text : null,
      })),
    ),
    choose_place: ofChannels.flatMap((of) => [
      { type: 'choose_place', ...of, chats: [], ...urls, complaint: null, again: null } as const,
      { type: 'choose_place', ...of, chats, ...urls, complaint: text, again: chatId } as const,
    ]),
    place_asked: ofChannels.flatMap((of) =>
      changes.flatMap((change) =>
        kinds.flatMap((kind) =>
          [0, 1, 1_000_000].map((people) => ({
            type: 'place_asked',
            ...of,
            change,
            chatId,
            chatTitle: title,
            kind,
            people,
            askedAt: UNTIL,
            note: people === 1 ? text : null,
          })),
        ),
      ),
    ),
    place_progress: changes.flatMap((change) =>
      kinds.flatMap((kind) =>
        [false, true].map((isDone) => ({
          type: 'place_progress',
          openChannelId,
          title,
          chatTitle: title,
          kind,
          change,
          total: 1_200,
          begun: 500,
          done: isDone ? 1_200 : 412,
          isDone,
        })),
      ),
    ),
  };
}

type OfferPlaceSamples = { readonly [Type in OfferPlaceMessage['type']]: readonly MessageOf<Type>[] };
type PlaceSamples = { readonly [Type in PlaceMessage['type']]: readonly MessageOf<Type>[] };

/** Everything that can be missing in the chats of a channel. */
export const BROKEN: readonly BrokenPlace[] = [
  { use: 'private', state: { is: 'lacking', rights: ['can_invite_users', 'can_restrict_members'] } },
  { use: 'private', state: { is: 'absent' } },
  { use: 'private', state: { is: 'gone' } },
  { use: 'private', kind: 'supergroup', state: { is: 'lacking', rights: ['can_restrict_members'] } },
  { use: 'private', kind: 'supergroup', state: { is: 'absent' } },
  { use: 'private', kind: 'supergroup', state: { is: 'gone' } },
  { use: 'extra', state: { is: 'lacking', rights: ['can_invite_users'] }, chatTitle: 'n'.repeat(128) },
  { use: 'extra', state: { is: 'absent' }, chatTitle: 'Talk' },
  { use: 'extra', state: { is: 'gone' }, chatTitle: 'Talk' },
  { use: 'public', state: { is: 'lacking', rights: ['can_post_messages'] } },
];

export const UNREACHABLE: UnreachableChat = { chatId: -1009999999999999, username: null, chatTitle: null };

/** Every message about the chats of a channel. */
export function placeSamplesOf({ title, text }: Writing): PlaceSamples {
  const ofPlaces = USES.flatMap((use) =>
    KINDS[use].map((kind) => ({ openChannelId, title, chatTitle: title, use, kind })),
  );
  const people = Array.from({ length: 20 }, (_, index) => ({
    payer: {
      userId: 2 ** 52,
      username: index % 3 === 0 ? 'n'.repeat(32) : null,
      firstName: index % 3 === 1 ? text : null,
    },
    paidUntil: UNTIL,
  }));
  const unreachable = { type: 'notices_unreachable', openChannelId, title, ...UNREACHABLE } as const;
  return {
    place_broken: ofPlaces.flatMap((of) =>
      BROKEN.flatMap(({ use, state }) =>
        use !== of.use || state.is === 'gone' || state.is === 'fine'
          ? []
          : [{ type: 'place_broken', ...of, state } as const],
      ),
    ),
    place_works: ofPlaces.map((of) => ({ type: 'place_works', ...of })),
    place_gone: [
      ...ofPlaces.map((of) => ({ type: 'place_gone', ...of, people: [], count: 0 }) as const),
      ...[1, 20].map(
        (shown) =>
          ({
            type: 'place_gone',
            openChannelId,
            title,
            chatTitle: title,
            use: 'private',
            people: people.slice(0, shown),
            count: shown === 1 ? 1 : 1_000_000,
          }) as const,
      ),
    ],
    places_shared: [1, 20].map((many) => ({
      type: 'places_shared',
      openChannelId,
      title,
      shared: Array.from({ length: many }, () => ({ chatTitle: title, otherTitle: title })),
      count: many === 1 ? 1 : 1_000_000,
    })),
    notices_unreachable: [
      { ...unreachable, reason: text },
      { ...unreachable, chatTitle: title, reason: 'Bad Request: TOPIC_CLOSED' },
      { ...unreachable, chatId: 7, username: 'manager', reason: 'Forbidden: bot was blocked by the user' },
      { ...unreachable, reason: 'Forbidden: the group chat was deleted' },
    ],
  };
}
