import type { Language } from '../../domain/common/language';

/** One attempt at an outbox entry: its key, and how many attempts there have been. */
export interface Attempt {
  /** Entries about the same thing have ids in the order in which they were decided. */
  readonly outboxId: number;
  readonly key: string;
  readonly attempts: number;
  /** How many of them sent a message that got no answer, so it may have arrived. */
  readonly unanswered?: number;
  /** What the chat reads that the entry is for: the user, otherwise the channel. */
  readonly language: Language;
}

/** The result of an attempt at an outbox entry. */
export type Outcome =
  | { readonly type: 'done' }
  /** Nothing went wrong, but it isn't due yet. */
  | { readonly type: 'not_yet'; readonly afterSeconds: number }
  /** It failed. The next attempt comes after `afterSeconds`, or after the backoff. */
  | { readonly type: 'later'; readonly reason: string; readonly afterSeconds: number | undefined }
  /** A message was sent and no answer came, so it may have arrived. It is sent again at most twice, long after. */
  | { readonly type: 'unanswered'; readonly reason: string }
  /** It failed for good. The entry stays in the outbox, visible, with its reason. */
  | {
      readonly type: 'failed';
      readonly reason: string;
      /** The chat refuses it, such as a user who blocked the bot. Nothing of ours is broken. */
      readonly isOfChat?: true;
    };

export const DONE: Outcome = { type: 'done' };
export const later = (reason: string, afterSeconds?: number): Outcome => ({
  type: 'later',
  reason,
  afterSeconds,
});
/** The next attempt after a failure that may pass. A message that may have arrived is not sent again soon. */
export const afterRetryable = ({
  reason,
  afterSeconds,
  mayHaveArrived,
}: {
  readonly reason: string;
  readonly afterSeconds: number | undefined;
  readonly mayHaveArrived?: boolean;
}): Outcome => (mayHaveArrived === true ? { type: 'unanswered', reason } : later(reason, afterSeconds));
export const notYet = (afterSeconds: number): Outcome => ({ type: 'not_yet', afterSeconds });
export const failed = (reason: string): Outcome => ({ type: 'failed', reason });
export const refusedByChat = (reason: string): Outcome => ({ type: 'failed', reason, isOfChat: true });
/** The entry has expired. */
export const NOT_IN_TIME = failed('not done in time');
