/** An answer of the Bot API that is not `ok`. */
export class ApiError extends Error {
  readonly status: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;

  constructor(status: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.status = status;
    this.parameters = parameters;
  }
}

/** 400, with the prefix and the lower-case first letter the server gives its own sentences. */
export const badRequest = (description: string): ApiError => new ApiError(400, `Bad Request: ${description}`);

export const forbidden = (description: string): ApiError => new ApiError(403, `Forbidden: ${description}`);

/** 413, which the front of the server answers before any method is asked. */
export const tooLarge = (): ApiError => new ApiError(413, 'Request Entity Too Large');

/** 429. The HTTP header `Retry-After` repeats the number. */
export const tooManyRequests = (seconds: number): ApiError =>
  new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
