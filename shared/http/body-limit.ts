import { PayloadTooLarge } from '../errors';
import type { Guard, Reply, Request } from './types';

/**
 * Refuses a body that announces more than `bytes`, and stops reading one that turns out to be larger. The front door has
 * a higher limit for all functions; this one is the function's.
 */
export function bodyLimit(bytes: number): Guard {
  return (next) => {
    async function demandSmallBody(request: Request): Promise<Reply> {
      if (Number(request.headers['content-length'] ?? 0) > bytes) throw new PayloadTooLarge(bytes);
      return next({ ...request, body: () => request.body(bytes) });
    }
    return demandSmallBody;
  };
}

/**
 * Reads the body for a handler that does not need it, so that one that is too large or too slow is refused here as well.
 * Comes after the guards that need no body.
 */
export function receiveBody(): Guard {
  return (next) => {
    async function demandWholeBody(request: Request): Promise<Reply> {
      await request.body();
      return next(request);
    }
    return demandWholeBody;
  };
}
