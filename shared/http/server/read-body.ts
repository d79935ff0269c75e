import type { IncomingMessage, ServerResponse } from 'node:http';

import { BadRequest, PayloadTooLarge, RequestTimeout } from '../../errors';
import { hasBody, stopListening } from '../refuse';

/** No function accepts a larger body. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** Long enough for 1 MiB over a bad line. Our callers need milliseconds. */
const BODY_WITHIN_MS = 5000;

/**
 * The most pieces of a body. A caller's body of 1 MiB comes in fewer than 800 packets. Without a limit, 64 KiB in chunks of
 * one byte would cost as much CPU as fifty IPNs.
 */
export const MAX_PIECES = 1024;

const NOTHING = Buffer.alloc(0);

/** The requests whose senders wait for `100 Continue` before they send a body, with the answers that can say it. */
const waiting = new WeakMap<IncomingMessage, ServerResponse>();

/**
 * Remembers that the sender asked before sending (`Expect: 100-continue`). It is told to send when the body is first
 * wanted, so a stranger is refused without.
 */
export function awaitContinue(req: IncomingMessage, res: ServerResponse): void {
  waiting.set(req, res);
}

/** Returns a function that reads the body at its first call and resolves with the same bytes from then on. */
export function bodyReader(req: IncomingMessage): (maxBytes?: number) => Promise<Buffer> {
  let body: Promise<Buffer> | undefined;
  return (maxBytes = MAX_BODY_BYTES) => (body ??= readBody(req, Math.min(maxBytes, MAX_BODY_BYTES)));
}

function readBody(req: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (!hasBody(req)) return Promise.resolve(NOTHING);
  if (Number(req.headers['content-length'] ?? 0) > maxBytes)
    return Promise.reject(new PayloadTooLarge(maxBytes));
  // Its events are over, so nothing else would end the wait.
  if (req.destroyed) return Promise.reject(new BadRequest('incomplete_body'));
  waiting.get(req)?.writeContinue();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = () => {
      clearTimeout(timer);
      req.off('data', onData).off('end', onEnd).off('close', onClose);
    };
    const refuse = (error: Error) => {
      settle();
      // Nothing is kept of a refused body. The answer discards what is still arriving.
      req.pause();
      reject(error);
    };
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) refuse(new PayloadTooLarge(maxBytes));
      else if (chunks.push(chunk) > MAX_PIECES) {
        stopListening(req);
        refuse(new PayloadTooLarge(maxBytes));
      }
    };
    const onEnd = () => {
      settle();
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size));
    };
    const onClose = () => refuse(new BadRequest('incomplete_body'));
    const timer = setTimeout(() => refuse(new RequestTimeout(BODY_WITHIN_MS)), BODY_WITHIN_MS);
    req.on('data', onData).on('end', onEnd).on('close', onClose);
  });
}
