import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** How long a refused sender may go on sending before we hang up. */
const LINGER_MS = 2000;

/** Returns true if the sender announced a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/**
 * Answers at the front door with a fixed code. Reads and discards what is still arriving for a moment, because closing
 * a socket with unread bytes resets it, and the sender would see the reset instead of the answer.
 */
export function refuseRequest(
  req: IncomingMessage,
  res: ServerResponse,
  answer: { status: number; code: string; headers?: OutgoingHttpHeaders },
): void {
  const body = JSON.stringify({ error: answer.code });
  const headers = {
    ...answer.headers,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
  };
  if (!hasBody(req)) {
    res.writeHead(answer.status, headers).end(body);
    return;
  }
  res.writeHead(answer.status, { ...headers, Connection: 'close' }).write(body);
  lingerThenHangUp(req, res);
}

function lingerThenHangUp(req: IncomingMessage, res: ServerResponse): void {
  const hangUp = () => res.end();
  const timer = setTimeout(hangUp, LINGER_MS).unref();
  req.once('end', hangUp);
  res.once('close', () => {
    clearTimeout(timer);
  });
  req.resume();
}
