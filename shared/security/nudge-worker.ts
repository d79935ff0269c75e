import type { Logger } from '../logger';
import { signWebhook } from './webhook-signature';

/** Longer than a warm worker usually takes, and still within the second in which an IPN must be answered. */
const WAIT_MS = 800;

export interface NudgeOptions {
  readonly url: string;
  readonly secret: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Pick<Response, 'text'>>;
  readonly log: Logger;
  readonly waitMs?: number;
}

/**
 * Tells the worker that something is due. It may be lost, and nothing but a minute is lost with it: the outbox is what
 * is true. Signed over the very bytes that are sent, without a timestamp: a nudge that is repeated performs what is due,
 * which is what a nudge is for. Never fails.
 */
export function nudgeWorker({
  url,
  secret,
  fetch,
  log,
  waitMs = WAIT_MS,
}: NudgeOptions): () => Promise<void> {
  return async () => {
    const body = '{"due":true}';
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: {
          'Content-Type': 'application/json',
          ...signWebhook(secret, body),
        },
        // The worker goes on with its work when nobody waits for it any more.
        signal: AbortSignal.timeout(waitMs),
      });
      await response.text(); // only a body that was read gives its connection back
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') return;
      log.warn('worker.nudge_lost', { error });
    }
  };
}
