import type { RecordedCall, SentIpn } from './records';
import type { Fault, PayOptions, SimInvoice, SimPayment } from './types';

/** A running simulator, as tests and the local stack use it. */
export interface NowpaymentsSimulator {
  /** The API's root including `/v1`, as `NOWPAYMENTS_API_URL` wants it. */
  readonly url: string;
  readonly calls: readonly RecordedCall[];
  readonly ipns: readonly SentIpn[];
  /** Resolves after one attempt at each IPN of the scenario. */
  pay(invoiceId: string, options?: PayOptions): Promise<number>;
  /** Refunds a payment that is finished, partially paid or failed. It may be a second deposit. */
  refund(paymentId: number): Promise<void>;
  /** The merchant accepts a partially paid payment as paid. */
  finish(paymentId: number): Promise<void>;
  /** Signs and posts `body`, a string unchanged. `signature` replaces the real one, and `''` sends none. */
  sendIpn(
    body: object | string,
    options?: { signature?: string; url?: string },
  ): Promise<{ status: number; text: string }>;
  ipnBody(paymentId: number, overrides?: object): object;
  resend(paymentId: number): Promise<void>;
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Switches on exactly these coins in the merchant's account. */
  switchCoins(codes: readonly string[]): void;
  /** Sets one coin's smallest payment. */
  setMinimum(coin: string, usdCents: number): void;
  /** Allows one request a second, or as many as usual. */
  limitStrictly(isStrict: boolean): void;
  invoices(): readonly SimInvoice[];
  payments(): readonly SimPayment[];
  /** Waits until no scenario runs, no IPN is in flight and no retry is due within `retriesWithinMs` (default 10 s). */
  settled(retriesWithinMs?: number): Promise<void>;
  onChange(listener: () => void): () => void;
  snapshot(): object;
  close(): Promise<void>;
}
