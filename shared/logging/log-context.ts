import { AsyncLocalStorage } from 'node:async_hooks';

/** The fields of every log line of one request, so that one payment can be followed through all functions. */
export interface LogContext {
  readonly correlationId?: string | undefined;
  /** The id of the request itself, if the work continues under the id of an order. */
  readonly requestCorrelationId?: string | undefined;
  /** The order that the request is about, once it is known. */
  readonly reference?: string | undefined;
  /** `projects/P/traces/T`, if the platform sent a trace header. */
  readonly 'logging.googleapis.com/trace'?: string;
  readonly 'logging.googleapis.com/spanId'?: string;
  readonly 'logging.googleapis.com/trace_sampled'?: boolean;
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

const context = new AsyncLocalStorage<Mutable<LogContext>>();

export const logContext = (): LogContext | undefined => context.getStore();

/** Runs `run` with `value` on every line, in addition to the current fields. */
export const withLogContext = <T>(value: LogContext, run: () => T): T =>
  context.run({ ...context.getStore(), ...value }, run);

/** The correlation id of the current work, for rows and calls that have to carry it on. */
export const correlationId = (): string | undefined => context.getStore()?.correlationId;

/**
 * Continues the current request under the id of the order that it turned out to be about, because an IPN brings no id
 * of its own. An order without an id (`null`) gets the current one.
 */
export function continueUnder(order: { reference: string; correlationId: string | null }): void {
  const here = context.getStore();
  if (here === undefined) return;
  here.reference = order.reference;
  if (order.correlationId === null || order.correlationId === here.correlationId) return;
  here.requestCorrelationId ??= here.correlationId;
  here.correlationId = order.correlationId;
}
