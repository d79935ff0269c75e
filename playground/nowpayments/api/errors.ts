/** A refusal, sent with the body that NOWPayments uses. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string | undefined;

  constructor(status: number, code: string | undefined, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const invalidApiKey = () => new ApiError(403, 'INVALID_API_KEY', 'Invalid api key');

export const authRequired = () =>
  new ApiError(401, 'AUTH_REQUIRED', 'Authorization header is empty (Bearer JWTtoken is required)');

export const accessDenied = () => new ApiError(403, 'ACCESS_DENIED', 'Access denied');

// Integrations report this code. No captured body of this error is public.
export const invalidParams = (message: string) => new ApiError(400, 'INVALID_REQUEST_PARAMS', message);

export const notConvertable = (currency: string) =>
  new ApiError(400, 'BAD_REQUEST', `Currency ${currency} is not convertable to usdttrc20 now`);

export const belowMinimum = (cryptoAmount: number) =>
  new ApiError(400, 'AMOUNT_MINIMAL_ERROR', `Crypto amount ${cryptoAmount} is less than minimal`);

export const notFound = (what: string) => new ApiError(404, 'NOT_FOUND', `${what} not found`);

// Without a code and a Retry-After header, because no public capture shows either.
export const tooManyRequests = () => new ApiError(429, undefined, 'Too Many Requests');

export function errorBody(error: ApiError): object {
  const { status, code, message } = error;
  return { status: false, statusCode: status, ...(code === undefined ? {} : { code }), message };
}
