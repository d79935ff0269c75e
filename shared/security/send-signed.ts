import type { SigningKey } from './secrets';
import { signWebhook } from './webhook-signature';

export interface SignedCall {
  readonly url: string;
  readonly key: SigningKey;
  /** JSON. */
  readonly body: string;
  /** Unix seconds. Absent: the older form, which never expires. */
  readonly timestamp?: number;
  /** Absent: `fetch` adds the id of the current context. */
  readonly correlationId?: string;
  readonly timeoutMs: number;
}

/** The part of `fetch` that a signed call needs. */
export type SendingFetch<Answer> = (url: string, init: RequestInit) => Promise<Answer>;

/**
 * Signs and sends a call in one place, so that exactly the signed bytes are sent. Rejects like `fetch`, with
 * `TimeoutError` if no answer comes in time. Read the answer's body, because only then is its connection released.
 */
export const sendSigned = <Answer>(fetch: SendingFetch<Answer>, call: SignedCall): Promise<Answer> =>
  fetch(call.url, {
    method: 'POST',
    body: call.body,
    headers: {
      'Content-Type': 'application/json',
      ...(call.correlationId !== undefined && { 'X-Correlation-Id': call.correlationId }),
      ...signWebhook(call.key, call.body, call.timestamp),
    },
    // A signed body goes only to the address that it was meant for, never to a redirect.
    redirect: 'manual',
    signal: AbortSignal.timeout(call.timeoutMs),
  });
