/** How often a clock that runs by itself is looked at. */
const POLL_MS = 200;

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** What happens at a moment of the simulator's clock, which may jump. */
export class Schedule {
  private readonly now: () => number;
  private readonly waiting = new Set<Due>();
  private timer: NodeJS.Timeout | undefined;

  constructor(now: () => number) {
    this.now = now;
  }

  /** Runs `run` at this moment, in epoch ms. Returns a function that cancels it. */
  add(at: number, run: () => void): () => void {
    const due = { at, run };
    this.waiting.add(due);
    this.timer ??= setInterval(() => this.runDue(), POLL_MS).unref();
    return () => void this.waiting.delete(due);
  }

  /** Runs everything that is due, in the order of its moments, and what becomes due by that. */
  runDue(): void {
    for (;;) {
      const now = this.now();
      const due = [...this.waiting].filter(({ at }) => at <= now).sort((one, other) => one.at - other.at);
      if (due.length === 0) break;
      for (const each of due) if (this.waiting.delete(each)) each.run();
    }
    if (this.waiting.size === 0) this.close();
  }

  close(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
