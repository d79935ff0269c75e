const EVERY_MS = 10_000;

export interface Progress {
  readonly reached: (count: number) => void;
  readonly ended: (count: number) => void;
}

interface ProgressOptions {
  readonly total: number;
  /** Milliseconds. The caller's clock, so that a test needs no time. */
  readonly now: () => number;
  readonly write: (line: string) => void;
}

/** Prints the progress of a long run from time to time. */
export function startProgress({ total, now, write }: ProgressOptions): Progress {
  const startedAt = now();
  let saidAt = startedAt;
  const seconds = () => ((now() - startedAt) / 1000).toFixed(0);
  return {
    reached: (count) => {
      if (count >= total || now() - saidAt < EVERY_MS) return;
      saidAt = now();
      write(`${count} of ${total} sequences in ${seconds()} s`);
    },
    ended: (count) => write(`${count} sequences held in ${seconds()} s`),
  };
}
