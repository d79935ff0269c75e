import { readExport } from '../../database/reports/exports';
import type { Database } from '../../database/connection/pool';
import type { ExportName } from '../../domain/reports/exports';
import type { OpenChannelId } from '../../domain/common/ids';
import { csvWriter } from '../common/csv-table';
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

/** A table of a channel as CSV, in the sequence of `readExport`. `mostBytes` limits the file and so the memory. */
export async function makeExport(
  database: Database,
  { openChannelId, name }: ExportRequest,
  mostBytes = MOST_BYTES,
): Promise<CsvExport> {
  const write = await csvWriter();
  const columns = COLUMNS[name];
  const made = {
    parts: [write([columns.map(([header]) => header)], true)],
    bytes: 0,
    rows: 0,
    isWhole: true,
  };
  await readExport(database, { name, openChannelId }, (rows) => {
    const part = write(rows.map((row) => columns.map(([, cell]) => cell(row as never))));
    made.isWhole = made.bytes + part.byteLength <= mostBytes;
    if (!made.isWhole) return false;
    made.parts.push(part);
    made.bytes += part.byteLength;
    made.rows += rows.length;
    return true;
  });
  return { bytes: Buffer.concat(made.parts), rows: made.rows, isWhole: made.isWhole };
}
