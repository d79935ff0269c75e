// A formula after blanks, which csv-stringify doesn't escape although some spreadsheets run it.
const MAY_BEGIN_A_FORMULA = /^(?:\s+[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|\n)/;

/** Writes rows as CSV. The first ones get a byte order mark, so that Excel recognizes UTF-8. */
type CsvWriter = (rows: readonly (readonly unknown[])[], isFirst?: boolean) => Buffer;

/** Makes a writer of tables (RFC 4180). A cell that a spreadsheet would run as a formula gets a `'` before it. */
export async function csvWriter(): Promise<CsvWriter> {
  // Imported late, because few processes ever write a table.
  const { stringify } = await import('csv-stringify/sync');
  return (rows, isFirst = false) =>
    Buffer.from(
      stringify(rows as unknown[][], {
        bom: isFirst,
        escape_formulas: true,
        record_delimiter: '\r\n',
        quoted_match: /[\r\n]/,
        cast: { string: (text) => (MAY_BEGIN_A_FORMULA.test(text) ? `'${text}` : text) },
      }),
    );
}
