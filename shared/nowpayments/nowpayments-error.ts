export interface NowpaymentsFailure {
  readonly endpoint: string;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number | undefined;
  readonly detail?: string | undefined;
}

/**
 * NOWPayments refused, failed or could not be reached. `retryable` and `code` decide what to do about it. The message
 * contains only our own words and fixed codes, so it may be shown. The provider's text is in `detail`, for the log.
 */
export class NowpaymentsError extends Error {
  override readonly name = 'NowpaymentsError';
  /** The method, and the path under the API's root without its query. */
  readonly endpoint: string;
  /** `undefined` if no answer came. */
  readonly status: number | undefined;
  /** The provider's (`AMOUNT_MINIMAL_ERROR`), the system's (`ECONNREFUSED`), or ours (`TIMEOUT`, `UNEXPECTED_ANSWER`). */
  readonly code: string | undefined;
  readonly retryable: boolean;
  readonly retryAfterSeconds?: number;
  readonly detail?: string;

  constructor(failure: NowpaymentsFailure, options?: ErrorOptions) {
    const { endpoint, status, code, retryable, retryAfterSeconds, detail } = failure;
    super(
      `NOWPayments: ${endpoint}: ${status ?? 'no answer'}${code === undefined ? '' : ` ${code}`}`,
      options,
    );
    this.endpoint = endpoint;
    this.status = status;
    this.code = code;
    this.retryable = retryable;
    if (retryAfterSeconds !== undefined) this.retryAfterSeconds = retryAfterSeconds;
    if (detail !== undefined) this.detail = detail;
  }

  /**
   * True if NOWPayments refused the request itself, so asking again is pointless. A refused key (401, 403) isn't such an
   * answer, because an operator corrects the key.
   */
  get isDefinite(): boolean {
    return !this.retryable && this.status !== 401 && this.status !== 403;
  }
}
