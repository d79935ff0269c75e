/** The columns of a list as it is exported. `readList` reads what is written with them. */
export type TableRow = readonly (string | number | null)[];

/** The end of an access as a table says it. */
export const endInTable = (until: Date | 'for_ever' | null): string =>
  until === null || until === 'for_ever' ? 'for ever' : `${until.toISOString().slice(0, 19)}Z`;

// A formula after blanks, which csv-stringify doesn't escape although some spreadsheets run it.
const MAY_BEGIN_A_FORMULA = /^\s+[=+\-@]/;

/** Writes rows as CSV (RFC 4180, UTF-8 with a mark). A cell that a spreadsheet would run gets a `'`, which `readList` drops. */
export async function tableWriter(): Promise<(rows: readonly TableRow[], isFirst?: boolean) => Buffer> {
  // Imported late, because few processes ever write a table.
  const { stringify } = await import('csv-stringify/sync');
  return (rows, isFirst = false) =>
    Buffer.from(
      stringify(rows as (string | number | null)[][], {
        bom: isFirst,
        escape_formulas: true,
        record_delimiter: '\r\n',
        quoted_match: /[\r\n]/,
        cast: { string: (text) => (MAY_BEGIN_A_FORMULA.test(text) ? `'${text}` : text) },
      }),
    );
}
