import { cellsByName, fieldOf, type ListedCells } from '../../../domain/takeovers/columns';
import { cellsInOrder, isHeader, listLineCells } from '../../../domain/takeovers/read-list-line';
import { badLine, readMember, type BadLine, type ReadLine } from '../../../domain/takeovers/read-member';
import { decodeText } from './decode-text';
import type { CsvRecord } from './csv-records';
import type { JsonRecord } from './json-records';
import { SplitLines } from './split-lines';
import { UnreadableList } from './unreadable-list';

/** The most members of one list. A longer one has to be cut in two. */
export const MAX_LISTED = 100_000;

/** How many lines are handed on at once. */
const BATCH = 1_000;

/** A reader of one format. It is given the text in pieces. */
interface Format {
  readonly push: (piece: string) => Iterable<ReadLine>;
  readonly end: () => Iterable<ReadLine>;
}

/** The values of an object by their names. One of an object in it may have both names, such as the `id` of a `user`. */
const entriesOf = (value: object, outer = ''): (readonly [string, string])[] =>
  Object.entries(value).flatMap(([name, held]: [string, string | number | boolean | object | null]) => {
    if (typeof held === 'object' && held !== null) return entriesOf(held, name);
    return [[fieldOf(outer + name) === undefined ? name : outer + name, String(held ?? '')] as const];
  });

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Returns `true` for an object with a list of others in it, which can't be one person. */
const holdsList = (value: object): boolean =>
  Object.values(value).some(
    (held: unknown) => isObject(held) && ((Array.isArray(held) && held.some(isObject)) || holdsList(held)),
  );

function jsonCells(value: unknown): ListedCells | 'several' | 'not_json' {
  if (typeof value === 'number' || typeof value === 'string') return { id: String(value) };
  if (!isObject(value) || Array.isArray(value)) return 'not_json';
  return holdsList(value) ? 'several' : cellsByName(entriesOf(value));
}

async function jsonFormat(timeZone: string): Promise<Format> {
  const { JsonRecords } = await import('./json-records');
  const records = new JsonRecords();
  const read = function* (found: Iterable<JsonRecord | BadLine>): Generator<ReadLine> {
    for (const record of found) {
      const cells = 'problem' in record ? record.problem : jsonCells(record.value);
      if ('problem' in record) yield record;
      else if (typeof cells === 'string') yield badLine(record.line, cells, JSON.stringify(record.value));
      else yield readMember(record.line, cells, timeZone);
    }
  };
  return { push: (piece) => read(records.push(piece)), end: () => read(records.end()) };
}

/** A table or a list of lines. The first line may name the columns. */
async function csvFormat(timeZone: string): Promise<Format> {
  // Loaded late, because few workers ever read a list.
  const { CsvRecords } = await import('./csv-records');
  const lines = new SplitLines();
  const records = new CsvRecords();
  let header: readonly string[] | undefined;
  let isFirst = true;
  const cellsOf = (cells: readonly string[]): ListedCells | 'several' => {
    const [only = '', ...more] = cells;
    if (header !== undefined) return cellsByName(header.map((name, index) => [name, cells[index] ?? '']));
    return more.length === 0 ? listLineCells(only, timeZone) : cellsInOrder(cells);
  };
  const read = function* (found: Iterable<CsvRecord | BadLine>): Generator<ReadLine> {
    for (const record of found) {
      if (isFirst && 'cells' in record && isHeader(record.cells)) header = record.cells;
      else if ('problem' in record) yield record;
      else if (record.cells.some((cell) => cell.trim() !== '')) {
        const cells = cellsOf(record.cells);
        yield cells === 'several'
          ? badLine(record.line, 'several', record.cells.join(' '))
          : readMember(record.line, cells, timeZone);
      }
      isFirst = false;
    }
  };
  const readLines = function* (piece: string): Generator<ReadLine> {
    for (const line of lines.push(piece)) yield* read(records.push(line));
  };
  const endLines = function* (): Generator<ReadLine> {
    for (const line of lines.end()) yield* read(records.push(line));
    yield* read(records.end());
  };
  return { push: readLines, end: endLines };
}

/** The lines of a list in batches, with what is wrong in those that can't be used. */
async function* batched(lines: AsyncIterable<ReadLine>): AsyncGenerator<readonly ReadLine[]> {
  let batch: ReadLine[] = [];
  let count = 0;
  for await (const line of lines) {
    count += 1;
    if (count > MAX_LISTED) throw new UnreadableList('too_many_lines');
    batch.push(line);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (count === 0) throw new UnreadableList('empty');
  if (batch.length > 0) yield batch;
}

async function* linesOf(pieces: AsyncIterable<string>, timeZone: string): AsyncGenerator<ReadLine> {
  let format: Format | undefined;
  for await (const piece of pieces) {
    const [start] = piece.trimStart();
    if (format === undefined && start === undefined) continue;
    format ??= await (start === '[' || start === '{' ? jsonFormat(timeZone) : csvFormat(timeZone));
    yield* format.push(piece);
  }
  yield* format?.end() ?? [];
}

/**
 * Reads a list of members: CSV with commas, semicolons or tabs, JSON, or a text with one person in each line. Memory stays
 * bounded, whatever the file is. `timeZone`: the channel's. Throws `UnreadableList` if nothing of it counts.
 */
export const readList = (
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { timeZone }: { readonly timeZone: string },
): AsyncGenerator<readonly ReadLine[]> => batched(linesOf(decodeText(chunks), timeZone));
