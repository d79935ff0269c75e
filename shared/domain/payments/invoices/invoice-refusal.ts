/** With this many definite refusals in an hour, the owners concerned are told and the alarm is on. */
export const MANY_REFUSALS = 3;

/**
 * Why there is no invoice: the amount is too small, the provider refuses it for another reason, or it never answered.
 */
export type RefusalReason = 'too_small' | 'refused' | 'unanswered';
