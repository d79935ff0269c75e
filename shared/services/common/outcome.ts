/** A try at an entry: which entry it is, and its how-manieth try, counted over all claims. */
export interface Attempt {
  readonly key: string;
  readonly attempts: number;
}

/** What became of an attempt at an entry of the outbox. */
export type Outcome =
  | { readonly type: 'done' }
  /** Nothing went wrong, and it is not time yet. */
  | { readonly type: 'not_yet'; readonly afterSeconds: number }
  /** It failed: again after `afterSeconds`, or after the backoff. */
  | { readonly type: 'later'; readonly reason: string; readonly afterSeconds: number | undefined }
  /** Never: it stays in the outbox, visible, with its reason. */
  | { readonly type: 'failed'; readonly reason: string };

export const DONE: Outcome = { type: 'done' };
export const later = (reason: string, afterSeconds?: number): Outcome => ({
  type: 'later',
  reason,
  afterSeconds,
});
export const notYet = (afterSeconds: number): Outcome => ({ type: 'not_yet', afterSeconds });
export const failed = (reason: string): Outcome => ({ type: 'failed', reason });
/** Its time has passed. */
export const NOT_IN_TIME = failed('not done in time');
