/** The paths that `notificationWebhook` serves. */
export const NOTIFICATION_PATH = '/webhooks/notification';
export const TEST_NOTIFICATION_PATH = '/webhooks/test-notification';
export const BROADCAST_TRIGGER_PATH = '/webhooks/broadcast-trigger';

/** Why an owner was not told, although the call was valid. Trying again does not help. */
const NOT_SENT_REASONS = ['disabled', 'not_configured', 'undeliverable'] as const;
export type NotSentReason = (typeof NOT_SENT_REASONS)[number];

/** The body of a 200. Every other answer is `{ error: code }`. */
export type NotificationAnswer =
  | { readonly status: 'success'; readonly message: 'Notification sent' }
  | { readonly status: 'failed'; readonly message: 'Notification not sent'; readonly reason: NotSentReason }
  /** The same call was answered before, and nothing was sent now. */
  | { readonly status: 'duplicate' };

/** The result of a notification. */
export type NotificationOutcome = 'sent' | 'duplicate' | NotSentReason;

export const answerOf = (outcome: NotificationOutcome): NotificationAnswer => {
  if (outcome === 'duplicate') return { status: 'duplicate' };
  if (outcome === 'sent') return { status: 'success', message: 'Notification sent' };
  return { status: 'failed', message: 'Notification not sent', reason: outcome };
};

/** Reads the body of a 200. `undefined` if no notification webhook answers like that. */
export function readOutcome(body: unknown): NotificationOutcome | undefined {
  if (typeof body !== 'object' || body === null || !('status' in body)) return undefined;
  if (body.status === 'success') return 'sent';
  if (body.status === 'duplicate') return 'duplicate';
  if (body.status !== 'failed' || !('reason' in body)) return undefined;
  return NOT_SENT_REASONS.find((reason) => reason === body.reason);
}

/** Why nothing is posted in a channel, although the call was valid. Trying again does not help. */
const NOT_POSTED_REASONS = ['paused', 'no_public_channel', 'nothing_to_post', 'not_on_sale'] as const;
export type NotPostedReason = (typeof NOT_POSTED_REASONS)[number];

/**
 * The result of a broadcast: the promised posts, which follow within a minute, and their channels, or why there are
 * none.
 */
export type BroadcastOutcome =
  { readonly channels: number; readonly posts: number } | NotPostedReason | 'duplicate';

/** The body of a 200 to a broadcast. */
export type BroadcastAnswer =
  | { readonly status: 'success'; readonly channels: number; readonly posts: number }
  | { readonly status: 'failed'; readonly reason: NotPostedReason }
  | { readonly status: 'duplicate' };

export const broadcastAnswerOf = (outcome: BroadcastOutcome): BroadcastAnswer => {
  if (outcome === 'duplicate') return { status: 'duplicate' };
  if (typeof outcome === 'string') return { status: 'failed', reason: outcome };
  return { status: 'success', ...outcome };
};

/** Reads the body of a 200 to a broadcast. `undefined` if no webhook answers like that. */
export function broadcastOutcomeOf(body: unknown): BroadcastOutcome | undefined {
  const { status, channels, posts, reason } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (status === 'duplicate') return 'duplicate';
  if (status === 'failed') return NOT_POSTED_REASONS.find((known) => known === reason);
  return status === 'success' && typeof channels === 'number' && typeof posts === 'number'
    ? { channels, posts }
    : undefined;
}
