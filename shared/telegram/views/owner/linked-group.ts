import type { Html } from '../html';
import type { Wording } from '../wording';

/** Says what becomes of the discussion group of a private channel, if it has one. */
export const linkedGroupLine = (hasLinkedGroup: boolean | undefined, wording: Wording): Html[] =>
  hasLinkedGroup === true ? [wording.html('places-linked-group')] : [];
