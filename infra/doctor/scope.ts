import { MACHINE_CLOCK, Pace } from './pace';

/** How much the doctor looks at, and how. */
export interface Scope {
  /** Look at every channel, however long it takes. */
  readonly isAll: boolean;
  readonly pace: Pace;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Ends a long look early. What was found is kept. */
  readonly signal?: AbortSignal;
  /** Hears how far a long look is. */
  readonly onProgress?: (text: string) => void;
}

export const usualScope = (): Scope => ({ isAll: false, pace: new Pace(), now: MACHINE_CLOCK.now });

/** So many channels are looked at by default: with three calls each, 15 seconds. */
export const SAMPLE = 50;
/** A look at a sample ends after this time. */
const SAMPLE_MS = 30_000;
/** A long look tells this often how far it is. */
const EVERY = 100;

/** What a look at many things found. */
export interface SampledFindings<Finding> {
  readonly findings: readonly Finding[];
  /** Those that were looked at to the end. */
  readonly seen: number;
}

/** A few at a time, because most of the time is spent waiting. */
const SIDE_BY_SIDE = 4;

/**
 * Looks at one thing after the other, in their order, until all are seen, its time has passed, the operator interrupts or
 * Telegram wants no more calls. Keeps what was found until then.
 */
export async function lookAtEach<Item, Finding>(
  items: readonly Item[],
  look: (item: Item) => Promise<readonly Finding[]>,
  { scope, name }: { readonly scope: Scope; readonly name: string },
): Promise<SampledFindings<Finding>> {
  const { isAll, pace, now, signal, onProgress } = scope;
  const endsAt = isAll ? Infinity : now() + SAMPLE_MS;
  const found: (readonly Finding[])[] = [];
  const waiting = [...items.entries()];
  let seen = 0;
  const isHeld = () => pace.isHeld;
  const work = async () => {
    while (now() < endsAt && !isHeld() && signal?.aborted !== true) {
      const next = waiting.shift();
      if (next === undefined) return;
      const findings = await look(next[1]);
      // Telegram answered nothing about this one.
      if (isHeld()) return;
      found[next[0]] = findings;
      seen += 1;
      if (seen % EVERY === 0) onProgress?.(`${name}: ${seen} of ${items.length}`);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return { findings: found.flat(), seen };
}
