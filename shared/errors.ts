/**
 * An error decides what the caller is told (`status`, `code`) and if trying again may help. The message is for our
 * logs; a refusal contains only the fixed `code`.
 */
export abstract class AppError extends Error {
  abstract readonly status: number;
  abstract readonly code: string;
  readonly retryable: boolean = false;
  /** Sent as `Retry-After` if we know when trying again may help. */
  readonly retryAfterSeconds?: number;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** True for the error of a call that took too long, also if another realm made it. */
export const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError';

/** The request is invalid; repeating it changes nothing. */
export class BadRequest extends AppError {
  readonly status = 400;
  readonly code: string;

  constructor(code = 'bad_request', options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

export class Unauthorized extends AppError {
  readonly status = 401;
  readonly code = 'unauthorized';

  constructor(message = 'no valid credentials', options?: ErrorOptions) {
    super(message, options);
  }
}

export class Forbidden extends AppError {
  readonly status = 403;
  readonly code = 'forbidden';

  constructor(message = 'credentials are not enough', options?: ErrorOptions) {
    super(message, options);
  }
}

export class NotFound extends AppError {
  readonly status = 404;
  readonly code = 'not_found';

  constructor(message = 'nothing is served here', options?: ErrorOptions) {
    super(message, options);
  }
}

export class MethodNotAllowed extends AppError {
  readonly status = 405;
  readonly code = 'method_not_allowed';

  readonly allowed: readonly string[];

  constructor(allowed: readonly string[]) {
    super(`only ${allowed.join(', ')} here`);
    this.allowed = allowed;
  }
}

/** The request took too long to arrive. Its sender may try again on another connection. */
export class RequestTimeout extends AppError {
  readonly status = 408;
  readonly code = 'request_timeout';
  override readonly retryable = true;

  constructor(limitMs: number) {
    super(`the body did not arrive within ${limitMs / 1000} s`);
  }
}

export class PayloadTooLarge extends AppError {
  readonly status = 413;
  readonly code = 'payload_too_large';

  constructor(limitBytes: number) {
    super(`the body is over ${limitBytes} bytes`);
  }
}

export class TooManyRequests extends AppError {
  readonly status = 429;
  readonly code = 'too_many_requests';
  override readonly retryable = true;
  override readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`over the rate limit for ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A dependency is down. The sender should try again: nothing was done, nothing is lost. */
export class Unavailable extends AppError {
  readonly status = 503;
  readonly code = 'unavailable';
  override readonly retryable = true;
  override readonly retryAfterSeconds: number;

  constructor(message: string, options?: ErrorOptions & { retryAfterSeconds?: number }) {
    super(message, options);
    this.retryAfterSeconds = options?.retryAfterSeconds ?? 5;
  }
}

/** The request to a dependency was sent and not answered, so it may have had its effect. Repeating it at once may do it twice. */
export class OutcomeUnknown extends Unavailable {}

/** Ends a `switch` over a union, so that a new member without a case fails to compile. */
export function assertNever(value: never): never {
  throw new TypeError(`unhandled case: ${JSON.stringify(value)}`);
}
