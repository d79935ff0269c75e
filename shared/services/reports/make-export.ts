import { readExport } from '../../database/reports/exports';
import type { Database } from '../../database/connection/pool';
import type { ExportName } from '../../domain/reports/exports';
import type { OpenChannelId } from '../../domain/common/ids';
import { COLUMNS } from './csv-columns';

export interface CsvExport {
  /** UTF-8 with a byte order mark, by which Excel knows it. */
  readonly bytes: Uint8Array;
  readonly rows: number;
  /** `false` where only the newest rows had room. */
  readonly isWhole: boolean;
}

export interface OfExport {
  readonly openChannelId: OpenChannelId;
  readonly name: ExportName;
}

/** Telegram takes 50 MB from a bot, and the worker holds the whole file while it sends it. */
const MOST_BYTES = 45_000_000;

// What csv-stringify does not take for the beginning of a formula, and some spreadsheets may: one after blanks.
const MAY_BEGIN_A_FORMULA = /^(?:\s+[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|\n)/;

/**
 * A table of a channel as CSV (RFC 4180), the newest rows first. What a spreadsheet would take for a formula is text there: it
 * has a `'` before it. Bounded in memory by `mostBytes`.
 */
export async function makeExport(
  database: Database,
  { openChannelId, name }: OfExport,
  mostBytes = MOST_BYTES,
): Promise<CsvExport> {
  // Behind import(), for few workers ever make one.
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
