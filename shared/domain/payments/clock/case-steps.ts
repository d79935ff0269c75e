import { DAY_SECONDS, HOUR_SECONDS } from '../../common/time';
import type { CaseMoment } from '../../messages/case-clock';

/** After this, a payment under way is a case; and a case that nobody answered ends by its default. */
export const DEFAULT_AFTER_SECONDS = 7 * DAY_SECONDS;
/** A case that was a week old when it got a clock: the owner is reminded once, and has this long to answer. */
export const OVERDUE_SECONDS = 3 * DAY_SECONDS;

export interface CaseReminder {
  readonly to: 'owner' | 'payer';
  readonly moment: CaseMoment;
  readonly afterSeconds: number;
  /** A reminder that could not be sent until then is not sent, because the next one says more. */
  readonly untilSeconds: number;
}

/** The reminders of a case that has no answer yet, and when each is due. */
export const REMINDERS = {
  owner_1_hour: { to: 'owner', moment: '1_hour', afterSeconds: HOUR_SECONDS, untilSeconds: DAY_SECONDS },
  owner_1_day: { to: 'owner', moment: '1_day', afterSeconds: DAY_SECONDS, untilSeconds: 3 * DAY_SECONDS },
  payer_1_day: { to: 'payer', moment: '1_day', afterSeconds: DAY_SECONDS, untilSeconds: 3 * DAY_SECONDS },
  owner_3_days: {
    to: 'owner',
    moment: '3_days',
    afterSeconds: 3 * DAY_SECONDS,
    untilSeconds: DEFAULT_AFTER_SECONDS,
  },
  payer_3_days: {
    to: 'payer',
    moment: '3_days',
    afterSeconds: 3 * DAY_SECONDS,
    untilSeconds: DEFAULT_AFTER_SECONDS,
  },
  owner_overdue: {
    to: 'owner',
    moment: 'overdue',
    afterSeconds: DEFAULT_AFTER_SECONDS,
    untilSeconds: DEFAULT_AFTER_SECONDS + OVERDUE_SECONDS,
  },
} as const satisfies Record<string, CaseReminder>;

export type ReminderStep = keyof typeof REMINDERS;
export const REMINDER_STEPS = Object.keys(REMINDERS) as ReminderStep[];

/**
 * Every step of a clock. `hang`: a payment under way becomes a case. `watch_ended`: we stop asking the provider about
 * it. `adopt`: starts the clock of a payment that got none from the release that judged it.
 */
export const CASE_STEPS = [
  'owner_1_hour',
  'owner_1_day',
  'payer_1_day',
  'owner_3_days',
  'payer_3_days',
  'owner_overdue',
  'default',
  'hang',
  'watch_ended',
  'adopt',
] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

/** True if the step only reminds, so that it decides nothing. */
export const isReminder = (step: CaseStep): step is ReminderStep => Object.hasOwn(REMINDERS, step);
