import type postgres from 'postgres';
import type { Sql } from './options';

/** The texts between the values of a statement, in the form in which the driver takes them. */
type Texts = TemplateStringsArray;

/**
 * A statement, or a part of one, that was not sent. Awaiting it sends it. The driver would make every part a promise that
 * nobody awaits.
 */
class Statement implements PromiseLike<unknown> {
  readonly texts: Texts;
  readonly values: readonly unknown[];
  readonly #driver: Sql;
  #sent: postgres.PendingQuery<postgres.Row[]> | undefined;

  constructor(driver: Sql, texts: Texts, values: readonly unknown[]) {
    this.#driver = driver;
    this.texts = texts;
    this.values = values;
  }

  /** The driver's query, which is sent as soon as it is awaited. */
  get query(): postgres.PendingQuery<postgres.Row[]> {
    if (this.#sent !== undefined) return this.#sent;
    const values: unknown[] = [];
    const shape = shapeOf(this, { from: SHAPES, values });
    shape.texts ??= joined(this);
    return (this.#sent = this.#driver(shape.texts, ...(values as never[])));
  }

  then<Done, Failed>(
    onFulfilled?: ((rows: unknown) => Done | PromiseLike<Done>) | null,
    onRejected?: ((error: unknown) => Failed | PromiseLike<Failed>) | null,
  ): PromiseLike<Done | Failed> {
    return this.query.then(onFulfilled, onRejected);
  }

  cursor(rows: number, take: (rows: postgres.Row[]) => unknown): unknown {
    return this.query.cursor(rows, take as never);
  }
}

/**
 * What statements look like, apart from their values: the way from the root goes through their parts in order. There are as
 * many as there are ways through the code that composes them.
 */
class Shape {
  readonly #next = new Map<Texts | 'value', Shape>();
  /** Known once such a statement was sent. */
  texts: Texts | undefined;

  after(part: Texts | 'value'): Shape {
    let next = this.#next.get(part);
    if (next === undefined) this.#next.set(part, (next = new Shape()));
    return next;
  }
}

const SHAPES = new Shape();

/** The parts in a place that takes several; `undefined` if a value is in it. */
const partsIn = (value: unknown): readonly Statement[] | undefined => {
  if (value instanceof Statement) return [value];
  return Array.isArray(value) && value[0] instanceof Statement ? (value as Statement[]) : undefined;
};

/** Follows a statement to its shape, and adds its values to `values`. */
function shapeOf(part: Statement, { from, values }: { from: Shape; values: unknown[] }): Shape {
  let shape = from.after(part.texts);
  for (const value of part.values) {
    const parts = partsIn(value);
    if (parts === undefined) {
      values.push(value);
      shape = shape.after('value');
    } else for (const each of parts) shape = shapeOf(each, { from: shape, values });
  }
  return shape;
}

/** The texts of a statement with those of its parts in their places. */
function joined(statement: Statement): Texts {
  const texts = [''];
  const add = (text: string) => texts.push(`${texts.pop() ?? ''}${text}`);
  const addPart = (part: Statement) => {
    part.texts.forEach((text, place) => {
      add(text);
      if (place === part.values.length) return;
      const parts = partsIn(part.values[place]);
      if (parts === undefined) texts.push('');
      else
        parts.forEach((each, index) => {
          if (index > 0) add(' ');
          addPart(each);
        });
    });
  };
  addPart(statement);
  return withRaw(texts);
}

const withRaw = (texts: string[]): Texts => Object.assign(texts, { raw: texts });

const known = new Map<string, Texts>();

/** The same texts for the same key, because a shape is known by them. */
function once(key: string, texts: () => string[]): Texts {
  let same = known.get(key);
  if (same === undefined) known.set(key, (same = withRaw(texts())));
  return same;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""').replaceAll('.', '"."')}"`;

/** `(…, …)` around as many values; what is in an empty list equals nothing. */
const listTexts = (length: number): string[] =>
  length === 0 ? ['(null)'] : ['(', ...Array<string>(length - 1).fill(','), ')'];

/**
 * The `sql` that all statements are written with. It means what the driver's own means, for what we use of it: values, parts and
 * lists of parts, `sql('name')` for a name, `sql([…])` for the list after `in`, `sql.json` and `sql.unsafe`. But it puts
 * the text of a statement together once for each shape and not for each call, and a part costs no promise.
 */
export function statementsOn(driver: Sql): Sql {
  const statement = (texts: Texts, values: readonly unknown[] = []) => new Statement(driver, texts, values);
  const verbatim = (text: string) => statement(once(text, () => [text]));
  function sql(first: Texts | readonly unknown[] | string, ...values: unknown[]): Statement {
    if (typeof first === 'string') return verbatim(quoted(first));
    if ('raw' in first) return statement(first, values);
    return statement(
      once(`list of ${first.length}`, () => listTexts(first.length)),
      first,
    );
  }
  return Object.assign(sql, {
    json: (value: postgres.JSONValue) => driver.json(value),
    unsafe: verbatim,
    CLOSE: driver.CLOSE,
  }) as unknown as Sql;
}
