import type { Fault, PayOptions, RecordedCall, SentIpn, SimInvoice, SimPayment } from './types';

/** What a test, or the local stack, holds of a running simulator. */
export interface NowpaymentsSimulator {
  /** The API's root including `/v1`, as `NOWPAYMENTS_API_URL` wants it. */
  readonly url: string;
  readonly calls: readonly RecordedCall[];
  readonly ipns: readonly SentIpn[];
  /** Resolves once every IPN of the scenario was tried once. */
  pay(invoiceId: string, options?: PayOptions): Promise<number>;
  /** Returns the money of a payment that is finished, partially paid or failed; of a second deposit as well. */
  refund(paymentId: number): Promise<void>;
  /** The merchant takes a partially paid payment for paid. */
  finish(paymentId: number): Promise<void>;
  /** Signs and posts `body`, a string as it is; `signature` replaces the true one, and `''` sends none. */
  sendIpn(
    body: object | string,
    options?: { signature?: string; url?: string },
  ): Promise<{ status: number; text: string }>;
  ipnBody(paymentId: number, overrides?: object): object;
  resend(paymentId: number): Promise<void>;
  fault(fault: Fault): void;
  clearFaults(): void;
  invoices(): readonly SimInvoice[];
  payments(): readonly SimPayment[];
  /** No scenario running, no IPN under way, and no retry due within `retriesWithinMs` (default 10 s). */
  settled(retriesWithinMs?: number): Promise<void>;
  onChange(listener: () => void): () => void;
  snapshot(): object;
  close(): Promise<void>;
}
