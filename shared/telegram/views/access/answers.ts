/** Answers to the owner about removals. */
export const REMOVAL_ANSWERS = {
  removal_now: 'The member will be removed now.',
  removal_at_end: 'They have time left by now: they will be removed when it is over, unless they renew.',
  removal_when_switched_on: 'They will be removed when removals from this channel are switched on again.',
  removals_released: 'Removals go on, without a limit for an hour.',
  removals_stopped: 'Nobody is removed from this channel any more, until removals are switched on again.',
} as const;
