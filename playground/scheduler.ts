import { request } from 'node:http';
import { signFor } from '../shared/security/purpose-keys';
import type { Secrets } from './environments';

/**
 * POSTs to the worker, signed like the functions' nudges. Uses a new connection, because the worker may close a kept one
 * just when it is used again, and the call would be lost.
 */
export function callWorker(url: string, { signingSecret }: Secrets): Promise<number> {
  const body = '{}';
  const headers = { 'content-type': 'application/json', ...signFor('worker', signingSecret, body) };
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent: false, headers }, (response) => {
      response.on('error', reject).on('end', () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    call.on('error', reject).end(body);
  });
}

/** Plays Cloud Scheduler: calls `tick` regularly, even after one fails. Returns a function that stops it. */
export function playScheduler(
  tick: () => Promise<number>,
  everyMs: number | false = false,
): () => Promise<void> {
  if (everyMs === false) return async () => undefined;
  let last: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    last = tick().catch(() => undefined);
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await last;
  };
}
