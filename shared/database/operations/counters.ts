import type { Database } from '../connection/pool';

const WRITE_EVERY_MS = 10_000;
/** An instance has little time to end. What can't be written in this time is lost, and nothing else waits for it. */
const FLUSH_WITHIN_MS = 400;
/** Long enough to reconnect. A refused caller waits for it at most once in ten seconds. */
const WRITE_WITHIN_MS = 2_000;

/** So many orders that strangers name are kept in memory until the next write. */
const MOST_ORDERS = 1000;

/** What is counted: a name, how often, and the order that has to exist for it to count. */
export type Counted = readonly [name: string, value: number, order?: string | undefined];

export interface Counters {
  /** Counts one more of `name`, in memory. With an order, it counts only if that order exists. */
  readonly count: (name: string, order?: string) => void;
  /**
   * Writes what was counted since the last write, at the end of an instance. Never fails, and takes half a second at
   * most.
   */
  readonly flush: () => Promise<void>;
  /**
   * Writes what was counted if nothing was written for ten seconds, and waits for it. Used by requests that were
   * refused or failed: on Cloud Run an instance has its CPU only while it answers, so a timer alone may never get to
   * write.
   */
  readonly writeIfDue: () => Promise<void>;
}

/**
 * Creates counters that outlive their instance. They count in memory and write everything together at most every ten
 * seconds, because refused callers must not be able to cause writes. A killed instance loses what it counted since
 * its last write.
 */
export function countInDatabase(database: Database, { everyMs = WRITE_EVERY_MS } = {}): Counters {
  let pending = new Map<string, Counted>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let writtenAt = -Infinity;

  const add = ([name, value, order]: Counted) => {
    const key = order === undefined ? name : `${name} ${order}`;
    if (order !== undefined && pending.size >= MOST_ORDERS && !pending.has(key)) return;
    pending.set(key, [name, (pending.get(key)?.[1] ?? 0) + value, order]);
  };
  const write = async (): Promise<void> => {
    if (pending.size === 0) return;
    writtenAt = performance.now();
    const taken = pending;
    pending = new Map();
    await addToCounters(database, taken.values()).catch(() => {
      for (const counted of taken.values()) add(counted); // the database is away, so the next write includes them
    });
  };
  const writeSoon = () => {
    timer = undefined;
    writing = writing.then(write);
  };
  return {
    count: (name, order) => {
      add([name, 1, order]);
      timer ??= setTimeout(writeSoon, everyMs).unref();
    },
    flush: async () => {
      clearTimeout(timer);
      await Promise.race([writing.then(write), afterMs(FLUSH_WITHIN_MS)]);
    },
    writeIfDue: async () => {
      if (performance.now() - writtenAt < everyMs) return;
      clearTimeout(timer);
      writeSoon();
      await Promise.race([writing, afterMs(WRITE_WITHIN_MS)]);
    },
  };
}

const afterMs = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

/** Adds to counters in the order of their names, so that two instances can't wait for each other's rows. */
export const addToCounters = (database: Database, counted: Iterable<Counted>): Promise<unknown> =>
  database.query((sql) => {
    const rows = [...counted].map(([name, value, order = null]) => ({ name, value, order }));
    // Most logins may not read orders, and most counters need none.
    const exists = rows.some(({ order }) => order !== null)
      ? sql`where n."order" is null or exists (select from orders o where o.reference = n."order")`
      : sql``;
    const minute = sql`floor(extract(epoch from app_now()) / 60)::bigint`;
    return sql`
      insert into counters as c (name, value, recent)
      select n.name, sum(n.value)::bigint, jsonb_build_object(${minute}::text, sum(n.value)::bigint)
      from jsonb_to_recordset(${sql.json(rows)}) as n (name text, value bigint, "order" text)
      ${exists} group by n.name order by n.name
      on conflict (name) do update set value = c.value + excluded.value, updated_at = app_now(), recent = (
          select coalesce(jsonb_object_agg(r.key, r.value), '{}') from jsonb_each(c.recent) r
          where r.key::bigint > ${minute} - 60)
        || jsonb_build_object(${minute}::text, excluded.value + coalesce((c.recent ->> ${minute}::text)::bigint, 0))`;
  });
