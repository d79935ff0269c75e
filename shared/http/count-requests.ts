import type { Guard } from './types';

/** Counts what this instance has answered, and how much of that was its own fault. */
export function countRequests(): { guard: Guard; counts: () => { requests: number; errors: number } } {
  const count = { requests: 0, errors: 0 };
  const guard: Guard = (next) => async (request) => {
    const reply = await next(request);
    count.requests += 1;
    if (reply.status >= 500) count.errors += 1;
    return reply;
  };
  return { guard, counts: () => ({ ...count }) };
}
