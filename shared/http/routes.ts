import { MethodNotAllowed, NotFound } from '../errors';
import type { Handler, Reply, Request } from './types';

export type Routes = Readonly<Record<string, Readonly<Partial<Record<string, Handler>>>>>;

/** Dispatches by exact path, then by method: an unknown path is 404, an unknown method 405. */
export function routes(table: Routes): Handler {
  const paths = new Map(Object.entries(table).map(([path, methods]) => [path, withHead(methods)]));
  async function dispatch(request: Request): Promise<Reply> {
    const methods = paths.get(request.path);
    if (!methods) throw new NotFound();
    const handler = methods.get(request.method);
    if (!handler) throw new MethodNotAllowed([...methods.keys()]);
    return handler(request);
  }
  return dispatch;
}

function withHead(methods: Routes[string]): Map<string, Handler> {
  const handlers = new Map<string, Handler>();
  for (const [method, handler] of Object.entries(methods)) if (handler) handlers.set(method, handler);
  const get = handlers.get('GET');
  // Node drops the body of an answer to HEAD.
  if (get && !handlers.has('HEAD')) handlers.set('HEAD', get);
  return handlers;
}
