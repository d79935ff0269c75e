import { formatLocalTime } from '../words';

/** `2026-03-04 12:00`, by the clocks of a time zone that is named beside it; in UTC, and saying so, where it is not known. */
export const localTime = (epochMs: number, timeZone: string): string =>
  formatLocalTime(epochMs, timeZone).replace(timeZone === 'UTC' ? ' UTC' : ` (${timeZone})`, '');
