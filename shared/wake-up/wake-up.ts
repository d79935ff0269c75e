import { coalesce } from './coalesce';

/** A nudge is under way for at most this long. An IPN should be answered within a second. */
export const LONGEST_NUDGE_MS = 800;

/**
 * The kinds of nudge, and the body that the worker knows each by. `due`: a person is waiting for the work. `bulk`: the rest of
 * what is sent in bulk, apart from that. `minimums`: ask NOWPayments about the coins that it takes, which lasts as long as its
 * rate limit wants. `daily`: nothing in particular, so that a queue is used at least once a day.
 */
export const NUDGES = {
  due: '{"due":true}',
  bulk: '{"bulk":true}',
  minimums: '{"minimums":true}',
  daily: '{"daily":true}',
} as const;

export type Nudge = keyof typeof NUDGES;

/**
 * One way to the worker: a task in a queue, a signed request, or a call in the same process. Resolves when the nudge was
 * handed over or is lost, after `LONGEST_NUDGE_MS` at the latest, whether or not the worker has finished. Warns about a lost
 * nudge itself.
 */
export type WayToWorker = (what: Nudge) => Promise<void>;

/**
 * Has the worker look for due work, soon. Call it after the commit, never before. Losing a nudge delays work by a minute at
 * most, because the outbox is authoritative and the tick finds everything.
 *
 * Await it before you answer. On Cloud Run an instance has CPU only until its last answer, so there it resolves when a nudge
 * that began after the call has been handed over, or after `LONGEST_NUDGE_MS`; by then that nudge was at least sent, because
 * the one before it cannot have taken longer. Elsewhere the process goes on, so it resolves at once and the nudge follows.
 * Never rejects.
 */
export type WakeUp = (what: Nudge) => Promise<void>;

/** Resolves with `work`, or after the limit. `work` must not reject. */
export async function atMost(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const isOver = new Promise<void>((resolve) => (timer = setTimeout(resolve, limitMs)));
  await Promise.race([work, isOver]);
  clearTimeout(timer);
}

interface WakingOptions {
  /** True where the process may stop when it has answered: Cloud Run. */
  readonly isAwaited: boolean;
}

/**
 * Wakes the worker by the given way. However many requests ask, each kind of nudge has one under way and one to follow in this
 * process. `settled` resolves when none is left, for the end of the process.
 */
export function wakingBy(
  way: WayToWorker,
  { isAwaited }: WakingOptions,
): { wakeUp: WakeUp; settled: () => Promise<void> } {
  const kinds = Object.keys(NUDGES) as Nudge[];
  const nudges = Object.fromEntries(kinds.map((what) => [what, coalesce(() => way(what))]));
  const pending = new Set<Promise<void>>();
  async function wakeUp(what: Nudge): Promise<void> {
    const handedOver = nudges[what]?.() ?? Promise.resolve();
    pending.add(handedOver);
    void handedOver.then(() => pending.delete(handedOver));
    if (isAwaited) await atMost(LONGEST_NUDGE_MS, handedOver);
  }
  async function settled(): Promise<void> {
    await Promise.all(pending);
  }
  return { wakeUp, settled };
}
