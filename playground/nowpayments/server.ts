import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerApi } from './api/api';
import { answerControl } from './control';
import { readRequest, sendReply, type Reply, type SimRequest } from './http';
import { answerPage } from './invoice-page/invoice-page';
import { streamChanges } from './stream-changes';
import type { World } from './world';

/** Serves the API, the invoice page and the controls on 127.0.0.1. */
export async function listen(world: World): Promise<Server> {
  const answer = async (request: SimRequest, response: ServerResponse): Promise<void> => {
    if (request.path === '/sim/events' && request.method === 'GET') streamChanges(world, request, response);
    else sendOrDrop(response, await replyTo(world, request));
  };
  const server = createServer((incoming, response) => {
    readRequest(incoming)
      .then((request) => answer(request, response))
      .catch((error: unknown) => sendReply(response, { status: 500, body: { message: String(error) } }));
  });
  // Only the client ends an idle connection. A client in this process may be too busy to notice that the server did.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(world.options.port ?? 0, '127.0.0.1', resolve);
  });
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}

async function replyTo(world: World, request: SimRequest): Promise<ReturnType<typeof answerApi>> {
  if (request.path.startsWith('/sim/')) return answerControl(world, request);
  if (request.path.startsWith('/payment/')) return answerPage(world, request);
  if (request.path.startsWith('/v1/')) return answerApi(world, request);
  return { status: 404, body: { message: 'Not found' } };
}

function sendOrDrop(response: ServerResponse, reply: Reply | 'timeout' | 'dropped'): void {
  if (reply === 'dropped') response.destroy();
  // A timeout gets no answer. The client hangs up, or `close` does.
  else if (reply === 'timeout') return;
  else if (reply.delayMs === undefined) sendReply(response, reply);
  else setTimeout(() => sendReply(response, reply), reply.delayMs).unref();
}
