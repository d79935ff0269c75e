import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './errors';
import { answerError, type Calls, type Reply } from '../perform-call';
import { readParams } from './read-request';

/** Answers /bot<token>/<method>. */
export async function answerBot(
  { calls, botToken }: { calls: Calls; botToken: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, token, method] = /^\/bot([^/]+)\/(.*)$/.exec(url.pathname) ?? [];
  // Without a well-formed token, the server answers Not Found before it looks for a bot.
  if (token === undefined || method === undefined || !/^\d+:[\w-]+$/.test(decodeURIComponent(token))) {
    sendReply(response, answerError(new ApiError(404, 'Not Found')));
    return;
  }
  if (decodeURIComponent(token) !== botToken) {
    sendReply(response, answerError(new ApiError(401, 'Unauthorized')));
    return;
  }
  try {
    const id = request.headers['x-correlation-id'];
    const params = await readParams(request, url.searchParams);
    sendReply(response, calls.perform(method, params, typeof id === 'string' ? id : undefined));
  } catch (error) {
    const known = error instanceof ApiError ? error : new ApiError(500, 'Internal Server Error');
    sendReply(response, answerError(known));
  }
}

function sendReply(response: ServerResponse, reply: Reply): void {
  if (reply.kind === 'drop') response.destroy();
  if (reply.kind !== 'answer') return;
  const content = JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(content),
    ...(reply.retryAfter !== undefined && { 'Retry-After': reply.retryAfter }),
  });
  response.end(content);
}
