import type { MessageOf } from '../../../domain/messages/messages';
import type { ShownPlace } from '../../../domain/places/offer-place-message';
import { LISTED_AT_MOST } from '../../../domain/owner/lists';
import { MAX_PLACES, type PlaceKind } from '../../../domain/places/place';
import { lines, type Html } from '../html';
import { keyboardOf, shortTitle, type View } from '../view';
import type { Wording } from '../wording';
import { openToAllLine } from './linked-group';
import { countInWords } from './lists/listing';
import { noteLine, ownButton } from './menu';
import { brokenLine, rightsInWords } from './place-words';

const MAX_CHAT = 64;
/** Twenty of them fit into a message. */
const MAX_CHAT_IN_LIST = 32;
/** A longer list only says that something is missing in a chat, not what. */
const MOST_WITH_TROUBLE = 5;
const MAX_CHAT_ON_BUTTON = 48;

/** As the catalog chooses by it. */
export const kindWord = (kind: PlaceKind): 'channel' | 'group' => (kind === 'channel' ? 'channel' : 'group');

/** What a chat is for its offer, as the catalog chooses by it. */
function roleWord({ kind, role }: ShownPlace): string {
  if (role === 'discussion') return role;
  return role === 'main' ? `main_${kindWord(kind)}` : kindWord(kind);
}

const titleLine = (place: ShownPlace, wording: Wording, longest = MAX_CHAT): Html =>
  wording.html('offerplaces-place', { what: roleWord(place), chat: shortTitle(place.title, longest) });

/** How many are in a place, or how far opening or closing it is. */
function countsLine({ isClosed, inside, waiting, progress }: ShownPlace, wording: Wording): Html {
  if (progress !== null)
    return wording.html(isClosed ? 'offerplaces-closing' : 'offerplaces-opening', progress);
  return wording.html('offerplaces-counts', { inside, waiting });
}

const troubleLine = (
  { isClosed, kind, role, state, title }: ShownPlace,
  wording: Wording,
): Html | undefined =>
  isClosed
    ? undefined
    : brokenLine({ use: role === 'main' ? 'private' : 'extra', kind, state, chatTitle: title }, wording);

type List = MessageOf<'offer_places'>;

function placeLines(place: ShownPlace, { unlinked, places }: List, wording: Wording): Html {
  const isNamed = places.length <= MOST_WITH_TROUBLE || place.isClosed || place.state.is === 'fine';
  return lines(
    titleLine(place, wording, MAX_CHAT_IN_LIST),
    countsLine(place, wording),
    isNamed ? troubleLine(place, wording) : wording.html('offerplaces-trouble'),
    unlinked.includes(place.chatId)
      ? wording.html('offerplaces-unlinked', { chat: shortTitle(place.title, MAX_CHAT_IN_LIST) })
      : undefined,
  );
}

/** The places that an offer opens. */
export const offerPlacesView = (message: List, wording: Wording): View => {
  const { places, people, linked, isFull } = message;
  const isCut = people > LISTED_AT_MOST;
  return {
    text: lines(
      ...noteLine(message.note, wording),
      wording.html('offerplaces-title', { title: shortTitle(message.title) }),
      wording.html('offerplaces-about'),
      wording.html('offerplaces-people', { count: countInWords(people, wording) }),
      isCut ? wording.html('offerplaces-cut', { count: LISTED_AT_MOST }) : undefined,
      ...places.flatMap((place) => ['' as const, placeLines(place, message, wording)]),
      ...(linked === null ? [] : (['', openToAllLine(linked, wording)] as const)),
      ...(isFull ? (['', wording.html('offerplaces-full', { count: MAX_PLACES })] as const) : []),
    ),
    ...keyboardOf(
      ...places
        .filter(({ isClosed }) => !isClosed)
        .map((place) =>
          ownButton(
            message,
            wording.text('setup-chat', {
              kind: place.kind,
              title: shortTitle(place.title, MAX_CHAT_ON_BUTTON),
            }),
            ['place', place.chatId],
          ),
        ),
      linked === null || isFull
        ? []
        : ownButton(message, wording.text('offerplaces-include'), ['set-extra', linked.chatId]),
      isFull ? [] : ownButton(message, wording.text('offerplaces-add'), ['add-place']),
      ownButton(message, wording.text('common-look-again'), ['places']),
      ownButton(message, wording.text('common-back'), ['menu']),
    ),
  };
};

/** What the bot lacks in a place, and what to press. */
function troubleLines(place: ShownPlace, wording: Wording): (Html | '' | undefined)[] {
  const { state, kind } = place;
  if (state.is === 'fine') return [];
  const told = ['' as const, troubleLine(place, wording)];
  if (state.is === 'gone') return told;
  return state.is === 'absent'
    ? [...told, wording.html('places-add-me', { kind })]
    : [...told, wording.html('places-switch-on', { kind, rights: rightsInWords(state.rights, wording) })];
}

/** One place of an offer. */
export const offerPlaceView = (message: MessageOf<'offer_place'>, wording: Wording): View => {
  const { place } = message;
  const isMain = place.role === 'main';
  return {
    text: lines(
      ...noteLine(message.note, wording),
      titleLine(place, wording),
      wording.html('common-channel', { title: shortTitle(message.title) }),
      countsLine(place, wording),
      ...troubleLines(place, wording),
      ...(isMain ? (['', wording.html('offerplaces-main-stays')] as const) : []),
    ),
    ...keyboardOf(
      isMain
        ? ownButton(message, wording.text('menu-settings'), ['settings'])
        : ownButton(message, wording.text('offerplaces-take-away'), ['drop-place', place.chatId]),
      ownButton(message, wording.text('common-look-again'), ['place', place.chatId]),
      ownButton(message, wording.text('common-back'), ['places']),
    ),
  };
};
