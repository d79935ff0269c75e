import { randomUUID } from 'node:crypto';
import { FUNCTION_PATHS } from '../functions/paths';
import { workEnded, workStarted } from '../shared/http/server/drain';
import type { Handler, Reply, Request } from '../shared/http/types';
import { correlationId, withLogContext } from '../shared/logger';
import { signFor } from '../shared/security/purpose-keys';
import { atMost, LONGEST_NUDGE_MS, NUDGES, type Nudge, type WayToWorker } from '../shared/wake-up/wake-up';

function requestOf(body: string, secret: string): Request {
  const signed = Object.entries(signFor('worker', secret, body)).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  return {
    method: 'POST',
    path: FUNCTION_PATHS.worker[0],
    query: new URLSearchParams(),
    headers: Object.fromEntries(signed),
    rawHeaders: signed.flat(),
    body: async () => Buffer.from(body),
    remoteAddress: '127.0.0.1',
    correlationId: correlationId() ?? randomUUID(),
    callerGoneMs: () => undefined,
  };
}

/**
 * Calls the worker of this process, signed as by any caller, so that it passes the same guards and is counted. The process
 * does not end before the answer. Never rejects, because a handler answers its own failures.
 */
export function callWorkerHere(worker: Handler, secret: string): (body: string) => Promise<Reply> {
  async function callWorker(body: string): Promise<Reply> {
    workStarted();
    try {
      // The order that its caller is about is not what the worker is about.
      const apart = { reference: undefined, requestCorrelationId: undefined };
      return await withLogContext(apart, () => worker(requestOf(body, secret)));
    } finally {
      workEnded();
    }
  }
  return callWorker;
}

/** The way to the worker of this process. A nudge is under way for no longer than one that goes over the network. */
export function nudgeHere(call: (body: string) => Promise<unknown>): WayToWorker {
  async function nudge(what: Nudge): Promise<void> {
    await atMost(LONGEST_NUDGE_MS, call(NUDGES[what]));
  }
  return nudge;
}
