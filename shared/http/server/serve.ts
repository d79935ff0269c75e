import type { IncomingMessage, ServerResponse } from 'node:http';

import { CORRELATION_HEADER, correlationIdFrom } from '../correlation-id';
import { endAnswer } from '../refuse';
import { errorReport } from '../../error-report';
import { redactText } from '../../redact';
import type { Handler, Reply, Request } from '../types';
import { workEnded, workStarted } from './drain';
import { bodyReader } from './read-body';

const INTERNAL: Reply = { status: 500, body: { error: 'internal' } };

/** Turns a handler into a listener of a server. Never throws, because every failure becomes an answer. */
export function serve(handler: Handler): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  async function serveRequest(req: IncomingMessage, res: ServerResponse): Promise<void> {
    workStarted();
    try {
      send(req, res, await handler(toRequest(req, res)));
    } catch (error) {
      // The guards answer and log errors. Only what cannot be sent ends here, such as a body that JSON can't express.
      const reason = redactText(String(error));
      const line = { severity: 'ERROR', message: 'http.unanswerable', reason, ...errorReport([error]) };
      console.error(JSON.stringify({ ...line, correlationId: res.getHeader(CORRELATION_HEADER) }));
      send(req, res, INTERNAL);
    } finally {
      workEnded();
    }
  }
  return serveRequest;
}

function toRequest(req: IncomingMessage, res: ServerResponse): Request {
  const url = req.url ?? '/';
  const mark = url.indexOf('?');
  const correlationId = res.getHeader(CORRELATION_HEADER);
  let goneAt: number | undefined;
  res.once('close', () => {
    if (!res.writableEnded) goneAt = performance.now();
  });
  return {
    method: req.method ?? '',
    path: mark < 0 ? url : url.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    headers: req.headers,
    rawHeaders: req.rawHeaders,
    body: bodyReader(req),
    remoteAddress: req.socket.remoteAddress ?? '',
    correlationId: typeof correlationId === 'string' ? correlationId : correlationIdFrom(undefined),
    callerGoneMs: () => (goneAt === undefined ? undefined : performance.now() - goneAt),
  };
}

function send(req: IncomingMessage, res: ServerResponse, { status, headers, body }: Reply): void {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  if (res.headersSent) return;
  for (const name in headers) res.setHeader(name, headers[name] ?? '');
  if (text !== undefined && !res.hasHeader('Content-Type')) {
    const type = typeof body === 'string' ? 'text/plain' : 'application/json';
    res.setHeader('Content-Type', `${type}; charset=utf-8`);
  }
  res.statusCode = status;
  endAnswer(req, res, text);
}
