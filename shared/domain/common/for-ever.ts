/**
 * The days of access that never ends. They are granted, added up and taken back like any other days, so what else was paid for
 * stays. A previous release reads them as a very long time, which is right in everything but its words.
 */
export const FOR_EVER_DAYS = 1_000_000;

/** The year 3000: no days that somebody counts reach it, and `FOR_EVER_DAYS` always do. */
export const FOR_EVER_FROM_MS = 32_503_680_000_000;

/** True if a number of days stands for access that never ends. */
export const areForEver = (days: number | null): boolean => days !== null && days >= FOR_EVER_DAYS;

/** True if access that ends at this time, in epoch milliseconds, never ends. Everything that shows, compares or schedules an end asks this. */
export const isForEver = (paidUntil: number | null): boolean =>
  paidUntil !== null && paidUntil >= FOR_EVER_FROM_MS;
