import { setTimeout as sleep } from 'node:timers/promises';
import { answerErrors } from '../../../shared/http/answer-errors';
import { guarded } from '../../../shared/http/guarded';
import { onDrain, onShutdown, requestsInFlight } from '../../../shared/http/server/drain';
import { serve } from '../../../shared/http/server/serve';
import type { Reply, Request } from '../../../shared/http/types';

// A function that every host can serve. It answers with what it received, and prints when it works and closes.
onShutdown(async () => {
  await sleep(20);
  console.log(`closed with ${requestsInFlight()} in flight`);
});

/** Resolves once the process is to end, so that slow requests are under way then, however slow the machine is. */
const ending = new Promise<void>((resolve) => onDrain(resolve));

const silent = { info: () => undefined, error: () => undefined };

const REJECTED = () => void Promise.reject(new Error('nobody caught this'));
const THROWN = () => {
  throw new Error('nobody caught this');
};

async function echo(request: Request): Promise<Reply> {
  if (request.path === '/slow') {
    console.log('slow began');
    await ending;
    console.log('slow ended');
  }
  if (request.path === '/defect') setImmediate(THROWN);
  if (request.path === '/rejected') setImmediate(REJECTED);
  // As a guard that needs no body refuses a stranger.
  if (request.path === '/stranger') return { status: 401, body: { error: 'unauthorized' } };
  const { path, correlationId } = request;
  const rawBody = await request.body();
  return { status: 200, body: { path, correlationId, rawBody: rawBody.toString('base64') } };
}

export const answer = serve(guarded([answerErrors(silent)], echo));
