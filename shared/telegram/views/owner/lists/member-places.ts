import type { MemberPlace, NamedPlace, Whereabouts } from '../../../../domain/places/known-member';
import { truncate, type Html } from '../../html';
import { joinedBy } from '../../join-words';
import { shortTitle } from '../../view';
import type { Wording } from '../../wording';
import { inviteInWords, isIn, originInWords, otherInWords } from './member-words';

const MAX_TITLE = 48;
const MAX_REASON = 100;
/** As many as fit into one message with the longest titles. */
const SHOWN_PLACES = 8;

/** The words for where a user is. */
export const WHEREABOUTS = {
  in: 'lists-member-in',
  administrator: 'lists-member-administrator',
  out: 'lists-member-out',
  banned: 'lists-member-banned',
  unseen: 'lists-member-unseen',
} as const satisfies Record<Whereabouts, string>;

/** `Signals VIP (channel)`. */
export const placeName = ({ title, kind }: NamedPlace, wording: Wording): Html =>
  wording.html('common-place', { title: shortTitle(title, MAX_TITLE), kind });

function troubleInWords(place: MemberPlace, wording: Wording): Html | undefined {
  const { hindrance, removalTrouble, isRemoving, removedAt } = place;
  if (removalTrouble !== null)
    return wording.html('lists-place-removal-trouble', { reason: truncate(removalTrouble, MAX_REASON) });
  if (isRemoving) return wording.html('lists-place-removing');
  if (hindrance !== null)
    return wording.html(hindrance === 'refused' ? 'lists-place-refused' : 'lists-place-too-many');
  return removedAt === null || isIn(place)
    ? undefined
    : wording.html('lists-place-removed', { time: wording.time(removedAt) });
}

function placeLine(place: MemberPlace, hasAccess: boolean, wording: Wording): Html {
  const { whereabouts, seenAt, isProtected, other } = place;
  const mayEnter = hasAccess || other !== null;
  const facts = [
    wording.text(WHEREABOUTS[whereabouts]),
    originInWords(place, wording),
    isProtected && isIn(place) ? wording.text('lists-place-protected') : undefined,
    isIn(place) || !mayEnter ? undefined : inviteInWords(place, wording),
    troubleInWords(place, wording),
    hasAccess || other === null ? undefined : otherInWords(other, wording),
    seenAt === null ? undefined : wording.html('lists-place-seen', { time: wording.time(seenAt) }),
  ].filter((fact) => fact !== undefined);
  return wording.html('lists-place', {
    place: placeName(place, wording),
    about: joinedBy('common-facts', facts, wording),
  });
}

/** First where something is wrong, then where they aren't in. */
const byNeed = (place: MemberPlace): number => {
  const { hindrance, removalTrouble } = place;
  return hindrance !== null || removalTrouble !== null ? 0 : isIn(place) ? 2 : 1;
};

/** The places that are shown, in their order. */
const shownOf = (places: readonly MemberPlace[]): readonly MemberPlace[] => {
  const shown = places.toSorted((one, other) => byNeed(one) - byNeed(other)).slice(0, SHOWN_PLACES);
  return places.filter((place) => shown.includes(place));
};

/** What is known about a user in each of several places. Those that need the owner aren't left out of a long list. */
export const memberPlaceLines = (
  places: readonly MemberPlace[],
  hasAccess: boolean,
  wording: Wording,
): readonly Html[] => [
  ...shownOf(places).map((place) => placeLine(place, hasAccess, wording)),
  ...(places.length > SHOWN_PLACES
    ? [wording.html('access-mine-more', { count: places.length - SHOWN_PLACES })]
    : []),
];
