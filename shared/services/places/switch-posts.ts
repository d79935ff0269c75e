import type { Promised } from '../../domain/effects';
import type { PlaceChange } from '../../domain/places/tell-place';
import { postsRefreshed } from '../posts/refresh-posts';

/** Promises that the posts of channels say whether they are on sale. */
export const postsSwitched = ({ switched }: PlaceChange, occasion: string): Promised[] =>
  switched.map((openChannelId) => postsRefreshed(openChannelId, `place:${occasion}`));
