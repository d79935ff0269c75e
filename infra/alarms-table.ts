import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ALARMS } from '../shared/domain/alarms';

const HELP = `Writes the table of alarms, as shared/domain/alarms.ts has them, into infra/README.md.

  npx tsx infra/alarms-table.ts
`;
const README = join(__dirname, 'README.md');
const BEGIN = '<!-- alarms -->';
const END = '<!-- /alarms -->';

/** A Markdown table whose columns are as wide as Prettier makes them. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return rows.flatMap((row, index) => (index === 0 ? [line(row), line(rule)] : [line(row)])).join('\n');
}

const alarmsTable = (): string =>
  table([
    ['alarm', 'raised at', 'severity', 'meaning', 'what to do'],
    ...ALARMS.map(({ name, threshold, unit, severity, meaning, remedy }) => [
      `\`${name}\``,
      `≥ ${threshold} ${unit}`,
      severity,
      meaning,
      remedy,
    ]),
  ]);

/** `document` with the table between its two marks. Throws when they are not there. */
export function withAlarmsTable(document: string): string {
  const [before, after] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`there is no ${BEGIN} … ${END} to write between`);
  return `${document.slice(0, before)}${BEGIN}\n\n${alarmsTable()}\n\n${document.slice(after)}`;
}

async function write(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) return void process.stdout.write(HELP);
  await writeFile(README, withAlarmsTable(await readFile(README, 'utf8')));
}

if (require.main === module) {
  write().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
