import type { Promised } from '../effects';
import type { Takeover } from './takeover-line';

/** What is promised to tell how far a list is, after each of its pages. */
export const tellTakeover: (takeover: Takeover) => Promised[] = () => [];
