import type { StoryEvent } from '../../../domain/messages/parts';
import { shortTitle } from '../view';
import type { Wording } from '../wording';

const MAX_PLACE = 48;

/** Says in which of several channels and groups something happened. */
export function atPlace(
  { place, place_kind: kind }: StoryEvent['details'],
  event: string,
  wording: Wording,
): string {
  if (typeof place !== 'string') return event;
  const named = { title: shortTitle(place, MAX_PLACE), kind: String(kind) };
  return wording.text('orders-story-at-place', { place: wording.text('common-place', named), event });
}
