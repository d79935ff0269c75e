import type { Guard, Reply, Request } from './types';

export interface AnswerLog {
  debug(event: string, fields: Record<string, unknown>): void;
}

/**
 * Comes before all other guards. Logs one line about each request and its answer, so that a request can be followed.
 */
export const logAnswers =
  (log: AnswerLog): Guard =>
  (next) => {
    async function logAnswer(request: Request): Promise<Reply> {
      const since = performance.now();
      const reply = await next(request);
      // A path is the sender's text: keep enough of it to recognize it, and never its query.
      log.debug('http.answered', {
        method: request.method,
        path: request.path.slice(0, 128),
        status: reply.status,
        durationMs: Math.round(performance.now() - since),
      });
      return reply;
    }
    return logAnswer;
  };
