import type { Logger } from '../logger';
import { machineSeconds, purposeKey } from './purpose-keys';
import { sendSigned, type SendingFetch } from './send-signed';

/** Longer than a warm worker usually takes, and still within the second in which an IPN has to be answered. */
const WAIT_MS = 800;

/**
 * The kinds of nudge. `due`: a person is waiting for the work. `bulk`: the rest of what is sent in bulk, apart from
 * that. `minimums`: ask NOWPayments about the coins that it takes, which lasts as long as its rate limit wants.
 */
export const NUDGES = {
  due: '{"due":true}',
  bulk: '{"bulk":true}',
  minimums: '{"minimums":true}',
} as const;

export interface NudgeOptions {
  readonly url: string;
  /** `WEBHOOK_SIGNING_SECRET`. A nudge is signed with the worker's key, which derives from it. */
  readonly secret: string;
  readonly fetch: SendingFetch<Pick<Response, 'ok' | 'status' | 'text'>>;
  readonly log: Logger;
  readonly waitMs?: number;
  readonly what?: keyof typeof NUDGES;
}

/**
 * Tells the worker that something is due. Losing a nudge delays work by a minute at most, because the outbox is
 * authoritative. It is good for five minutes; within them, repeating it is harmless, because it performs what is due.
 * Never fails.
 */
export function nudgeWorker({
  url,
  secret,
  fetch,
  log,
  waitMs = WAIT_MS,
  what = 'due',
}: NudgeOptions): () => Promise<void> {
  const key = purposeKey('worker', secret);
  async function nudge() {
    try {
      const response = await sendSigned(fetch, {
        url,
        key,
        body: NUDGES[what],
        timestamp: machineSeconds(),
        // The worker continues when the caller stops waiting. On Cloud Run, its instances have CPU all the time for that.
        timeoutMs: waitMs,
      });
      await response.text(); // the connection is only released once the body was read
      // The worker answered and did nothing: a wrong secret, a wrong address, or an error of its own.
      if (!response.ok) log.warn('worker.nudge_lost', { status: response.status });
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') return;
      log.warn('worker.nudge_lost', { error });
    }
  }
  return nudge;
}
