import { PayloadTooLarge } from '../errors';
import type { Guard } from './types';

/** Refuses bodies over `bytes`. The front door has its own, higher limit; this one is the function's. */
export function bodyLimit(bytes: number): Guard {
  return (next) => async (request) => {
    if (request.rawBody.length > bytes) throw new PayloadTooLarge(bytes);
    return next(request);
  };
}
