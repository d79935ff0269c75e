export interface RecordedCall {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** From the caller's own header, which NOWPayments ignores. */
  readonly correlationId?: string | undefined;
  readonly at: number;
  readonly status: number | 'timeout' | 'dropped';
}

export interface SentIpn {
  readonly paymentId: number | null;
  readonly paymentStatus: string | null;
  readonly body: string;
  readonly at: number;
  readonly attempt: number;
  readonly status: number | 'error' | 'timeout' | 'dropped';
}
