import { says } from '../wording';

/** Answers to the owner about removals. */
export const REMOVAL_ANSWERS = {
  removal_now: says('access-removal-now'),
  removal_at_end: says('access-removal-at-end'),
  removal_never: says('access-removal-never'),
  removal_when_switched_on: says('access-removal-switched-off'),
  removals_released: says('access-removals-released'),
  removals_stopped: says('access-removals-stopped'),
} as const;
