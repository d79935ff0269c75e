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

/** 400. The server adds the prefix and starts its own sentences with a lower-case letter. */
export const badRequest = (description: string): ApiError => new ApiError(400, `Bad Request: ${description}`);

export const forbidden = (description: string): ApiError => new ApiError(403, `Forbidden: ${description}`);

/** 413, which the server answers before it performs a method. */
export const tooLarge = (): ApiError => new ApiError(413, 'Request Entity Too Large');

/** 400 for a group that became a supergroup, with the supergroup's id. */
export const upgraded = (to: number): ApiError =>
  new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: to });

/** 429. The HTTP header `Retry-After` repeats the number. */
export const tooManyRequests = (seconds: number): ApiError =>
  new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
