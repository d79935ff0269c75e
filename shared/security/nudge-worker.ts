import type { Logger } from '../logger';
import { sendSigned, type SendingFetch } from './send-signed';

/** Longer than a warm worker usually takes, and still within the second in which an IPN must be answered. */
const WAIT_MS = 800;

/** What a nudge is for: what somebody waits for, or what is sent in bulk and would keep them waiting. */
export const NUDGES = { due: '{"due":true}', bulk: '{"bulk":true}' } as const;

export interface NudgeOptions {
  readonly url: string;
  readonly secret: string;
  readonly fetch: SendingFetch<Pick<Response, 'ok' | 'status' | 'text'>>;
  readonly log: Logger;
  readonly waitMs?: number;
  readonly what?: keyof typeof NUDGES;
}

/**
 * Tells the worker that something is due. It may be lost, and nothing but a minute is lost with it: the outbox is what
 * is true. Signed without a timestamp: a nudge that is repeated performs what is due, which is what a nudge is for. Never
 * fails.
 */
export function nudgeWorker({
  url,
  secret,
  fetch,
  log,
  waitMs = WAIT_MS,
  what = 'due',
}: NudgeOptions): () => Promise<void> {
  async function nudge() {
    try {
      const response = await sendSigned(fetch, {
        url,
        secret,
        body: NUDGES[what],
        // The worker goes on with its work when nobody waits for it any more.
        timeoutMs: waitMs,
      });
      await response.text(); // only a body that was read gives its connection back
      // It answered, and did nothing: a wrong secret, a wrong address, or a fault of its own.
      if (!response.ok) log.warn('worker.nudge_lost', { status: response.status });
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') return;
      log.warn('worker.nudge_lost', { error });
    }
  }
  return nudge;
}
