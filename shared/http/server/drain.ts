import type { Server, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { within } from '../../within';

/** Cloud Run kills ten seconds after SIGTERM, so our work must end sooner. */
const ANSWER_WITHIN_MS = 8000;
const CLOSE_WITHIN_MS = 1500;
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

const servers = new Set<Server>();
const inFlight = new Set<ServerResponse>();
let working = 0;
const closers: (() => unknown)[] = [];
const atStart: (() => unknown)[] = [];
let draining: Promise<never> | undefined;
/** The highest that anyone asked for, because a defect during a drain counts, too. */
let exitCode = 0;
let onIdle: (() => void) | undefined;

/** Registers a function that closes something before the process ends, once every request is answered. */
export function onShutdown(close: () => unknown): void {
  closers.push(close);
}

/** Registers a function that stops bringing new work, such as a timer, when the process begins to drain. */
export function onDrain(stop: () => unknown): void {
  atStart.push(stop);
}

/** Returns true once the process ends as soon as its work is done. Work that can wait for another process must then stop. */
export const isDraining = (): boolean => draining !== undefined;

/** The number of requests that have arrived and are not answered yet. */
export function requestsInFlight(): number {
  return inFlight.size;
}

/** Counts a request as in flight until its answer is written or its sender is gone. */
export function trackRequest(res: ServerResponse): void {
  inFlight.add(res);
  res.once('close', untrack);
  if (isDraining()) res.setHeader('Connection', 'close');
}

// One function for all requests instead of a closure for each: an emitter calls it with itself as `this`.
function untrack(this: ServerResponse): void {
  inFlight.delete(this);
  if (isIdle()) onIdle?.();
}

/** Counts work until `workEnded`, because the caller of a handler may hang up first, as callers of the worker do. */
export function workStarted(): void {
  working += 1;
}

export function workEnded(): void {
  working -= 1;
  if (isIdle()) onIdle?.();
}

const isIdle = (): boolean => inFlight.size === 0 && working === 0;

/** Closes this server too when the process drains. */
export function drainServer(server: Server): void {
  servers.add(server);
}

/** Drains on SIGTERM and SIGINT. */
export function drainOnSignals(): void {
  // `once`, so that a second Ctrl-C ends the process at once.
  for (const signal of SIGNALS) process.once(signal, () => void drain());
}

/**
 * Replaces the framework's signal handlers, which exit at once (invoker.js, `register`). The framework adds them in its
 * own `listening` callback. This callback was added earlier, so it can tell which handlers are new.
 */
export function replaceSignalHandlers(server: Server): void {
  drainServer(server);
  server.once('listening', () => {
    const before = SIGNALS.map((signal) => process.listeners(signal));
    process.nextTick(() => {
      SIGNALS.forEach((signal, i) => {
        for (const listener of process.listeners(signal)) {
          if (!before[i]?.includes(listener)) process.removeListener(signal, listener);
        }
      });
      drainOnSignals();
    });
  });
}

/**
 * Accepts nothing more, waits until every request is answered and all work is done, closes, and ends the process: with the
 * highest code that was wanted until then, or with 1 if something was given up.
 */
export function drain(wanted = 0): Promise<never> {
  exitCode = Math.max(exitCode, wanted);
  return (draining ??= endOnceIdle());
}

async function endOnceIdle(): Promise<never> {
  for (const server of servers) server.close();
  for (const res of inFlight) if (!res.headersSent) res.setHeader('Connection', 'close');
  for (const stop of atStart) stop();
  const isAnswered = await doneWithin(ANSWER_WITHIN_MS, untilIdle());
  const isClosed = await doneWithin(CLOSE_WITHIN_MS, Promise.all(closers.map(async (close) => close())));
  // Abandoned requests are not a clean end, and the exit code shows it.
  process.exit(isAnswered && isClosed ? exitCode : 1);
}

async function untilIdle(): Promise<void> {
  do {
    if (!isIdle()) await new Promise<void>((resolve) => (onIdle = resolve));
    // A connection accepted just before may still bring a request.
    await nextTurn();
  } while (!isIdle());
}

const doneWithin = (limitMs: number, work: Promise<unknown>): Promise<boolean> =>
  within(work, limitMs, () => new Error('late')).then(
    () => true,
    () => false,
  );
