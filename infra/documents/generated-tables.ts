import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** A file, or a part of one, that is made from the code it describes. */
export interface Generated {
  /** From the root of the project. */
  readonly file: string;
  /** The part between `<!-- marker -->` and `<!-- /marker -->`; without one, the whole file is made. */
  readonly marker?: string;
  readonly make: () => string;
}

/** A table as Prettier writes it: every column as wide as its widest cell. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...escaped.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [first = [], ...others] = escaped.map(line);
  return [first, rule, ...others].join('\n');
}

/** The text with the part between the markers replaced. Throws if it does not have them. */
export function replaceMarked(text: string, marker: string, content: string): string {
  const [opening, closing] = [`<!-- ${marker} -->`, `<!-- /${marker} -->`];
  const [start, end] = [text.indexOf(opening), text.indexOf(closing)];
  if (start === -1 || end < start) throw new Error(`There is no ${opening} with its ${closing}.`);
  return `${text.slice(0, start + opening.length)}\n\n${content}\n\n${text.slice(end)}`;
}

/** What a file holds now, and what it should. */
export async function compare({ file, marker, make }: Generated): Promise<{ now: string; wanted: string }> {
  const now = await readFile(join(ROOT, file), 'utf8');
  return { now, wanted: marker === undefined ? make() : replaceMarked(now, marker, make()) };
}

/** Brings the files up to date, one after the other, for several parts may be in one. Returns those that it changed. */
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
