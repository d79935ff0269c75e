import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const record = readFileSync(join(ROOT, 'docs/decisions/0032-past-one-machine.md'), 'utf8');

/** What an engine must know, with the statement of ours that needs it. */
const NEEDS = [...record.matchAll(/^\| ([^|`]+) \| `([^`|]+)` +\| `(\w+)` +\| `([^`|]+)` +\|$/gm)].map(
  (row) => row.slice(1).map((cell) => cell.trim()),
) as [need: string, words: string, name: string, file: string][];

/** The definition of a name: from its first line to the next definition at the margin. */
function definitionOf(name: string, file: string): string {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const start = new RegExp(
    `^(export (async )?(const|function)|create (or replace )?(table|function|(unique )?index)) ${name}\\b`,
    'm',
  ).exec(text)?.index;
  if (start === undefined) return '';
  const rest = text.slice(start);
  const end = rest.slice(1).search(/^(export|create|const|function|async function|\/\*\*) ?/m);
  return end === -1 ? rest : rest.slice(0, end + 1);
}

it('finds the statements that the decision names', () => {
  expect(NEEDS.length).toBeGreaterThanOrEqual(14);
});

it.each(NEEDS)('has the statement that needs %s: %s in %s', (_, words, name, file) => {
  expect(definitionOf(name, file).toLowerCase()).toContain(words);
});

it('names only these statements where an engine is refused', () => {
  const engines = record.slice(record.indexOf('| engine '), record.indexOf('How a URL is used'));
  const named = [...engines.matchAll(/`(\w+)`/g)].map(([, name]) => String(name));
  expect(named.filter((name) => !NEEDS.some(([, , known]) => known === name))).toEqual([]);
  expect(named.length).toBeGreaterThan(8);
});
