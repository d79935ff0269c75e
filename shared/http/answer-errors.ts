import { AppError, MethodNotAllowed } from '../errors';
import type { Guard, Reply, Request } from './types';

export interface HttpLog {
  info(event: string, fields: Record<string, unknown>): void;
  error(event: string, fields: Record<string, unknown>): void;
}

/**
 * The outermost guard: turns errors into answers. The sender gets a fixed code, the log gets the reason, and neither
 * gets anything from the body or a header.
 */
export const answerErrors =
  (log: HttpLog): Guard =>
  (next) => {
    async function catchErrors(request: Request): Promise<Reply> {
      try {
        return await next(request);
      } catch (error) {
        const reply = error instanceof AppError ? refusal(error) : INTERNAL;
        report(log, request, reply.status, error);
        return reply;
      }
    }
    return catchErrors;
  };

const INTERNAL: Reply = { status: 500, body: { error: 'internal' } };

function refusal(error: AppError): Reply {
  const headers: Record<string, string> = {};
  if (error.retryAfterSeconds !== undefined) {
    headers['Retry-After'] = String(Math.max(1, Math.ceil(error.retryAfterSeconds)));
  }
  if (error instanceof MethodNotAllowed) headers['Allow'] = error.allowed.join(', ');
  return { status: error.status, headers, body: { error: error.code } };
}

function report(log: HttpLog, request: Request, status: number, error: unknown): void {
  // A path is the sender's text: keep enough of it to recognize it, too little to flood the log.
  const fields = { method: request.method, path: request.path.slice(0, 128), status };
  if (status >= 500) {
    log.error('http.failed', { ...fields, error });
  } else {
    // Anyone may send what we refuse, and `/status` counts it, so it needs no person.
    log.info('http.refused', { ...fields, reason: error instanceof Error ? error.message : undefined });
  }
}
