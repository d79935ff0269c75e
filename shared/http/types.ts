import type { IncomingHttpHeaders } from 'node:http';

/** One request, as a handler sees it: raw bytes, nothing parsed, nothing trusted. */
export interface Request {
  readonly method: string;
  /** The path alone, without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Header names and values as they arrived, so that a doubled header can be told from one. */
  readonly rawHeaders: readonly string[];
  /** Empty when the request had no body. */
  readonly rawBody: Buffer;
  /** The socket's own address. What `X-Forwarded-For` says is `security/client-address.ts`' business. */
  readonly remoteAddress: string;
  readonly correlationId: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown;
}

export type Handler = (request: Request) => Promise<Reply>;

/** One reason to refuse a request. It refuses by throwing an `AppError`, and otherwise calls `next`. */
export type Guard = (next: Handler) => Handler;
