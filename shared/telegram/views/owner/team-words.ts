import type { Payer } from '../../../domain/messages/parts';
import type { Wording } from '../wording';

/** A person on a button or in an answer: their @username, or their number if they have none. */
export const memberLabel = ({ userId, username }: Payer, wording: Wording): string =>
  // As text, because a number would be written in groups of three digits.
  username === null ? wording.text('common-person-unnamed', { id: String(userId) }) : `@${username}`;
