/** Something an operator has to look at; the worker logs it as `alarm.raised`, once a minute while it is on. */
export interface Alarm {
  readonly name: string;
  readonly severity: 'error' | 'warning';
  readonly threshold: number;
  /** What value and threshold count. */
  readonly unit: string;
  readonly meaning: string;
  readonly remedy: string;
}

export const ALARMS: readonly Alarm[] = [
  {
    name: 'outbox_age',
    severity: 'error',
    threshold: 300,
    unit: 's that the oldest due promise waits',
    meaning:
      'Messages, invoices and removals are not being done. The scheduler calls every minute, so five are four calls in vain.',
    remedy:
      'Look at the scheduler and at the errors of `worker`; a worker that runs and cannot keep up needs more instances.',
  },
  {
    name: 'payments_parked',
    severity: 'warning',
    threshold: 1,
    unit: 'payments parked for more than 3 days',
    meaning:
      'An odd payment waits for its owner, who was asked and has not answered. After thirty days it is theirs alone to remember.',
    remedy: 'Remind the owner; `npm run replay -- order REFERENCE --story` tells what there is to decide.',
  },
];
