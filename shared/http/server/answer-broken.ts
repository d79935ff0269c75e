import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import { CORRELATION_HEADER, correlationIdFrom } from '../correlation-id';
import { LINGER_MS, refuseRequest } from '../refuse';
import { SECURITY_HEADERS } from '../security-headers';

interface Refusal {
  readonly status: number;
  readonly code: string;
}

const MALFORMED: Refusal = { status: 400, code: 'bad_request' };

/** The answers to errors of Node's parser. Any other of its errors means a malformed request. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'request_timeout' },
  HPE_HEADER_OVERFLOW: { status: 431, code: 'headers_too_large' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, code: 'payload_too_large' },
};

/** The request that each connection brought last, and its answer. */
const latest = new WeakMap<Duplex, { readonly req: IncomingMessage; readonly res: ServerResponse }>();
const answered = new WeakSet<Duplex>();

/** Remembers a request, so that it is answered by its own response if the rest of it is late or malformed. */
export function noteRequest(req: IncomingMessage, res: ServerResponse): void {
  latest.set(req.socket, { req, res });
}

/** Returns true if the connection was already told that it will be closed. A later request on it gets no answer. */
export const isHungUpOn = (socket: Duplex): boolean => answered.has(socket);

/**
 * Answers what never became a request, or not a whole one: silence, headers or a body that are too slow, what is not HTTP,
 * and CONNECT. Node's own answers have neither a body nor our headers.
 */
export function answerBroken(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const code = error.code ?? '';
    if (!socket.writable || !(code in REFUSALS || code.startsWith('HPE_'))) socket.destroy();
    else refuseConnection(socket, REFUSALS[code] ?? MALFORMED);
  });
  server.on('connect', (_request, socket) => refuseConnection(socket, MALFORMED));
}

function refuseConnection(socket: Duplex, refusal: Refusal): void {
  const { req, res } = latest.get(socket) ?? {};
  // An answer that is under way also closes the connection.
  if (res?.headersSent === false && req) refuseRequest(req, res, refusal);
  else if ((res === undefined || res.writableFinished) && !answered.has(socket)) hangUp(socket, refusal);
}

function hangUp(socket: Duplex, { status, code }: Refusal): void {
  answered.add(socket);
  const body = JSON.stringify({ error: code });
  const headers = {
    ...SECURITY_HEADERS,
    [CORRELATION_HEADER]: correlationIdFrom(undefined),
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
  // The sender may still be sending, and would not see the answer if we closed at once.
  const timer = setTimeout(() => socket.destroy(), LINGER_MS).unref();
  socket.once('close', () => clearTimeout(timer));
}
