import type { IncomingMessage, ServerResponse } from 'node:http';

import { hasBody, refuseRequest } from '../refuse';

export const MAX_BODY_BYTES = 1024 * 1024;

const NOTHING = Buffer.alloc(0);
const TOO_LARGE = { status: 413, code: 'payload_too_large' };

export interface ReceivedMessage extends IncomingMessage {
  rawBody?: Buffer;
}

/**
 * Reads the whole body unchanged into `rawBody`, up to a limit, then calls `next`. The request is complete at that
 * point, and body-parser leaves a complete request alone: it neither decompresses nor parses nor logs it.
 */
export function receiveBody(req: ReceivedMessage, res: ServerResponse, next: () => void): void {
  if (!hasBody(req)) {
    req.rawBody = NOTHING;
    next();
    return;
  }
  if (Number(req.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    refuseRequest(req, res, TOO_LARGE);
    return;
  }
  collect(req, res, next);
}

// A sender that leaves midway never causes 'end'; the chunks are dropped with the request.
function collect(req: ReceivedMessage, res: ServerResponse, next: () => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const onData = (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) {
      chunks.push(chunk);
      return;
    }
    req.off('data', onData).off('end', onEnd);
    chunks.length = 0;
    refuseRequest(req, res, TOO_LARGE);
  };
  const onEnd = () => {
    req.rawBody = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
    next();
  };
  req.on('data', onData).on('end', onEnd);
}
