import type { IncomingMessage, ServerResponse } from 'node:http';
import { FUNCTION_PATHS } from '../functions/paths';
import type { Target } from '../functions/variables';
import { refuseRequest } from '../shared/http/refuse';

type Listener = (req: IncomingMessage, res: ServerResponse) => unknown;

/** Leads each request to the function whose path it has, and answers 404 at every other path. */
export function routeByPath(listeners: ReadonlyMap<Target, Listener>): Listener {
  const exact = new Map<string, Listener>();
  const below: (readonly [prefix: string, Listener])[] = [];
  for (const [target, listener] of listeners)
    for (const path of FUNCTION_PATHS[target])
      if (path.endsWith('*')) below.push([path.slice(0, -1), listener]);
      else exact.set(path, listener);
  function route(req: IncomingMessage, res: ServerResponse): void {
    const [path = ''] = (req.url ?? '').split('?', 1);
    const listener = exact.get(path) ?? below.find(([prefix]) => path.startsWith(prefix))?.[1];
    if (listener === undefined) refuseRequest(req, res, { status: 404, code: 'not_found' });
    else listener(req, res);
  }
  return route;
}
