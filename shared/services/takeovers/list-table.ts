import type { ListedEnd } from '../../domain/takeovers/read-until';

/** The end of an access as a table says it. `readUntil` reads it. */
export const endInTable = (until: ListedEnd): string =>
  until === null || until === 'for_ever' ? 'for ever' : `${until.toISOString().slice(0, 19)}Z`;
