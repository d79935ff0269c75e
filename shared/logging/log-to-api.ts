import { loadOnce } from '../load-once';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

/** Sends one line. Rejects if the API does not accept it. */
export type SendLine = (line: string) => Promise<void>;

/** Receives log lines in place of stdout. */
export interface LogDestination {
  /** Accepts a line. Neither fails nor waits. */
  write(line: string): void;
  /** Resolves when every accepted line can be read somewhere. */
  flush(): Promise<void>;
}

export interface ApiDestinationOptions {
  readonly connect: () => Promise<SendLine>;
  /** Receives the lines that the API did not accept. */
  readonly otherwise: (line: string) => void;
  /** Called once when the API stops accepting lines, and again only after it has accepted one. */
  readonly onFailed: (error: unknown) => void;
  readonly flushWithinMs?: number;
}

/** The most lines that wait for the API. While it does not answer, further lines go to `otherwise`. */
const MOST_PENDING = 1000;
/** Less than what a function has left for closing (`http/server/drain.ts`). */
const FLUSH_WITHIN_MS = 1000;

interface PendingLine {
  readonly line: string;
  sent?: Promise<void>;
}

/**
 * Sends lines to the API in parallel; with winston's stream, each would wait for the previous answer. No line is lost:
 * early lines wait for the connection, and lines that the API does not accept go to `otherwise`.
 */
export function apiDestination(options: ApiDestinationOptions): LogDestination {
  const { connect, otherwise, onFailed, flushWithinMs = FLUSH_WITHIN_MS } = options;
  const pending = new Set<PendingLine>();
  let isFailing = false;

  const connected = loadOnce(connect);
  // Each line is written once, whichever comes first: the API's answer or the end of a flush.
  const giveUp = (entry: PendingLine) => {
    if (pending.delete(entry)) otherwise(entry.line);
  };
  const fail = (entry: PendingLine, error: unknown) => {
    giveUp(entry);
    const isNews = !isFailing;
    isFailing = true;
    if (isNews) onFailed(error);
  };
  async function send(entry: PendingLine): Promise<void> {
    try {
      const sendLine = await connected();
      await sendLine(entry.line);
      isFailing = false;
      pending.delete(entry);
    } catch (error) {
      fail(entry, error);
    }
  }
  return {
    write: (line) => {
      const entry: PendingLine = { line };
      const isFull = pending.size >= MOST_PENDING;
      pending.add(entry);
      if (isFull) fail(entry, new Error(`${MOST_PENDING} lines wait for an answer`));
      else entry.sent = send(entry);
    },
    flush: async () => {
      await nextTurn(); // winston passes on what it still holds
      const sent = Promise.all([...pending].map(async (entry) => entry.sent));
      await Promise.race([sent, sleep(flushWithinMs, undefined, { ref: false })]);
      await nextTurn(); // and the lines about failures
      for (const entry of pending) giveUp(entry);
    },
  };
}
