import type postgres from 'postgres';
import type { Database } from '../../shared/database/connection/pool';
import type { Sql } from '../../shared/database/connection/options';
import { statementsOn } from '../../shared/database/connection/statement';

/** The values of a sample that each request has for itself, also where they are part of a longer text. */
export type Slots<Given> = ReadonlyMap<unknown, (given: Given) => unknown>;
type Fill<Given> = (given: Given) => unknown;

class Json {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** The one statement that `work` would send. */
async function record(work: (database: Database) => Promise<unknown>) {
  const end = new Error('recorded');
  let recorded: { text: string; values: readonly unknown[] } | undefined;
  const driver = (texts: readonly string[], ...values: unknown[]) => {
    recorded = { text: texts.reduce((all, text, place) => `${all}$${place}${text}`), values };
    return Promise.reject(end);
  };
  const json = (value: unknown) => new Json(value);
  const sql = statementsOn(Object.assign(driver, { json }) as unknown as Sql);
  const query: Database['query'] = async (run) => run(sql);
  await work({ query } as Database).catch((error: unknown) => {
    if (error !== end) throw error;
  });
  if (recorded === undefined) throw new Error('no statement was sent');
  return recorded;
}

/** Makes what a request has in the place of a sample's value. */
function filling<Given>(sample: unknown, slots: Slots<Given>): Fill<Given> {
  const slot = slots.get(sample);
  if (slot !== undefined) return slot;
  if (typeof sample === 'string') {
    const inside = [...slots].filter(([value]) => sample.includes(String(value)));
    if (inside.length === 0) return () => sample;
    return (given) =>
      inside.reduce((text, [value, find]) => text.replace(String(value), String(find(given))), sample);
  }
  if (typeof sample !== 'object' || sample === null) return () => sample;
  const fields = Object.entries(sample).map(
    ([name, value]) => [name, filling(value as unknown, slots)] as const,
  );
  if (Array.isArray(sample)) return (given) => fields.map(([, fill]) => fill(given));
  return (given) => Object.fromEntries(fields.map(([name, fill]) => [name, fill(given)]));
}

/**
 * A statement of the product as a constant text, word by word as `work` sends it. So a floor gives the database the same
 * work, and does nothing itself but name the values.
 */
export async function recordedStatement<Given>(
  work: (database: Database) => Promise<unknown>,
  slots: Slots<Given>,
): Promise<(sql: postgres.Sql, given: Given) => PromiseLike<readonly postgres.Row[]>> {
  const { text, values } = await record(work);
  const fills = values.map((value) => ({
    isJson: value instanceof Json,
    fill: filling(value instanceof Json ? value.value : value, slots),
  }));
  return (sql, given) => {
    const filled = fills.map(({ isJson, fill }) => (isJson ? sql.json(fill(given) as never) : fill(given)));
    return sql.unsafe(text, filled as never[], { prepare: true });
  };
}
