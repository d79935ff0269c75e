import { signWebhook } from '../shared/security/webhook-signature';
import type { Secrets } from './environments';

/** POSTs to the worker, signed as the functions' nudges are. */
export async function callWorker(url: string, { signingSecret }: Secrets): Promise<number> {
  const body = '{}';
  const headers = { 'content-type': 'application/json', ...signWebhook(signingSecret, body) };
  const response = await fetch(url, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

/** Cloud Scheduler's part. A tick that fails is followed by the next one. Returns what ends it. */
export function startTicking(
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
