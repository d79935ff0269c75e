import type { MessageOf } from '../../../domain/messages/messages';
import { lines } from '../html';
import { shortTitle, type View } from '../view';
import type { Wording } from '../wording';

/** Names the chats that offers of two owners open, after one of them changed its owner. */
export const placesSharedView = (
  { title, shared, count }: MessageOf<'places_shared'>,
  wording: Wording,
): View => ({
  text: lines(
    wording.html('places-shared', { title: shortTitle(title) }),
    '',
    ...shared.map(({ chatTitle, otherTitle }) =>
      wording.html('places-shared-chat', { chat: shortTitle(chatTitle), other: shortTitle(otherTitle) }),
    ),
    count > shared.length ? wording.html('places-gone-more', { count: count - shared.length }) : undefined,
    '',
    wording.html('places-shared-next'),
  ),
});
