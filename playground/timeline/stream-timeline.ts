import type { ServerResponse } from 'node:http';
import type postgres from 'postgres';
import { median, readSpans, readTimeline } from './timeline';
import type { FindUpdate } from './describe-row';
import type { TimelineItem } from './timeline-item';

const POLL_MS = 250;

interface Median {
  readonly medianMs: number | null;
  readonly count: number;
}

export interface TimelineStream {
  /** Sends a browser all items, then each change. */
  add(response: ServerResponse): void;
  /** Adds an action of the page's user to the timeline. */
  note(at: number, sentence: string): void;
  /** Forgets everything, and tells every watcher. */
  startOver(): void;
  close(): void;
}

/** Reads the database while a browser watches, and sends what is new to every watcher. */
export function streamTimeline(database: postgres.Sql, findUpdate: FindUpdate): TimelineStream {
  const watchers = new Set<ServerResponse>();
  const notes: TimelineItem[] = [];
  const known = new Map<string, string>();
  let spans = '';
  let isReading = false;

  const send = (event: string, body: string, to: Iterable<ServerResponse> = watchers) => {
    for (const watcher of to) watcher.write(`event: ${event}\ndata: ${body}\n\n`);
  };
  const read = async () => {
    const items = [...(await readTimeline(database, findUpdate)), ...notes];
    const fresh = items.filter((item) => known.get(item.id) !== JSON.stringify(item));
    for (const item of fresh) known.set(item.id, JSON.stringify(item));
    if (fresh.length > 0) send('items', JSON.stringify(fresh));
    const medians = JSON.stringify(await readMedians(database));
    if (medians !== spans) send('spans', (spans = medians));
  };
  const timer = setInterval(() => {
    if (isReading || watchers.size === 0) return;
    isReading = true;
    read()
      // Ignore a failure, because a button of the page restarts the database.
      .catch(() => undefined)
      .finally(() => {
        isReading = false;
      });
  }, POLL_MS);

  return {
    add: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': here\n\n');
      send('items', `[${[...known.values()].join(',')}]`, [response]);
      if (spans !== '') send('spans', spans, [response]);
      watchers.add(response);
      response.on('close', () => watchers.delete(response));
    },
    note: (at, sentence) => {
      const id = `you:${notes.length}`;
      notes.push({ id, at: new Date(at).toISOString(), kind: 'you', state: 'done', sentence, details: {} });
    },
    startOver: () => {
      known.clear();
      notes.splice(0);
      spans = '';
      send('start-over', '{}');
    },
    close: () => {
      clearInterval(timer);
      for (const watcher of watchers) watcher.end();
    },
  };
}

async function readMedians(database: postgres.Sql): Promise<Record<'payNow' | 'ownerNotified', Median>> {
  const { payNow, ownerNotified } = await readSpans(database);
  const of = (values: readonly number[]) => ({ medianMs: median(values), count: values.length });
  return { payNow: of(payNow), ownerNotified: of(ownerNotified) };
}
