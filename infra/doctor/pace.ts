import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../../shared/telegram/api';

/** The time that a pace goes by, in milliseconds. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

export const MACHINE_CLOCK: Clock = { now: performance.now.bind(performance), sleep };

/** A third of what Telegram allows a bot, so that buyers get the rest. */
const CALLS_PER_SECOND = 10;
/** So many calls at first, so that a small installation is checked at once. Together they stay below Telegram's 30 a second. */
const AT_ONCE = 15;
/** If Telegram wants more patience than this, a look ends with what it has. */
const MOST_WAIT_MS = 60_000;

/** Lets calls to Telegram pass one after the other, and none while Telegram asks to wait. */
export class Pace {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  /** When the next call would be due if none had been saved up. */
  #dueAt = -Infinity;
  #heldUntil = -Infinity;

  constructor(clock: Clock = MACHINE_CLOCK, callsPerSecond = CALLS_PER_SECOND) {
    this.#clock = clock;
    this.#intervalMs = 1000 / callsPerSecond;
  }

  /** True if Telegram wants more patience than anybody has. Then calls wait for nothing and are not to be made. */
  get isHeld(): boolean {
    return this.#heldUntil - this.#clock.now() > MOST_WAIT_MS;
  }

  /** Telegram asks to wait: no call passes meanwhile, and the ones after it don't come all at once. */
  hold(seconds: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, this.#clock.now() + seconds * 1000);
    this.#dueAt = Math.max(this.#dueAt, this.#heldUntil + AT_ONCE * this.#intervalMs);
  }

  /** Resolves when the next call may be made, or cannot be made for long. */
  async turn(): Promise<void> {
    for (;;) {
      const now = this.#clock.now();
      const saved = AT_ONCE * this.#intervalMs;
      const at = Math.max(now, this.#dueAt - saved);
      this.#dueAt = Math.max(this.#dueAt, now) + this.#intervalMs;
      if (at > now) await this.#clock.sleep(at - now);
      if (this.isHeld || this.#clock.now() >= this.#heldUntil) return;
    }
  }
}

/** Makes all calls of a client keep the pace. Repeats those that Telegram refused because there were too many. */
export function keepPace(api: Api, pace: Pace): Api {
  api.config.use(async (call, method, payload, signal) => {
    for (;;) {
      await pace.turn();
      const answer = await call(method, payload, signal);
      if (answer.ok || answer.error_code !== 429) return answer;
      pace.hold(answer.parameters?.retry_after ?? 1);
      if (pace.isHeld) return answer;
    }
  });
  return api;
}
