import type { Guard } from './types';

/** What is counted of a function's requests: all, those it failed (5xx), and callers it did not know (401, 403). */
export type Counted = 'requests' | 'errors' | 'refused';

export interface RequestCounts {
  readonly requests: number;
  readonly errors: number;
  readonly refused: number;
}

/** Counts what this instance has answered, and tells `count` of each, which keeps it for all instances. */
export function countRequests(count: (counted: Counted) => void): {
  guard: Guard;
  counts: () => RequestCounts;
} {
  const here = { requests: 0, errors: 0, refused: 0 };
  const add = (counted: Counted) => {
    here[counted] += 1;
    count(counted);
  };
  const guard: Guard = (next) => async (request) => {
    let status = 500; // what cannot be answered is answered so
    try {
      const reply = await next(request);
      status = reply.status;
      return reply;
    } finally {
      add('requests');
      if (status >= 500) add('errors');
      if (status === 401 || status === 403) add('refused');
    }
  };
  return { guard, counts: () => ({ ...here }) };
}
