import type { PlaceKind } from '../../../domain/places/place';
import type { Html } from '../html';
import type { Wording } from '../wording';

/** Says what becomes of the discussion group of a main place, if it has one, or if it is one itself. */
export const linkedGroupLine = (
  hasLinkedGroup: boolean | undefined,
  { kind }: { readonly kind: PlaceKind },
  wording: Wording,
): Html[] => (hasLinkedGroup === true ? [wording.html('places-linked-group', { kind })] : []);
