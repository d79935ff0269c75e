import type { IncomingHttpHeaders } from 'node:http';

/** A request as a handler sees it: raw bytes, nothing parsed, nothing trusted. */
export interface Request {
  readonly method: string;
  /** The path alone, without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Header names and values as they arrived, so that a repeated header can be detected. */
  readonly rawHeaders: readonly string[];
  /**
   * Waits for the whole body and resolves with its bytes, the same each time; empty if there was none. Rejects with an
   * `AppError` if the body is larger than `maxBytes`, too slow, or never complete. Call it only after every guard that
   * needs no body, because a stranger must not keep us waiting.
   */
  readonly body: (maxBytes?: number) => Promise<Buffer>;
  /** The socket's own address. Only `security/client-address.ts` reads `X-Forwarded-For`. */
  readonly remoteAddress: string;
  readonly correlationId: string;
  /** How long ago the caller hung up without waiting for the answer; `undefined` if it still waits. */
  readonly callerGoneMs: () => number | undefined;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string is sent unchanged. */
  readonly body?: unknown;
}

export type Handler = (request: Request) => Promise<Reply>;

/** One reason to refuse a request. It refuses by throwing an `AppError`, and otherwise calls `next`. */
export type Guard = (next: Handler) => Handler;
