import { parse } from 'csv-parse/sync';
import { badLine, type BadLine } from '../../../domain/takeovers/read-member';
import { MAX_LINE, type NumberedLine } from './split-lines';

/** The cells of a record, and the line where it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = ['\t', ';', ',', '|'];

/** The most lines of a cell in quotes. */
const MAX_QUOTED_LINES = 20;

const withoutQuoted = (text: string) => text.replace(/"[^"]*"/g, '');

/** The delimiter of a table, by its first line: the most frequent one. `undefined` if the line has only one cell. */
function delimiterOf(first: string): string | undefined {
  const plain = withoutQuoted(first);
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: plain.split(delimiter).length - 1 }));
  const [best] = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return best?.delimiter;
}

const quotesIn = (text: string) => text.split('"').length - 1;

/** The records of lines that belong together; `undefined` if their quotes don't match. Alone, a line may have stray ones. */
function parseQuoted(lines: readonly NumberedLine[], delimiter: string): CsvRecord[] | undefined {
  const [{ line: first } = { line: 1 }] = lines;
  const text = lines.map((each) => each.text).join('\n');
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_quotes: lines.length === 1,
      relax_column_count: true,
    });
    const records = parsed as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record: cells }, index) => ({
      line: first + (records[index - 1]?.info.lines ?? 0),
      cells,
    }));
  } catch {
    return undefined;
  }
}

/**
 * Reads the records of a table line by line (RFC 4180, and what spreadsheets make of it). A quotation mark that is never closed
 * spoils one line and no other.
 */
export class CsvRecords {
  /** The delimiter; `undefined` for a list of one column. */
  private delimiter: string | undefined;
  private isBegun = false;
  /** Lines with a cell in quotes that isn't closed yet. */
  private open: NumberedLine[] = [];

  *push(line: NumberedLine): Generator<CsvRecord | BadLine> {
    if (!this.isBegun) {
      const named = /^sep=(.)$/.exec(line.text)?.[1];
      if (line.text.trim() === '') return;
      this.delimiter = named ?? delimiterOf(line.text);
      this.isBegun = true;
      if (named !== undefined) return;
    }
    const isContinued = this.open.length > 0;
    if (!isContinued && !line.text.includes('"')) {
      yield* this.plain(line);
      return;
    }
    this.open.push(line);
    const quotes = this.open.reduce((sum, { text }) => sum + quotesIn(text), 0);
    if (quotes % 2 === 0 || this.open.length > MAX_QUOTED_LINES) yield* this.close();
  }

  *end(): Generator<CsvRecord | BadLine> {
    while (this.open.length > 0) yield* this.close();
  }

  private *plain({ line, text }: NumberedLine): Generator<CsvRecord | BadLine> {
    if (text.length > MAX_LINE) yield badLine(line, 'too_long', text);
    else if (text.trim() !== '')
      yield { line, cells: this.delimiter === undefined ? [text] : text.split(this.delimiter) };
  }

  /** Ends the open record. If its quotes don't match, only its first line is taken, and the others are read again. */
  private *close(): Generator<CsvRecord | BadLine> {
    const lines = this.open;
    this.open = [];
    const delimiter = this.delimiter ?? '\t';
    const whole = parseQuoted(lines, delimiter);
    if (whole !== undefined) {
      yield* whole;
      return;
    }
    const [first, ...others] = lines;
    if (first === undefined) return;
    const alone = first.text.length > MAX_LINE ? undefined : parseQuoted([first], delimiter);
    yield* (
      alone ?? [badLine(first.line, first.text.length > MAX_LINE ? 'too_long' : 'broken_quotes', first.text)]
    );
    for (const line of others) yield* this.push(line);
  }
}
