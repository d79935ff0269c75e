import { MethodNotAllowed } from '../errors';
import type { Guard, Reply, Request } from './types';

/** Admits only these methods. GET includes HEAD. */
export function onlyMethod(...methods: readonly string[]): Guard {
  if (methods.length === 0) throw new TypeError('onlyMethod needs a method');
  const allowed = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
  return (next) => {
    async function demandMethod(request: Request): Promise<Reply> {
      if (!allowed.includes(request.method)) throw new MethodNotAllowed(allowed);
      return next(request);
    }
    return demandMethod;
  };
}
