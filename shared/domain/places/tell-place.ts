import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import type { OpenChannelId } from '../common/ids';
import type { Message } from '../messages/messages';
import type { Payer } from '../messages/parts';
import type { PlaceKind } from './place';
import { canAdmit, isNews, placeState, type PlaceState, type PlaceUse, type SeenPlace } from './place-state';

/** A use of a chat by a channel that is sold. */
export interface SoldPlace {
  readonly openChannelId: OpenChannelId;
  readonly title: string;
  readonly ownerUserId: number;
  readonly chatTitle: string;
  readonly use: PlaceUse;
  readonly kind: PlaceKind;
  /** People with days left, the longest first, and how many there are. None for a public channel. */
  readonly people: readonly { readonly payer: Payer; readonly paidUntil: number }[];
  readonly count: number;
}

function messageAbout({ people, count, ...place }: SoldPlace, state: PlaceState): Message {
  const { openChannelId, title, chatTitle, use, kind } = place;
  const ofPlace = { openChannelId, title, chatTitle, use, kind };
  switch (state.is) {
    case 'fine':
      return { type: 'place_works', ...ofPlace };
    case 'gone':
      return { type: 'place_gone', ...ofPlace, people, count };
    case 'lacking':
    case 'absent':
      return { type: 'place_broken', ...ofPlace, state };
  }
}

/** What follows from a new report about a chat. */
export interface PlaceChange {
  /** What its owners know after this: the report. `null` if no channel uses the chat, so nobody is told. */
  readonly lastTold: SeenPlace | null;
  /** One message to each owner concerned. */
  readonly told: readonly Promised[];
  /** The channels that can be sold now and could not before, or the other way round. */
  readonly switched: readonly OpenChannelId[];
  /** True if the bot can let buyers in and could not before. */
  readonly isBack: boolean;
}

/**
 * Decides what follows from a new report about a chat: each owner concerned is told once for each change that matters, and
 * sales stop and start. `before` is what the owners were last told about, and `occasion` identifies the report.
 */
export function decidePlaceChange(
  places: readonly SoldPlace[],
  { before, after, occasion }: { before: SeenPlace | null; after: SeenPlace; occasion: string },
): PlaceChange {
  const changes = places.map((place) => ({
    place,
    was: placeState(place.use, before),
    is: placeState(place.use, after),
  }));
  const told = changes.flatMap(({ place, was, is }) =>
    !isNews(was, is)
      ? []
      : [
          {
            effect: {
              kind: 'send_message',
              chatId: place.ownerUserId,
              message: messageAbout(place, is),
            } as const,
            key: `place:${place.openChannelId}:${place.use}:${occasion}`,
            expiresInSeconds: MONEY_EXPIRES_SECONDS,
          },
        ],
  );
  const inside = changes.filter(({ place }) => place.use !== 'public');
  return {
    lastTold: places.length === 0 ? null : after,
    told,
    switched: inside
      // Sales depend on the main place alone.
      .filter(({ place, was, is }) => place.use === 'private' && canAdmit(was) !== canAdmit(is))
      .map(({ place }) => place.openChannelId),
    isBack: inside.some(({ was, is }) => !canAdmit(was) && canAdmit(is)),
  };
}
