import { formatLocalTime } from '../words';

/** `2026-03-04 12:00`: local time in a zone that the message names once. In UTC, and marked so, if it is unknown. */
export const localTime = (epochMs: number, timeZone: string): string =>
  formatLocalTime(epochMs, timeZone).replace(timeZone === 'UTC' ? ' UTC' : ` (${timeZone})`, '');
