import type { Guard, Reply, Request } from './types';

/**
 * The counters of a function: all requests, those it failed (5xx), and those it refused as unknown callers (401, 403).
 */
export type RequestCounter = 'requests' | 'errors' | 'refused';

export interface RequestCounts {
  readonly requests: number;
  readonly errors: number;
  readonly refused: number;
}

/**
 * Counts the answers of this instance, and passes each to `count`, which counts for all instances. Waits for `keep`
 * only after a refused or failed request.
 */
export function countRequests(
  count: (counted: RequestCounter) => void,
  keep: () => Promise<void> = async () => undefined,
): {
  guard: Guard;
  counts: () => RequestCounts;
} {
  const here = { requests: 0, errors: 0, refused: 0 };
  const add = (counted: RequestCounter) => {
    here[counted] += 1;
    count(counted);
  };
  const guard: Guard = (next) => {
    async function countRequest(request: Request): Promise<Reply> {
      let status = 500; // an error that no guard caught is answered with 500
      try {
        const reply = await next(request);
        status = reply.status;
        return reply;
      } finally {
        add('requests');
        if (status >= 500) add('errors');
        const isRefused = status === 401 || status === 403;
        if (isRefused) add('refused');
        if (isRefused || status >= 500) await keep();
      }
    }
    return countRequest;
  };
  return { guard, counts: () => ({ ...here }) };
}
