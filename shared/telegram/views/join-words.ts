import { html, type Html } from './html';
import type { Wording } from './wording';

/** Puts facts beside each other, by the entry that joins two of them. */
export const joinedBy = (
  key: 'common-series' | 'common-facts',
  facts: readonly (Html | string)[],
  wording: Wording,
): Html => facts.map((fact) => html`${fact}`).reduce((first, next) => wording.html(key, { first, next }));
