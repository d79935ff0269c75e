import type { LinkedGroup } from '../../../domain/places/offer-place-message';
import type { Html } from '../html';
import { shortTitle } from '../view';
import type { Wording } from '../wording';

const MAX_CHAT = 64;

/** Says that a discussion group stays open to people whose access ends. */
export const openToAllLine = ({ title }: LinkedGroup, wording: Wording): Html =>
  title === null
    ? wording.html('offerplaces-linked-unnamed')
    : wording.html('offerplaces-linked', { chat: shortTitle(title, MAX_CHAT) });

/** Like `openToAllLine`, if there is such a group, and where to include it. */
export const linkedGroupLines = (linked: LinkedGroup | null | undefined, wording: Wording): Html[] =>
  linked == null
    ? []
    : linked.isOfGroup === true
      ? [wording.html('places-linked-group')]
      : [
          openToAllLine(linked, wording),
          wording.html('offerplaces-include-there', { button: wording.text('offerplaces-button') }),
        ];
