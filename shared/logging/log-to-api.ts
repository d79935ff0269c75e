import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

/** Sends one line. Rejects when the API did not take it. */
export type SendLine = (line: string) => Promise<void>;

/** Takes lines away from stdout. */
export interface LogDestination {
  /** Takes a line. Neither fails nor waits. */
  write(line: string): void;
  /** Resolves when all that was taken can be read somewhere. */
  flush(): Promise<void>;
}

export interface ApiDestinationOptions {
  readonly connect: () => Promise<SendLine>;
  /** Takes the lines that the API did not. */
  readonly otherwise: (line: string) => void;
  /** Told once when the API stops taking lines, and again only after it has taken one. */
  readonly onFailed: (error: unknown) => void;
  readonly flushWithinMs?: number;
}

/** So many lines wait for the API at most; while it does not answer, the next ones are not kept for it. */
const MOST_UNDER_WAY = 1000;
/** Below what a function has left for closing (`http/drain.ts`). */
const FLUSH_WITHIN_MS = 1000;

interface Taken {
  readonly line: string;
  sent?: Promise<void>;
}

/**
 * Sends lines to the API, side by side: through its stream, winston would wait for the answer to each. No line is lost:
 * those from before the connection wait for it, and what the API does not take goes to `otherwise`.
 */
export function apiDestination(options: ApiDestinationOptions): LogDestination {
  const { connect, otherwise, onFailed, flushWithinMs = FLUSH_WITHIN_MS } = options;
  const underWay = new Set<Taken>();
  let connecting: Promise<SendLine> | undefined;
  let isFailing = false;

  // A failed attempt is forgotten, so the next line tries again.
  const connected = () =>
    (connecting ??= connect().catch((error: unknown) => {
      connecting = undefined;
      throw error;
    }));
  // Answered by the API or given up by a flush, whatever comes first: each line is written once.
  const giveUp = (taken: Taken) => {
    if (underWay.delete(taken)) otherwise(taken.line);
  };
  const fail = (taken: Taken, error: unknown) => {
    giveUp(taken);
    const isNews = !isFailing;
    isFailing = true;
    if (isNews) onFailed(error);
  };
  async function send(taken: Taken): Promise<void> {
    try {
      const sendLine = await connected();
      await sendLine(taken.line);
      isFailing = false;
      underWay.delete(taken);
    } catch (error) {
      fail(taken, error);
    }
  }
  return {
    write: (line) => {
      const taken: Taken = { line };
      const isFull = underWay.size >= MOST_UNDER_WAY;
      underWay.add(taken);
      if (isFull) fail(taken, new Error(`${MOST_UNDER_WAY} lines wait for an answer`));
      else taken.sent = send(taken);
    },
    flush: async () => {
      await nextTurn(); // winston hands over what it still holds
      const sent = Promise.all([...underWay].map(async (taken) => taken.sent));
      await Promise.race([sent, sleep(flushWithinMs, undefined, { ref: false })]);
      await nextTurn(); // and what it was given about lines that failed
      for (const taken of underWay) giveUp(taken);
    },
  };
}
