import type { ServerResponse } from 'node:http';
import type postgres from 'postgres';
import { median, readSpans, readTimeline } from './timeline';
import type { TimelineItem } from './timeline-item';

const POLL_MS = 250;

interface Median {
  readonly medianMs: number | null;
  readonly count: number;
}

export interface TimelineStream {
  /** Sends all items to a browser, then what changes. */
  add(response: ServerResponse): void;
  /** Tells of a deed of the person at the page. */
  note(at: number, sentence: string): void;
  close(): void;
}

/** Reads the database while somebody watches, and tells every watcher what is new. */
export function streamTimeline(database: postgres.Sql): TimelineStream {
  const watchers = new Set<ServerResponse>();
  const notes: TimelineItem[] = [];
  const known = new Map<string, string>();
  let spans = '';
  let isReading = false;

  const send = (event: string, body: string, to: Iterable<ServerResponse> = watchers) => {
    for (const watcher of to) watcher.write(`event: ${event}\ndata: ${body}\n\n`);
  };
  const read = async () => {
    const items = [...(await readTimeline(database)), ...notes];
    const fresh = items.filter((item) => known.get(item.id) !== JSON.stringify(item));
    for (const item of fresh) known.set(item.id, JSON.stringify(item));
    if (fresh.length > 0) send('items', JSON.stringify(fresh));
    const told = JSON.stringify(await readMedians(database));
    if (told !== spans) send('spans', (spans = told));
  };
  const timer = setInterval(() => {
    if (isReading || watchers.size === 0) return;
    isReading = true;
    read()
      // The database may be restarting: that is one of the page's own buttons.
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
    close: () => {
      clearInterval(timer);
      for (const watcher of watchers) watcher.end();
    },
  };
}

async function readMedians(database: postgres.Sql): Promise<Record<'payNow' | 'ownerTold', Median>> {
  const { payNow, ownerTold } = await readSpans(database);
  const of = (values: readonly number[]) => ({ medianMs: median(values), count: values.length });
  return { payNow: of(payNow), ownerTold: of(ownerTold) };
}
