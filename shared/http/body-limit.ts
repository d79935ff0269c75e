import { PayloadTooLarge } from '../errors';
import type { Guard, Reply, Request } from './types';

/** Refuses bodies over `bytes`. The front door has a higher limit for all functions; this one is the function's. */
export function bodyLimit(bytes: number): Guard {
  return (next) => {
    async function demandSmallBody(request: Request): Promise<Reply> {
      if (request.rawBody.length > bytes) throw new PayloadTooLarge(bytes);
      return next(request);
    }
    return demandSmallBody;
  };
}
