import type { Logger } from '../logger';
import { machineSeconds, purposeKey } from '../security/purpose-keys';
import { sendSigned, type SendingFetch } from '../security/send-signed';
import { LONGEST_NUDGE_MS, NUDGES, type Nudge, type WayToWorker } from './wake-up';

export interface NudgeOptions {
  readonly url: string;
  /** `WEBHOOK_SIGNING_SECRET`. A nudge is signed with the worker's key, which derives from it. */
  readonly secret: string;
  readonly fetch: SendingFetch<Pick<Response, 'ok' | 'status' | 'text'>>;
  readonly log: Logger;
  readonly waitMs?: number;
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
  waitMs = LONGEST_NUDGE_MS,
}: NudgeOptions): WayToWorker {
  const key = purposeKey('worker', secret);
  async function nudge(what: Nudge) {
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
