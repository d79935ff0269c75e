import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import { Forbidden, Unauthorized } from '../errors';
import { soleHeader } from '../http/single-header';
import type { Reply, Request } from '../http/types';
import { type CredentialGuard, readsHeader } from './any-of';
import { demandSecret, demandSecrets } from './secrets';

const MAX_CLOCK_SKEW_SECONDS = 300;

const HEX_SHA256 = /^[0-9a-f]{64}$/i;
const UNIX_SECONDS = /^\d{1,12}$/;

interface Options {
  /** Any of these may have signed; there are two during a rotation. */
  readonly secrets: readonly string[];
  /** Unix seconds. Asked only after a signature proved valid, so it may be the database's clock. */
  readonly now: () => number | Promise<number>;
}

/**
 * Admits calls signed with a secret that we share: `X-Signature` covers the body, or `"{timestamp}.{body}"` if there is
 * an `X-Timestamp`. Neither form can pass for the other, because bodies are JSON objects and begin with a brace. No
 * signature gets 401, a wrong or old one 403. `deliveryKey` recognises the repeat of a valid call. Reads the body only if
 * the headers are complete.
 */
export function webhookSignature({ secrets, now }: Options): CredentialGuard {
  demandSecrets(secrets, 'the webhook signature');
  return readsHeader('x-signature', (next) => {
    async function demandWebhookSignature(request: Request): Promise<Reply> {
      const signature = soleHeader(request, 'x-signature')?.trim();
      if (!signature) throw new Unauthorized('no signature');
      if (!HEX_SHA256.test(signature)) throw new Forbidden('malformed signature');
      const timestamp = timestampOf(request);
      const given = Buffer.from(signature, 'hex');
      const body = await request.body();
      const isKnown = secrets.some((secret) => timingSafeEqual(hmac(secret, body, timestamp), given));
      if (!isKnown) throw new Forbidden('wrong signature');
      if (timestamp !== undefined) demandFresh(Number(timestamp), await now());
      return next(request);
    }
    return demandWebhookSignature;
  });
}

/** Signs a body in the form that the guard expects. Send exactly these bytes. `timestamp` in Unix seconds. */
export function signWebhook(
  secret: string,
  body: string | Uint8Array,
  timestamp?: number,
): Record<string, string> {
  demandSecret(secret, 'the signing secret');
  if (timestamp === undefined) return { 'X-Signature': hmac(secret, body).toString('hex') };
  const seconds = String(Math.floor(timestamp));
  return { 'X-Signature': hmac(secret, body, seconds).toString('hex'), 'X-Timestamp': seconds };
}

/** Recognises the repeat of a signed call: SHA-256 of path, timestamp and body, in hex. */
export async function deliveryKey(request: Request): Promise<string> {
  const timestamp = soleHeader(request, 'x-timestamp')?.trim() ?? '';
  // Neither a path nor a timestamp contains a line break, so different calls cannot produce the same text.
  const head = `${request.path}\n${timestamp}\n`;
  return createHash('sha256')
    .update(head)
    .update(await request.body())
    .digest('hex');
}

/**
 * Returns `undefined` only if the header is absent. A malformed one throws, or it would pass as a call of the older form.
 */
function timestampOf(request: Request): string | undefined {
  if (request.headers['x-timestamp'] === undefined) return undefined;
  const timestamp = soleHeader(request, 'x-timestamp')?.trim() ?? '';
  if (!UNIX_SECONDS.test(timestamp)) throw new Forbidden('malformed timestamp');
  return timestamp;
}

function demandFresh(timestamp: number, now: number): void {
  if (Math.abs(Math.floor(now) - timestamp) > MAX_CLOCK_SKEW_SECONDS) throw new Forbidden('stale timestamp');
}

function hmac(secret: string, body: string | Uint8Array, timestamp?: string): Buffer {
  const mac = createHmac('sha256', secret);
  if (timestamp !== undefined) mac.update(`${timestamp}.`);
  return mac.update(body).digest();
}
