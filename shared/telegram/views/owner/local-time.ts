/** `2026-03-04 12:00`, by the clocks of a time zone. */
export const localTime = (epochMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(epochMs);
