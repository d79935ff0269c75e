import { randomInt } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { ANSWER_DEADLINE_MS } from '../deadlines';
import { COINS } from './coins';
import { bucketFor, type Bucket } from './api/rate-limit';
import type { RecordedCall, SentIpn } from './records';
import type { Fault, NowpaymentsSimulatorOptions, SimInvoice, SimPayment } from './types';

/** The state of the simulator. Its other files are functions over it. */
export interface World {
  readonly options: NowpaymentsSimulatorOptions;
  /** The server's address without a path. Empty until it listens. */
  origin: string;
  readonly invoices: Map<string, SimInvoice>;
  readonly payments: Map<number, SimPayment>;
  readonly calls: RecordedCall[];
  readonly ipns: SentIpn[];
  readonly faults: Fault[];
  /** The coins that the merchant has switched on. */
  readonly coinsOn: Set<string>;
  /** Minimums that differ from the usual ones, in US cents by coin. */
  readonly minimums: Map<string, number>;
  /** Replaced when the limit is switched. */
  bucket: Bucket;
  /** The issued JWTs, with the time when each expires. */
  readonly tokens: Map<string, number>;
  readonly listeners: Set<() => void>;
  /** Scenarios and POSTs that have not ended. */
  readonly running: Set<Promise<unknown>>;
  /** Retries that are due later, on the real clock. */
  readonly retries: Set<{ readonly dueAt: number }>;
  /** Payments that a scenario is moving. A second scenario must not touch them. */
  readonly moving: Set<number>;
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  readonly closing: AbortController;
}

/** Closes idle connections long before Node's servers do (5 s), so that no IPN goes into a closing one. */
const KEPT = { keepAlive: true, timeout: 1000 } as const;

export function createWorld(options: NowpaymentsSimulatorOptions): World {
  const closing = new AbortController();
  // Every pause listens to this signal, and Node would warn about a leak at eleven listeners.
  setMaxListeners(0, closing.signal);
  return {
    options,
    origin: '',
    invoices: new Map(),
    payments: new Map(),
    calls: [],
    ipns: [],
    faults: [],
    coinsOn: new Set(options.coins ?? COINS.map(({ code }) => code)),
    minimums: new Map(),
    bucket: bucketFor(options),
    tokens: new Map(),
    listeners: new Set(),
    running: new Set(),
    retries: new Set(),
    moving: new Set(),
    agents: { http: new HttpAgent(KEPT), https: new HttpsAgent(KEPT) },
    closing,
  };
}

/** The simulated time, in epoch ms. */
export function now(world: World): number {
  return (world.options.now ?? Date.now)();
}

export function changed(world: World): void {
  for (const listener of world.listeners) listener();
}

/**
 * Returns a new ten-digit id in the range of the real ones, above 2^31. It is random, so that a restarted simulator does
 * not repeat an id that the product's database still knows.
 */
export function freshId(isTaken: (id: number) => boolean): number {
  for (;;) {
    const id = randomInt(4_400_000_000, 6_300_000_000);
    if (!isTaken(id)) return id;
  }
}

/** Counts `work` as running until it ends. */
export async function track<T>(world: World, work: Promise<T>): Promise<T> {
  world.running.add(work);
  try {
    return await work;
  } finally {
    world.running.delete(work);
    changed(world);
  }
}

/** Waits on the real clock. Returns false if the simulator was closed meanwhile. */
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
