import { signWebhook } from './webhook-signature';

export interface SignedCall {
  readonly url: string;
  readonly secret: string;
  /** JSON. */
  readonly body: string;
  /** Unix seconds. Absent: the older form, which does not grow stale. */
  readonly timestamp?: number;
  /** Absent: whoever sends it adds the one of what is being done. */
  readonly correlationId?: string;
  readonly timeoutMs: number;
}

/** As much of `fetch` as a signed call needs. */
export type SendingFetch<Answer> = (url: string, init: RequestInit) => Promise<Answer>;

/**
 * Signs a call and sends it, in one place, so that no other bytes can be sent than were signed. Rejects as `fetch` does,
 * with `TimeoutError` when nothing came in time. Read the answer's body: only then is its connection given back.
 */
export const sendSigned = <Answer>(fetch: SendingFetch<Answer>, call: SignedCall): Promise<Answer> =>
  fetch(call.url, {
    method: 'POST',
    body: call.body,
    headers: {
      'Content-Type': 'application/json',
      ...(call.correlationId !== undefined && { 'X-Correlation-Id': call.correlationId }),
      ...signWebhook(call.secret, call.body, call.timestamp),
    },
    // A signed body goes where it was addressed, and nowhere it is sent on to.
    redirect: 'manual',
    signal: AbortSignal.timeout(call.timeoutMs),
  });
