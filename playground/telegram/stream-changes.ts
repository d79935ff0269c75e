import type { ServerResponse } from 'node:http';
import type { World } from './world';

/** At most twenty snapshots per second. */
const INTERVAL_MS = 50;

/** Sends a snapshot at once and after changes, one for several quick changes, as server-sent events. */
export function streamChanges(
  source: { world: World; snapshot: () => object },
  response: ServerResponse,
): void {
  let timer: NodeJS.Timeout | undefined;
  const send = () => {
    timer = undefined;
    response.write(`event: change\ndata: ${JSON.stringify(source.snapshot())}\n\n`);
  };
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  send();
  const stop = source.world.onChange(() => {
    timer ??= setTimeout(send, INTERVAL_MS);
  });
  response.on('close', () => {
    stop();
    clearTimeout(timer);
  });
}
