import type { ServerResponse } from 'node:http';
import { crossOrigin, isForeignOrigin } from './cross-origin';
import type { SimRequest } from './http';
import { snapshot } from './snapshot';
import type { World } from './world';

/** How long after its first change a burst of changes is sent, as one snapshot. */
const COALESCE_MS = 50;

/** `GET /sim/events`: sends the snapshot at once and after every change. */
export function streamChanges(world: World, request: SimRequest, response: ServerResponse): void {
  if (isForeignOrigin(world, request)) {
    response.writeHead(403).end();
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    ...crossOrigin(world, request),
  });
  const send = () => response.write(`event: change\ndata: ${JSON.stringify(snapshot(world))}\n\n`);
  let timer: NodeJS.Timeout | undefined;
  const onChange = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      send();
    }, COALESCE_MS);
  };
  world.listeners.add(onChange);
  response.on('close', () => {
    clearTimeout(timer);
    world.listeners.delete(onChange);
  });
  send();
}
