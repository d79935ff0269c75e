import { readExport } from '../../database/reports/exports';
import type { Database } from '../../database/connection/pool';
import type { ExportName } from '../../domain/reports/exports';
import type { OpenChannelId } from '../../domain/common/ids';
import { COLUMNS } from './csv-columns';

export interface CsvExport {
  /** UTF-8 with a byte order mark, so that Excel recognizes it. */
  readonly bytes: Uint8Array;
  readonly rows: number;
  /** `false` if only the first rows fit: the newest orders, or the members with the highest ids. */
  readonly isWhole: boolean;
}

export interface ExportRequest {
  readonly openChannelId: OpenChannelId;
  readonly name: ExportName;
}

/** Telegram accepts 50 MB from a bot, and the worker holds the whole file while it sends it. */
const MOST_BYTES = 45_000_000;

// A formula after blanks, which csv-stringify doesn't escape although some spreadsheets run it.
const MAY_BEGIN_A_FORMULA = /^(?:\s+[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|\n)/;

/**
 * A table of a channel as CSV (RFC 4180), in the sequence of `readExport`. A cell that a spreadsheet would run as a formula gets
 * a `'` before it. `mostBytes` limits the file and so the memory.
 */
export async function makeExport(
  database: Database,
  { openChannelId, name }: ExportRequest,
  mostBytes = MOST_BYTES,
): Promise<CsvExport> {
  // Imported late, because few workers ever make an export.
  const { stringify } = await import('csv-stringify/sync');
  const columns = COLUMNS[name];
  const csvOf = (rows: readonly (readonly unknown[])[], bom = false) =>
    Buffer.from(
      stringify(rows as unknown[][], {
        bom,
        escape_formulas: true,
        record_delimiter: '\r\n',
        cast: { string: (text) => (MAY_BEGIN_A_FORMULA.test(text) ? `'${text}` : text) },
      }),
    );
  const made = {
    parts: [csvOf([columns.map(([header]) => header)], true)],
    bytes: 0,
    rows: 0,
    isWhole: true,
  };
  await readExport(database, { name, openChannelId }, (rows) => {
    const part = csvOf(rows.map((row) => columns.map(([, cell]) => cell(row as never))));
    made.isWhole = made.bytes + part.byteLength <= mostBytes;
    if (!made.isWhole) return false;
    made.parts.push(part);
    made.bytes += part.byteLength;
    made.rows += rows.length;
    return true;
  });
  return { bytes: Buffer.concat(made.parts), rows: made.rows, isWhole: made.isWhole };
}
