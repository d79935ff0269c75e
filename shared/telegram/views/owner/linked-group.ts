import { DEFAULT_LANGUAGE } from '../../../domain/common/language';
import type { Html } from '../html';
import { wordingIn, type Wording } from '../wording';

/** Says what becomes of the discussion group of a private channel, if it has one. */
export const linkedGroupLine = (
  hasLinkedGroup = false,
  wording: Wording = wordingIn(DEFAULT_LANGUAGE),
): Html[] => (hasLinkedGroup ? [wording.html('places-linked-group')] : []);
