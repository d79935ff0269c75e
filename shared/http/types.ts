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
  /** Empty if the request had no body. */
  readonly rawBody: Buffer;
  /** The socket's own address. Only `security/client-address.ts` reads `X-Forwarded-For`. */
  readonly remoteAddress: string;
  readonly correlationId: string;
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
