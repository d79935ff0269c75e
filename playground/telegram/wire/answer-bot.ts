import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './errors';
import { answerError, type Calls, type Reply } from '../perform-call';
import { MAX_BODY_BYTES, readBody, readParams } from './read-request';

interface Bot {
  readonly calls: Calls;
  readonly botToken: string;
}

/** A call, whatever carries it. */
interface BotCall {
  readonly url: string;
  readonly contentType: string;
  readonly correlationId?: string | undefined;
  readonly readBody: () => Promise<Buffer>;
}

/** Answers /bot<token>/<method>. */
async function replyTo({ calls, botToken }: Bot, call: BotCall): Promise<Reply> {
  const url = new URL(call.url, 'http://localhost');
  const [, token, method] = /^\/bot([^/]+)\/(.*)$/.exec(url.pathname) ?? [];
  // Without a well-formed token, the server answers Not Found before it looks for a bot.
  if (token === undefined || method === undefined || !/^\d+:[\w-]+$/.test(decodeURIComponent(token)))
    return answerError(new ApiError(404, 'Not Found'));
  if (decodeURIComponent(token) !== botToken) return answerError(new ApiError(401, 'Unauthorized'));
  try {
    const params = readParams(await call.readBody(), call.contentType, url.searchParams);
    return calls.perform(method, params, call.correlationId);
  } catch (error) {
    return answerError(error instanceof ApiError ? error : new ApiError(500, 'Internal Server Error'));
  }
}

/** Answers a call that came over a connection. */
export async function answerBot(bot: Bot, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = request.headers['x-correlation-id'];
  const reply = await replyTo(bot, {
    url: request.url ?? '/',
    contentType: request.headers['content-type'] ?? '',
    correlationId: typeof id === 'string' ? id : undefined,
    readBody: () => readBody(request, MAX_BODY_BYTES),
  });
  if (reply.kind === 'drop') response.destroy();
  if (reply.kind !== 'answer') return;
  const { content, headers } = written(reply);
  response.writeHead(reply.status, { ...headers, 'Content-Length': Buffer.byteLength(content) });
  response.end(content);
}

/** What answers a client's calls in place of `fetch`. */
export type FetchInProcess = (
  url: string,
  init: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
) => Promise<Response>;

/** Answers the calls of a client in this process as `answerBot` does, without a connection. */
export const fetchFrom =
  (bot: Bot): FetchInProcess =>
  async (url, { headers, body = '' }) => {
    const readText = () => Promise.resolve(Buffer.from(body));
    const contentType = new Headers(headers).get('content-type') ?? '';
    const reply = await replyTo(bot, { url, contentType, readBody: readText });
    if (reply.kind === 'timeout') return new Promise(() => undefined);
    if (reply.kind === 'drop') throw new TypeError('fetch failed');
    const { content, headers: answered } = written(reply);
    return new Response(content, { status: reply.status, headers: answered });
  };

const written = ({ body, retryAfter }: Reply & { readonly kind: 'answer' }) => ({
  content: JSON.stringify(body),
  headers: {
    'Content-Type': 'application/json',
    ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
  },
});
