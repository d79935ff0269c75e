import { isTimeout } from '../errors';
import type { LeanRequest, LeanResponse } from '../http-client';
import { correlationId, type Logger } from '../logger';
import { slotTasks, type SlotTask } from './task-slots';
import { LONGEST_NUDGE_MS, NUDGES, type Nudge, type WayToWorker } from './wake-up';

/** How long the queue waits for the worker's answer: as long as the worker may run (`infra/deploy/sizes.ts`). */
export const DISPATCH_DEADLINE_SECONDS = 60;
const COMPLAIN_EVERY_MS = 60_000;

/** Answers that mean a fault of the installation: a wrong queue, a missing role, an account that is not there. */
const FAULTS: readonly number[] = [400, 401, 403, 404];
const EXISTS = 409;

export interface CloudTasksOptions {
  /** `projects/P/locations/L/queues/Q`. */
  readonly queue: string;
  readonly apiUrl: string;
  /** Called by the queue, and the audience of its tokens, which the worker checks. */
  readonly workerUrl: string;
  /** The service account that the queue calls the worker as. */
  readonly invokerEmail: string;
  readonly fetch: (url: string, init: LeanRequest) => Promise<LeanResponse>;
  /** An access token of this function's service account. */
  readonly accessToken: () => Promise<string>;
  /** The way to take if the installation is at fault, within what is left of the time. */
  readonly otherwise: (what: Nudge, withinMs: number) => Promise<void>;
  readonly log: Logger;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** For everything together. */
  readonly limitMs?: number;
}

/** The queue did not take the task. */
class TaskRefused extends Error {
  override readonly name = 'TaskRefused';
  readonly status: number;

  constructor(status: number, reason: string) {
    super(`Cloud Tasks answered ${status} ${reason}`);
    this.status = status;
  }
}

/** The word of Google's error, such as `PERMISSION_DENIED`. */
function reasonIn(text: string): string {
  return /"status":\s*"([A-Z_]{1,40})"/.exec(text)?.[1] ?? '';
}

/** Without a token the queue would answer 401. That Google is slow says nothing about the installation. */
function withoutToken(error: unknown): never {
  if (isTimeout(error)) throw error;
  throw new TaskRefused(401, `no access token: ${error instanceof Error ? error.message : 'unknown error'}`);
}

/** Rejects if `work` takes longer. */
async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const isOver = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DOMException(`nothing within ${limitMs} ms`, 'TimeoutError')),
      limitMs,
    );
  });
  return Promise.race([work, isOver]).finally(() => clearTimeout(timer));
}

/**
 * Wakes the worker by a task in a Cloud Tasks queue, which waits for the worker's answer and tries again, so the work needs
 * no CPU of ours: https://cloud.google.com/tasks/docs/reference/rest/v2/projects.locations.queues.tasks/create. A task that
 * exists already is a success (`task-slots.ts`). By REST, because Google's gRPC client takes half a second to load and fails
 * at random on Cloud Run.
 */
export function cloudTasks(options: CloudTasksOptions): WayToWorker {
  const { queue, apiUrl, workerUrl, invokerEmail, fetch, accessToken, otherwise, log } = options;
  const { now = Date.now, limitMs = LONGEST_NUDGE_MS } = options;
  let complainedAt = -Infinity;

  async function create(what: Nudge, { id, dueMs }: SlotTask, token: string, timeoutMs: number) {
    const correlation = correlationId();
    const task = {
      name: `${queue}/tasks/${id}`,
      ...(dueMs !== undefined && { scheduleTime: new Date(dueMs).toISOString() }),
      dispatchDeadline: `${DISPATCH_DEADLINE_SECONDS}s`,
      httpRequest: {
        url: workerUrl,
        httpMethod: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(correlation !== undefined && { 'X-Correlation-Id': correlation }),
        },
        body: Buffer.from(NUDGES[what]).toString('base64'),
        oidcToken: { serviceAccountEmail: invokerEmail, audience: workerUrl },
      },
    };
    const answer = await fetch(`${apiUrl}/v2/${queue}/tasks`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ task }),
      timeoutMs,
    });
    const text = await answer.text();
    if (!answer.ok && answer.status !== EXISTS) throw new TaskRefused(answer.status, reasonIn(text));
    return answer.status !== EXISTS;
  }

  /** Every nudge of a wrong installation fails, so one line a minute is enough. */
  function complain(error: unknown): void {
    if (performance.now() - complainedAt < COMPLAIN_EVERY_MS) return;
    complainedAt = performance.now();
    log.error('worker.queue_refused', { error });
  }

  async function wakeByTask(what: Nudge): Promise<void> {
    const endsAt = performance.now() + limitMs;
    const left = () => Math.max(1, endsAt - performance.now());
    try {
      const token = await within(left(), accessToken()).catch(withoutToken);
      for (const task of slotTasks(what, now())) if (await create(what, task, token, left())) return;
    } catch (error) {
      const status = error instanceof TaskRefused ? error.status : undefined;
      if (status === undefined || !FAULTS.includes(status)) {
        log.warn('worker.nudge_lost', { ...(status === undefined ? { error } : { status }) });
        return;
      }
      complain(error);
      await otherwise(what, left());
    }
  }
  return wakeByTask;
}
