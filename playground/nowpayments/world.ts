import { randomInt } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { ANSWER_DEADLINE_MS } from '../deadlines';
import type {
  Fault,
  NowpaymentsSimulatorOptions,
  RecordedCall,
  SentIpn,
  SimInvoice,
  SimPayment,
} from './types';

/** Everything the simulator knows. Its other files are functions over it. */
export interface World {
  readonly options: NowpaymentsSimulatorOptions;
  /** Where the server listens, without a path. Known once it does. */
  origin: string;
  readonly invoices: Map<string, SimInvoice>;
  readonly payments: Map<number, SimPayment>;
  readonly calls: RecordedCall[];
  readonly ipns: SentIpn[];
  readonly faults: Fault[];
  /** JWTs given out, and when each ends. */
  readonly tokens: Map<string, number>;
  readonly listeners: Set<() => void>;
  /** Scenarios and POSTs under way. */
  readonly running: Set<Promise<unknown>>;
  /** The retries that wait; due on the real clock. */
  readonly retries: Set<{ readonly dueAt: number }>;
  /** Payments a scenario is moving; a second one must not. */
  readonly moving: Set<number>;
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  readonly closing: AbortController;
}

/** Idle connections end long before Node's servers close theirs (5 s), or an IPN would be sent into one that closes. */
const KEPT = { keepAlive: true, timeout: 1000 } as const;

export function createWorld(options: NowpaymentsSimulatorOptions): World {
  const closing = new AbortController();
  // Every pause under way listens to it; Node would warn of a leak at eleven.
  setMaxListeners(0, closing.signal);
  return {
    options,
    origin: '',
    invoices: new Map(),
    payments: new Map(),
    calls: [],
    ipns: [],
    faults: [],
    tokens: new Map(),
    listeners: new Set(),
    running: new Set(),
    retries: new Set(),
    moving: new Set(),
    agents: { http: new HttpAgent(KEPT), https: new HttpsAgent(KEPT) },
    closing,
  };
}

/** The simulated instant. */
export function now(world: World): number {
  return (world.options.now ?? Date.now)();
}

export function changed(world: World): void {
  for (const listener of world.listeners) listener();
}

/**
 * A fresh ten-digit id in the range of the real ones, above 2^31. Random, so that a simulator started again never
 * repeats an id that the product's database still knows.
 */
export function freshId(isTaken: (id: number) => boolean): number {
  for (;;) {
    const id = randomInt(4_400_000_000, 6_300_000_000);
    if (!isTaken(id)) return id;
  }
}

/** Counts `work` as under way until it ends. */
export async function track<T>(world: World, work: Promise<T>): Promise<T> {
  world.running.add(work);
  try {
    return await work;
  } finally {
    world.running.delete(work);
    changed(world);
  }
}

/** Waits on the real clock; false when the simulator was closed meanwhile. */
export async function pause(world: World, delayMs: number): Promise<boolean> {
  if (delayMs > 0)
    await sleep(delayMs, undefined, { signal: world.closing.signal, ref: false }).catch(() => undefined);
  return !world.closing.signal.aborted;
}

export async function settled(world: World, retriesWithinMs = 10_000): Promise<void> {
  const deadline = performance.now() + ANSWER_DEADLINE_MS;
  const isSoon = ({ dueAt }: { dueAt: number }) => dueAt <= Date.now() + retriesWithinMs;
  while (world.running.size > 0 || [...world.retries].some(isSoon)) {
    if (performance.now() > deadline)
      throw new Error(`NOWPayments simulator is still busy after ${ANSWER_DEADLINE_MS} ms`);
    if (!(await pause(world, 5))) return;
  }
}

export function getPayment(world: World, paymentId: number): SimPayment {
  const payment = world.payments.get(paymentId);
  if (!payment) throw new Error(`no payment ${paymentId} in the NOWPayments simulator`);
  return payment;
}
