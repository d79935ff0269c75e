import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What every line of one request carries, by the names it has there, so that one payment can be followed through all
 * functions.
 */
export interface LogContext {
  readonly correlationId?: string | undefined;
  /** The id under which the request came and is answered, where it goes on under its order's. */
  readonly requestCorrelationId?: string | undefined;
  /** The order that this is about, once that is known. */
  readonly reference?: string | undefined;
  /** `projects/P/traces/T`, where the platform sent a trace header. */
  readonly 'logging.googleapis.com/trace'?: string;
  readonly 'logging.googleapis.com/spanId'?: string;
  readonly 'logging.googleapis.com/trace_sampled'?: boolean;
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

const context = new AsyncLocalStorage<Mutable<LogContext>>();

export const logContext = (): LogContext | undefined => context.getStore();

/** Runs `run` with `value` on every line, added to what lines here carry already. */
export const withLogContext = <T>(value: LogContext, run: () => T): T =>
  context.run({ ...context.getStore(), ...value }, run);

/** The correlation id of what is being done, for rows and calls that must carry it on. */
export const correlationId = (): string | undefined => context.getStore()?.correlationId;

/**
 * From here on everything goes on under the id of the order that it turned out to be about, the rest of the request
 * included: an IPN brings no id of its own. An order without one (`null`) takes whatever id is here.
 */
export function continueUnder(order: { reference: string; correlationId: string | null }): void {
  const here = context.getStore();
  if (here === undefined) return;
  here.reference = order.reference;
  if (order.correlationId === null || order.correlationId === here.correlationId) return;
  here.requestCorrelationId ??= here.correlationId;
  here.correlationId = order.correlationId;
}
