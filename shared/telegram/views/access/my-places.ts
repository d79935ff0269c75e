import type { InlineKeyboardButton } from 'grammy/types';
import type { MyPlace, MySubscription } from '../../../domain/messages/offer';
import { callbackData } from '../../codec/callback-data';
import { html, type Html } from '../html';
import { button, shortTitle } from '../view';
import type { Wording } from '../wording';
import { memberLink } from './open-channel';

const MAX_TITLE = 32;

const STATES = {
  out: 'access-mine-place-out',
  too_many_chats: 'access-mine-place-too-many',
  owner_told: 'access-mine-place-owner-told',
  trying: 'access-mine-place-trying',
} as const satisfies Partial<Record<MyPlace['state'], string>>;

const joinLabel = ({ title }: MyPlace, wording: Wording): string =>
  wording.text('access-join', { title: shortTitle(title, MAX_TITLE) });

function placeLine(place: MyPlace, wording: Wording): Html {
  const { chatId, kind, state } = place;
  const title = shortTitle(place.title, MAX_TITLE);
  if (state === 'in') {
    const opened = html`<a href="${memberLink(chatId)}">${title}</a>`;
    return wording.html('access-mine-place-in', {
      place: wording.html('common-place', { title: opened, kind }),
    });
  }
  return wording.html(STATES[state], {
    place: wording.html('common-place', { title, kind }),
    button: joinLabel(place, wording),
  });
}

/** The first `most` places. Those that the buyer isn't in come first: they need a button, and the list is the way to it. */
const firstPlaces = ({ places }: MySubscription, most: number): readonly MyPlace[] =>
  (places ?? [])
    .toSorted((one, other) => Number(one.state === 'in') - Number(other.state === 'in'))
    .slice(0, Math.max(0, most));

/** `most` places of a subscription that has several: each with its state. A member opens a place by its title. */
export function placeLines(subscription: MySubscription, most: number, wording: Wording): readonly Html[] {
  const { places } = subscription;
  if (places == null || most <= 0) return [];
  const inside = places.filter(({ state }) => state === 'in').length;
  return [
    wording.html('access-mine-places', { inside, places: places.length }),
    ...firstPlaces(subscription, most).map((place) => placeLine(place, wording)),
    ...(places.length > most ? [wording.html('access-mine-more', { count: places.length - most })] : []),
  ];
}

/** A button into each of the same places that the buyer isn't in. */
export const placeButtons = (
  subscription: MySubscription,
  most: number,
  wording: Wording,
): readonly InlineKeyboardButton[] =>
  firstPlaces(subscription, most)
    .filter(({ state }) => state !== 'in')
    .map((place) =>
      button(
        joinLabel(place, wording),
        callbackData.enter(subscription.openChannelId, place.isMain ? undefined : place.chatId),
      ),
    );
