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
    return (this.#sent ??= this.toQuery(this.#driver));
  }

  protected toQuery(driver: Sql): postgres.PendingQuery<postgres.Row[]> {
    const values: unknown[] = [];
    const shape = shapeOf(this, { from: SHAPES, values });
    shape.texts ??= joined(this);
    return driver(shape.texts, ...(values as never[]));
  }

  then<Done, Failed>(
    onFulfilled?: ((rows: unknown) => Done | PromiseLike<Done>) | null,
    onRejected?: ((error: unknown) => Failed | PromiseLike<Failed>) | null,
  ): PromiseLike<Done | Failed> {
    return this.query.then(onFulfilled, onRejected);
  }
}

/** A text that is sent as it is. As a whole statement, it may hold several commands. */
class Verbatim extends Statement {
  protected override toQuery(driver: Sql): postgres.PendingQuery<postgres.Row[]> {
    return driver.unsafe(this.texts.join(''));
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

/** The same texts for the same words, because a shape is known by them. */
function once(words: string): Texts {
  let texts = known.get(words);
  if (texts === undefined) known.set(words, (texts = withRaw([words])));
  return texts;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""').replaceAll('.', '"."')}"`;

/**
 * The `sql` that all statements are written with. It means what the driver's own means, for what we use of it. But it puts
 * the text of a statement together once for each shape and not for each call, and a part costs no promise.
 */
export function statementsOn(driver: Sql): Sql {
  const statement = (texts: Texts, values: readonly unknown[] = []) => new Statement(driver, texts, values);
  const verbatim = (text: string) => statement(once(text));
  const build = driver as unknown as (...given: unknown[]) => unknown;
  function sql(first: Texts | object | string, ...values: unknown[]): unknown {
    if (typeof first === 'string') return verbatim(quoted(first));
    if ('raw' in first) return statement(first, values);
    // What depends on the words before it, such as a list after `in`, is a value to us. The driver searches
    // the whole statement so far, and finds the nearest `in` only if each has the same characters around it: write ` in `.
    return build(first, ...values);
  }
  const unsafe = (text: string) => new Verbatim(driver, once(text), []);
  return Object.assign(sql, driver, { unsafe });
}
