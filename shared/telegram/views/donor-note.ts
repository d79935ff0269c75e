import { MAX_NOTE_CHARACTERS } from '../../domain/donations/choices';
import { truncate, type Html } from './html';
import type { Wording } from './wording';

/** What a donor wrote, as it is shown. A character takes at most two UTF-16 units. */
export const quoted = (note: string): string => truncate(note, MAX_NOTE_CHARACTERS * 2);

/** The line with a donor's note, for the owner. `undefined` if there is none. */
export const donorNoteLine = (note: string | null | undefined, wording: Wording): Html | undefined =>
  note == null ? undefined : wording.html('donations-owner-note', { note: quoted(note) });
