import type { Attempt } from '../../shared/services/common/outcome';

/** An attempt at the outbox entry 1 with this key, for a reader of English. */
export const attemptOf = (key: string, attempts = 1): Attempt => ({
  outboxId: 1,
  key,
  attempts,
  language: 'en',
});
