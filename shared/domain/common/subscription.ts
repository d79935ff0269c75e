import type { OrderReference } from './ids';
import { DAY_MS, HOUR_MS } from './time';

/** No payment buys more than ten years, however much somebody sent by mistake. */
const MOST_DAYS = 3650;

/** Names days that were given without a payment. */
export type GrantReference = `grant:${string}`;

/** Days that were granted once: by an order, by an odd payment of it that its owner counted as credit, or given. */
export interface Extension {
  readonly reference: OrderReference | GrantReference;
  /** The credited payment; `null` for the order itself. */
  readonly paymentId: number | null;
  readonly days: number;
  /** Epoch milliseconds, by the database's clock. */
  readonly grantedAt: number;
  readonly isRevoked: boolean;
}

/** Computed from time, never stored. `none`: nothing is paid for. */
export type Phase = 'none' | 'active' | 'grace' | 'expired';

/**
 * Until when the extensions last together, in epoch milliseconds: each begins when the one before ends, or when it was
 * granted if that is later. A day is 24 hours, whatever the calendar says. `null` when none counts.
 */
export function paidUntil(extensions: readonly Extension[]): number | null {
  return extensions
    .filter(({ isRevoked }) => !isRevoked)
    .sort((a, b) => a.grantedAt - b.grantedAt || (a.reference < b.reference ? -1 : 1))
    .reduce<number | null>(
      (until, { grantedAt, days }) => Math.max(until ?? grantedAt, grantedAt) + days * DAY_MS,
      null,
    );
}

/** When somebody who does not renew has to leave. */
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

/** The days that an amount buys at an order's price: never more than was paid for. */
export const daysFor = (
  worthCents: number,
  { days, amountCents }: { days: number; amountCents: number },
): number => Math.min(Math.floor((days * worthCents) / amountCents), MOST_DAYS);

/** When a subscriber is reminded, in days before the end. */
const REMINDED_DAYS = [7, 3, 1, 0] as const;

/**
 * A reminder comes at the hour of the end by a clock in the channel's zone. Where clocks are changed in between, its days are
 * not of 24 hours: it wakes early enough, and asks then how long it has to wait.
 */
const CLOCK_CHANGE_MS = HOUR_MS;

export interface Reminder {
  readonly daysLeft: number;
  /** When it wakes. */
  readonly inMs: number;
  /** How long it is worth sending from then on: until the next wakes, or a day after the end. */
  readonly untilNextMs: number;
}

/** When a reminder of so many days before the end wakes, before the end. */
const wakesBefore = (daysLeft: number): number => daysLeft * DAY_MS + (daysLeft > 0 ? CLOCK_CHANGE_MS : 0);

/** The reminders that are still to come, and in how many milliseconds. */
export const remindersUntil = (until: number, now: number): readonly Reminder[] =>
  REMINDED_DAYS.map((daysLeft, index) => {
    const next = REMINDED_DAYS[index + 1];
    return {
      daysLeft,
      inMs: until - wakesBefore(daysLeft) - now,
      untilNextMs: wakesBefore(daysLeft) - (next === undefined ? -DAY_MS : wakesBefore(next)),
    };
  }).filter(({ daysLeft }) => now < until - daysLeft * DAY_MS);
