import { setTimeout as sleep } from 'node:timers/promises';

import { answerErrors } from '../../shared/http/answer-errors';
import { guarded } from '../../shared/http/guarded';
import { installFrontDoor, onShutdown, requestsInFlight } from '../../shared/http/server/front-door';
import { serve } from '../../shared/http/server/serve';
import type { Reply, Request } from '../../shared/http/types';

// A function for front-door.test.ts. It answers with what it received, and prints when it works and closes.
onShutdown(async () => {
  await sleep(20);
  console.log(`closed with ${requestsInFlight()} in flight`);
});

const silent = { info: () => undefined, error: () => undefined };

async function echo(request: Request): Promise<Reply> {
  if (request.path === '/slow') {
    console.log('slow began');
    await sleep(600);
    console.log('slow ended');
  }
  // As a guard that needs no body refuses a stranger.
  if (request.path === '/stranger') return { status: 401, body: { error: 'unauthorized' } };
  const { path, correlationId } = request;
  const rawBody = await request.body();
  return { status: 200, body: { path, correlationId, rawBody: rawBody.toString('base64') } };
}

export const probe = serve(guarded([answerErrors(silent)], echo));
installFrontDoor({ listener: probe, signals: true });
