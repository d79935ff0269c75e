import { readLinkedGroup } from '../../../database/places/linked-groups';
import { readPlaces, type StoredPlace } from '../../../database/places/list-places';
import type { ShownPlace } from '../../../domain/places/offer-place-message';
import { MAX_PLACES } from '../../../domain/places/place';
import { placeState } from '../../../domain/places/place-state';
import { noteLinkedGroup } from '../../places/note-linked-group';
import {
  pageHeader,
  showsPage,
  showPageWithNote,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';

const shownPlace = ({ seen, ...place }: StoredPlace): ShownPlace => ({
  ...place,
  state: placeState(place.role === 'main' ? 'private' : 'extra', seen),
});

/** Builds the page of the places that an offer opens. */
export const placesPage: PageBuilder = async ({ database, channelRole, note }) => {
  const [{ people, places }, linked] = await Promise.all([
    readPlaces(database, channelRole.openChannelId),
    readLinkedGroup(database, channelRole.closedChannelId),
  ]);
  const isOpenToAll = linked !== null && !linked.isPlace && linked.isOfGroup !== true;
  const open = places.filter(({ isClosed }) => !isClosed);
  return {
    type: 'offer_places',
    ...pageHeader(channelRole),
    people,
    places: places.map(shownPlace),
    linked: isOpenToAll ? { chatId: linked.chatId, title: linked.title } : null,
    unlinked: open
      .filter(({ role, chatId }) => role === 'discussion' && chatId !== linked?.chatId)
      .map(({ chatId }) => chatId),
    isFull: open.length >= MAX_PLACES,
    note,
  };
};

/** Builds the page of one place. One that isn't there, or no longer, leads back to the list. */
export const placePage: PageBuilder = async (input) => {
  const { database, channelRole, argument, note } = input;
  const { places } = await readPlaces(database, channelRole.openChannelId);
  const place = places.find(({ chatId, isClosed }) => chatId === Number(argument) && !isClosed);
  if (place === undefined) return placesPage({ ...input, note: { answer: 'place_not_there' } });
  return { type: 'offer_place', ...pageHeader(channelRole), place: shownPlace(place), note };
};

/** Opens the list, for which Telegram is asked what the discussion group is now. */
const openPlaces: OwnerActionHandler = async (request) => {
  const { closedChannelId } = request.channelRole;
  if (closedChannelId !== null) await noteLinkedGroup(request.context, closedChannelId);
  return showPageWithNote(request, placesPage, null);
};

export const placeHandlers = { places: openPlaces, place: showsPage(placePage) } satisfies Readonly<
  Record<string, OwnerActionHandler>
>;
