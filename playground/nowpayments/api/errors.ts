/** A refusal with the body NOWPayments gives it. */
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

// The code is what integrations report; no captured body of this one is public.
export const invalidParams = (message: string) => new ApiError(400, 'INVALID_REQUEST_PARAMS', message);

export const notConvertable = (currency: string) =>
  new ApiError(400, 'BAD_REQUEST', `Currency ${currency} is not convertable to usdttrc20 now`);

export const belowMinimum = (cryptoAmount: number) =>
  new ApiError(400, 'AMOUNT_MINIMAL_ERROR', `Crypto amount ${cryptoAmount} is less than minimal`);

export const notFound = (what: string) => new ApiError(404, 'NOT_FOUND', `${what} not found`);

// No code, no Retry-After: nobody has seen either.
export const tooManyRequests = () => new ApiError(429, undefined, 'Too Many Requests');

export function errorBody(error: ApiError): object {
  const { status, code, message } = error;
  return { status: false, statusCode: status, ...(code === undefined ? {} : { code }), message };
}
