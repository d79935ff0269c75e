import type { Guard, Reply, Request } from './types';

/** What is counted of a function's requests: all, those it failed (5xx), and callers it did not know (401, 403). */
export type Counted = 'requests' | 'errors' | 'refused';

export interface RequestCounts {
  readonly requests: number;
  readonly errors: number;
  readonly refused: number;
}

/**
 * Counts what this instance has answered, and tells `count` of each, which keeps it for all instances. `keep` is waited for
 * after a request that was refused or failed, and after no other.
 */
export function countRequests(
  count: (counted: Counted) => void,
  keep: () => Promise<void> = async () => undefined,
): {
  guard: Guard;
  counts: () => RequestCounts;
} {
  const here = { requests: 0, errors: 0, refused: 0 };
  const add = (counted: Counted) => {
    here[counted] += 1;
    count(counted);
  };
  const guard: Guard = (next) => {
    async function countRequest(request: Request): Promise<Reply> {
      let status = 500; // what cannot be answered is answered so
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
