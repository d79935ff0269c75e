import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** How long a refused sender may go on sending before we hang up. */
export const LINGER_MS = 2000;

/** Returns true if the sender announced a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

const unheard = new WeakSet<IncomingMessage>();

/**
 * Reads no more of a request, not even to discard it, because reading it is what costs. Its sender may then see a reset
 * instead of the end of the answer.
 */
export function stopListening(req: IncomingMessage): void {
  unheard.add(req);
  req.pause();
  req.socket.pause();
}

/** Answers at the front door with a fixed code. */
export function refuseRequest(
  req: IncomingMessage,
  res: ServerResponse,
  { status, code, headers = {} }: { status: number; code: string; headers?: OutgoingHttpHeaders },
): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  endAnswer(req, res, JSON.stringify({ error: code }));
}

/**
 * Ends an answer whose status and headers are set. If the body of the request is still arriving, the answer also ends the
 * connection: it reads and discards what comes for a moment first, because closing a socket with unread bytes resets it,
 * and the sender would see the reset instead of the answer.
 */
export function endAnswer(req: IncomingMessage, res: ServerResponse, text = ''): void {
  if ((req.complete && !unheard.has(req)) || !hasBody(req)) {
    res.end(text === '' ? undefined : text);
    return;
  }
  res.setHeader('Connection', 'close');
  res.setHeader('Content-Length', Buffer.byteLength(text));
  res.flushHeaders();
  if (text !== '') res.write(text);
  lingerThenHangUp(req, res);
}

function lingerThenHangUp(req: IncomingMessage, res: ServerResponse): void {
  const hangUp = () => res.end();
  const timer = setTimeout(hangUp, LINGER_MS).unref();
  req.once('end', hangUp);
  res.once('close', () => {
    clearTimeout(timer);
  });
  if (!unheard.has(req)) req.resume();
}
