import { setTimeout as sleep } from 'node:timers/promises';

import { installFrontDoor, onShutdown, requestsInFlight } from '../../shared/http/server/front-door';
import { serve } from '../../shared/http/server/serve';

// A function for front-door.test.ts. It answers with what it received, and prints when it works and closes.
installFrontDoor({ signals: true });
onShutdown(async () => {
  await sleep(20);
  console.log(`closed with ${requestsInFlight()} in flight`);
});

export const probe = serve(async (request) => {
  if (request.path === '/slow') {
    console.log('slow began');
    await sleep(600);
    console.log('slow ended');
  }
  const { path, correlationId, rawBody } = request;
  return { status: 200, body: { path, correlationId, rawBody: rawBody.toString('base64') } };
});
