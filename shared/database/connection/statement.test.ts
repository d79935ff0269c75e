import fc from 'fast-check';
import type { Sql } from './options';
import { statementsOn } from './statement';

interface Sent {
  readonly texts: readonly string[];
  readonly values: readonly unknown[];
}

/** A driver that keeps what it was given, in place of sending it. */
function setUp() {
  const sent: Sent[] = [];
  const driver = (texts: readonly string[], ...values: unknown[]) => {
    if (!('raw' in texts)) return { list: texts };
    return Promise.resolve(sent.push({ texts, values }));
  };
  const json = (value: unknown) => ({ json: value });
  const sql = statementsOn(Object.assign(driver, { json, CLOSE: {} }) as unknown as Sql);
  return { sql, sent, last: () => sent.at(-1) };
}

const textOf = ({ texts }: Sent) => texts.reduce((all, text, place) => `${all}$${place}${text}`);

/** A statement as a plan: its texts, and in each place a value, a part or a list of parts. */
type Plan = readonly (string | number | Plan | { readonly parts: readonly Plan[] })[];
const { plan: plans } = fc.letrec<{ plan: Plan }>((tie) => ({
  plan: fc.array(
    fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom('a', 'b'),
      tie('plan'),
      fc.array(tie('plan'), { minLength: 1, maxLength: 3 }).map((parts) => ({ parts })),
    ),
    { maxLength: 4 },
  ),
}));

/** One array of texts for each number of places, as each template in the code has one. */
const TEMPLATES = Array.from({ length: 5 }, (_, places) => {
  const texts = Array.from({ length: places + 1 }, (__, place) => ` t${places}.${place} `);
  return Object.assign(texts, { raw: texts });
});

const templateOf = (plan: Plan): TemplateStringsArray =>
  TEMPLATES[plan.length] ?? Object.assign([], { raw: [] });

const composed = (sql: Sql, plan: Plan): unknown =>
  sql(
    templateOf(plan),
    ...(plan.map((each) => {
      if (typeof each !== 'object') return each;
      return 'parts' in each ? each.parts.map((part) => composed(sql, part)) : composed(sql, each);
    }) as never[]),
  );

/** What the driver would make of it, in the simplest way. */
function expected(plan: Plan, values: unknown[] = []): { text: string; values: unknown[] } {
  const texts = templateOf(plan);
  let text = texts[0] ?? '';
  plan.forEach((each, place) => {
    if (typeof each !== 'object') text += `$${values.push(each)}`;
    else if ('parts' in each) text += each.parts.map((part) => expected(part, values).text).join(' ');
    else text += expected(each, values).text;
    text += texts[place + 1] ?? '';
  });
  return { text, values };
}

it('sends any composition as one text, with its values in order', async () => {
  const { sql, last } = setUp();
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      await (composed(sql, plan) as PromiseLike<unknown>);
      const sent = last() ?? { texts: [], values: [] };
      expect({ text: textOf(sent), values: sent.values }).toEqual(expected(plan));
    }),
  );
});

it('builds the text of a shape once, whatever its values', async () => {
  const { sql, sent } = setUp();
  const condition = (value: number | null) => (value === null ? sql`` : sql`and id = ${value}`);
  const read = async (value: number | null) => sql`select ${1}::int ${condition(value)}`;
  for (const value of [4, 5, null, 6]) await read(value);
  const [first, second, other, third] = sent.map(({ texts }) => texts);
  expect([second, third]).toEqual([first, first]);
  expect(second === first && third === first).toBe(true);
  expect(other).not.toBe(first);
  expect(sent.map(({ values }) => values)).toEqual([[1, 4], [1, 5], [1], [1, 6]]);
});

it('tells a value from a part in the same place', async () => {
  const { sql, sent } = setUp();
  const pair = async (first: unknown, second: unknown) => sql`select ${first as never}, ${second as never}`;
  await pair(sql`now()`, 1);
  await pair(1, sql`now()`);
  expect(sent.map(textOf)).toEqual(['select now(), $1', 'select $1, now()']);
});

it('writes names and texts, and leaves lists and JSON to the driver', async () => {
  const { sql, last } = setUp();
  await sql`select ${sql('a"b.c')} in ${sql(['x', 'y'])}, ${sql.json({ a: 1 })} ${sql.unsafe('and true')}`;
  expect(textOf(last()!)).toBe('select "a""b"."c" in $1, $2 and true');
  expect(last()?.values).toEqual([{ list: ['x', 'y'] }, { json: { a: 1 } }]);
});

it('sends a statement once, however often it is awaited, and a part never', async () => {
  const { sql, sent } = setUp();
  const part = sql`now()`;
  const whole = sql`select ${part}`;
  await whole;
  await whole;
  expect(sent.length).toBe(1);
});
