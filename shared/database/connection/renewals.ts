import { MINUTE_MS } from '../../domain/common/time';

/** Cloud SQL's certificates are valid for an hour. */
const RENEW_AFTER_MS = 50 * MINUTE_MS;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = MINUTE_MS;
/** The longest that a caller waits for a renewal to begin. */
const PATIENCE_MS = 2_000;

/**
 * Keeps something that expires, and renews it when it is asked for, because an idle instance has no CPU for timers.
 * Makes one renewal at a time, with growing pauses while they do not help.
 */
export class Renewals<T extends object> {
  readonly #fetch: () => Promise<T>;
  #held: { readonly value: T; readonly since: number } | undefined;
  #renewing: Promise<T> | undefined;
  #lastAt = 0;
  /** Renewals since one helped. */
  #inRow = 0;

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
  }

  /** Returns what is at hand if it is less than 50 minutes old, otherwise a new one. Rejects if there is none. */
  async valid(): Promise<T> {
    const held = this.#held;
    if (held !== undefined && Date.now() - held.since < RENEW_AFTER_MS) return held.value;
    // One that began earlier may fail for a reason that is gone now.
    const renewed = this.#renewing === undefined ? this.#one() : this.#renewing.catch(() => this.#one());
    return renewed.catch((error: unknown) => {
      // An old one may have some minutes left.
      if (held !== undefined) return held.value;
      throw error;
    });
  }

  /** The renewal that is under way, or a new one. */
  #one(): Promise<T> {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  /** Forgets a value that was refused, so that the next caller gets a new one. Returns `false` if it is too early. */
  discard(value: T): boolean {
    if (this.#pauseMs() > PATIENCE_MS) return false;
    if (this.#held?.value === value) this.#held = undefined;
    return true;
  }

  /** Ends the pauses. */
  helped(): void {
    this.#inRow = 0;
  }

  async #renew(): Promise<T> {
    const pauseMs = Math.min(PATIENCE_MS, this.#pauseMs());
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    this.#inRow += 1;
    this.#lastAt = Date.now();
    const value = await this.#fetch();
    this.#held = { value, since: Date.now() };
    return value;
  }

  #pauseMs(): number {
    if (this.#inRow < 2) return 0;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#inRow - 2));
    return Math.max(0, this.#lastAt + pause - Date.now());
  }
}
