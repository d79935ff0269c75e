import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** A file, or a part of one, that is generated from the code it describes. */
export interface Generated {
  /** Relative to the root of the project. */
  readonly file: string;
  /** Names the part between `<!-- marker -->` and `<!-- /marker -->`. Without a marker, the whole file is generated. */
  readonly marker?: string;
  readonly make: () => string;
}

/** A table in Prettier's format: every column is as wide as its widest cell. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...escaped.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [first = [], ...others] = escaped.map(line);
  return [first, rule, ...others].join('\n');
}

/** The text with the part between the markers replaced. Throws if the markers are missing. */
export function replaceMarked(text: string, marker: string, content: string): string {
  const [opening, closing] = [`<!-- ${marker} -->`, `<!-- /${marker} -->`];
  const [start, end] = [text.indexOf(opening), text.indexOf(closing)];
  if (start === -1 || end < start) throw new Error(`There is no ${opening} with its ${closing}.`);
  return `${text.slice(0, start + opening.length)}\n\n${content}\n\n${text.slice(end)}`;
}

/** The current text of a file, and the text it should have. */
export async function compare({ file, marker, make }: Generated): Promise<{ now: string; wanted: string }> {
  const now = await readFile(join(ROOT, file), 'utf8');
  return { now, wanted: marker === undefined ? make() : replaceMarked(now, marker, make()) };
}

/** Updates the files, one after the other because one file may have several parts. Returns the names of those it changed. */
export async function writeGenerated(all: readonly Generated[]): Promise<string[]> {
  const changed: string[] = [];
  for (const generated of all) {
    const { now, wanted } = await compare(generated);
    if (now === wanted) continue;
    await writeFile(join(ROOT, generated.file), wanted);
    changed.push(generated.file);
  }
  return changed;
}
