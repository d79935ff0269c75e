import { areForEver, FOR_EVER_DAYS } from './for-ever';
import type { OrderReference } from './ids';
import { DAY_MS, HOUR_MS } from './time';

/** No payment buys more than ten years, however much was sent by mistake. */
const MOST_DAYS = 3650;

/** Names days that were given without a payment. */
export type GrantReference = `grant:${string}`;

/** Days that were granted once: by an order, by an odd payment that its owner credited, or as a gift. */
export interface Extension {
  readonly reference: OrderReference | GrantReference;
  /** The credited payment; `null` for the order itself. */
  readonly paymentId: number | null;
  readonly days: number;
  /** So much less than the days: a list of members gave access until a moment. */
  readonly lessMs?: number;
  /** Epoch milliseconds, by the database's clock. */
  readonly grantedAt: number;
  readonly isRevoked: boolean;
}

/** Computed from time, never stored. `none`: nothing is paid for. */
export type Phase = 'none' | 'active' | 'grace' | 'expired';

/**
 * The end of all extensions together, in epoch milliseconds. Each extension begins when the previous one ends, or when
 * it was granted if that is later. A day is 24 hours, whatever the calendar says. `null` if no extension counts.
 */
export function paidUntil(extensions: readonly Extension[]): number | null {
  return extensions
    .filter(({ isRevoked }) => !isRevoked)
    .sort((a, b) => a.grantedAt - b.grantedAt || (a.reference < b.reference ? -1 : 1))
    .reduce<number | null>(
      (until, { grantedAt, days, lessMs = 0 }) =>
        Math.max(until ?? grantedAt, grantedAt) + days * DAY_MS - lessMs,
      null,
    );
}

/** The time at which a member who does not renew has to leave. */
export const endOfGrace = (until: number, graceHours: number): number => until + graceHours * HOUR_MS;

/** All times in epoch milliseconds. */
export function phaseOf({
  until,
  graceHours,
  now,
}: {
  until: number | null;
  graceHours: number;
  now: number;
}): Phase {
  if (until === null) return 'none';
  if (now < until) return 'active';
  return now < endOfGrace(until, graceHours) ? 'grace' : 'expired';
}

/** The days that an amount buys at an order's price, rounded down. Nothing less than the whole price buys access for ever. */
export const daysFor = (
  worthCents: number,
  { days, amountCents }: { days: number; amountCents: number },
): number => {
  if (areForEver(days)) return worthCents >= amountCents ? FOR_EVER_DAYS : 0;
  return Math.min(Math.floor((days * worthCents) / amountCents), MOST_DAYS);
};

/** Days before the end on which a subscriber is reminded. */
const REMINDED_DAYS = [7, 3, 1, 0] as const;

/**
 * A reminder comes at the hour of the end, in the channel's time zone. If clocks change in between, the days are not
 * all 24 hours long, so the reminder is due early and then computes how long it still has to wait.
 */
const CLOCK_CHANGE_MS = HOUR_MS;

export interface Reminder {
  readonly daysLeft: number;
  /** How long until the reminder is due. */
  readonly inMs: number;
  /** How long it is worth sending after that: until the next reminder is due, or a day after the end. */
  readonly untilNextMs: number;
}

/** How long before the end the reminder with so many days left is due. */
const wakesBefore = (daysLeft: number): number => daysLeft * DAY_MS + (daysLeft > 0 ? CLOCK_CHANGE_MS : 0);

/** The reminders that are still ahead. */
export const remindersUntil = (until: number, now: number): readonly Reminder[] =>
  REMINDED_DAYS.map((daysLeft, index) => {
    const next = REMINDED_DAYS[index + 1];
    return {
      daysLeft,
      inMs: until - wakesBefore(daysLeft) - now,
      untilNextMs: wakesBefore(daysLeft) - (next === undefined ? -DAY_MS : wakesBefore(next)),
    };
  }).filter(({ daysLeft }) => now < until - daysLeft * DAY_MS);
