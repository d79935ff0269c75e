import { Unavailable } from '../../errors';

/**
 * Limits how many callers query at once and how long the others wait. postgres.js queues without a limit, so a caller
 * behind a stuck database would hang forever instead of being told to come back.
 */
export class Permits {
  readonly #max: number;
  readonly #waitMs: number;
  readonly #waiting = new Set<() => void>();
  #inUse = 0;

  constructor(max: number, waitMs: number) {
    this.#max = max;
    this.#waitMs = waitMs;
  }

  get inUse(): number {
    return this.#inUse;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Runs `work` under a permit. Throws `Unavailable` if none came free in time. */
  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inUse < this.#max) this.#inUse += 1;
    else await this.#wait();
    try {
      return await work();
    } finally {
      this.#passOn();
    }
  }

  /** Hands a returned permit to the caller that waited longest, so that a newcomer can't overtake. */
  #passOn(): void {
    const next = this.#waiting.values().next();
    if (next.done) this.#inUse -= 1;
    else next.value();
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const admit = () => {
        clearTimeout(timer);
        this.#waiting.delete(admit);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(admit);
        reject(new Unavailable(`no database connection came free within ${this.#waitMs} ms`));
      }, this.#waitMs);
      this.#waiting.add(admit);
    });
  }
}
