import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import { Forbidden, Unauthorized } from '../errors';
import { soleHeader } from '../http/single-header';
import type { Reply, Request } from '../http/types';
import { type CredentialGuard, readsHeader } from './any-of';
import { demandKey, demandKeys, type SigningKey } from './secrets';

const MAX_CLOCK_SKEW_SECONDS = 300;

const HEX_SHA256 = /^[0-9a-f]{64}$/i;
const UNIX_SECONDS = /^\d{1,12}$/;

interface Options {
  /** Any of these may have signed; there are two during a rotation. */
  readonly keys: readonly SigningKey[];
  /**
   * Unix seconds. Asked in order, until one finds the timestamp fresh, and only after a signature proved valid, so one may
   * be the database's clock.
   */
  readonly clocks: readonly (() => number | Promise<number>)[];
  /** Refuses the older form, which has no timestamp and never expires. */
  readonly demandsTimestamp?: boolean;
}

/**
 * Admits calls signed with a key that we share: `X-Signature` covers the body, or `"{timestamp}.{body}"` if there is an
 * `X-Timestamp`. Neither form can pass for the other, because bodies are JSON objects and begin with a brace, or the older
 * form is refused. No signature gets 401, a wrong or old one 403. Reads the body only if the headers are complete.
 */
export function webhookSignature({ keys, clocks, demandsTimestamp = false }: Options): CredentialGuard {
  demandKeys(keys, 'the webhook signature');
  return readsHeader('x-signature', (next) => {
    async function demandWebhookSignature(request: Request): Promise<Reply> {
      const signature = soleHeader(request, 'x-signature')?.trim();
      if (!signature) throw new Unauthorized('no signature');
      if (!HEX_SHA256.test(signature)) throw new Forbidden('malformed signature');
      const timestamp = timestampOf(request);
      if (timestamp === undefined && demandsTimestamp) throw new Forbidden('no timestamp');
      const given = Buffer.from(signature, 'hex');
      const body = await request.body();
      const isKnown = keys.some((key) => timingSafeEqual(hmac(key, body, timestamp), given));
      if (!isKnown) throw new Forbidden('wrong signature');
      if (timestamp !== undefined) await demandFresh(Number(timestamp), clocks);
      return next(request);
    }
    return demandWebhookSignature;
  });
}

/** Signs a body in the form that the guard expects. Send exactly these bytes. `timestamp` in Unix seconds. */
export function signWebhook(
  key: SigningKey,
  body: string | Uint8Array,
  timestamp?: number,
): Record<string, string> {
  demandKey(key, 'the signing secret');
  if (timestamp === undefined) return { 'X-Signature': hmac(key, body).toString('hex') };
  const seconds = String(Math.floor(timestamp));
  return { 'X-Signature': hmac(key, body, seconds).toString('hex'), 'X-Timestamp': seconds };
}

/** Returns true if a valid call carries a timestamp, so that the same call can only come from a repeat. */
export const isDated = ({ headers }: Request): boolean => headers['x-timestamp'] !== undefined;

/**
 * Recognises the repeat of a signed call, in hex: SHA-256 of timestamp and body, wherever it goes, because a path is not
 * signed. A call without a timestamp may be meant again at another path, so there it is path and body.
 */
export async function deliveryKey(request: Request): Promise<string> {
  const timestamp = soleHeader(request, 'x-timestamp')?.trim();
  // A path begins with a slash, and neither contains a line break, so different calls cannot produce the same text.
  const head = `${timestamp ?? request.path}\n`;
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

async function demandFresh(timestamp: number, clocks: Options['clocks']): Promise<void> {
  for (const now of clocks)
    if (Math.abs(Math.floor(await now()) - timestamp) <= MAX_CLOCK_SKEW_SECONDS) return;
  throw new Forbidden('stale timestamp');
}

function hmac(key: SigningKey, body: string | Uint8Array, timestamp?: string): Buffer {
  const mac = createHmac('sha256', key);
  if (timestamp !== undefined) mac.update(`${timestamp}.`);
  return mac.update(body).digest();
}
