import type { IncomingMessage, ServerResponse } from 'node:http';

import { hasBody, refuseRequest } from '../refuse';

export const MAX_BODY_BYTES = 1024 * 1024;

const NOTHING = Buffer.alloc(0);
const TOO_LARGE = { status: 413, code: 'payload_too_large' };

export interface ReceivedMessage extends IncomingMessage {
  rawBody?: Buffer;
}

/**
 * Reads the whole body, bounded and as the bytes that came, into `rawBody`; then calls `next`. By then the request
 * is complete, and body-parser leaves a complete request alone: it neither inflates nor parses nor logs it.
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

// A sender who leaves midway never reaches 'end'; the chunks go with the request.
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
