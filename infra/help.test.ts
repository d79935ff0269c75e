/** @project release */
import { readFileSync } from 'node:fs';
import { runCommandLine } from '../tests/support/run-command-line';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const documents = ['README.md', 'infra/README.md'].map((file) => readFileSync(file, 'utf8')).join('\n');

/** Scripts that take no arguments, so they need no help text. */
const WORDLESS = ['check', 'format', 'build', 'bench'];

const documented = [
  ...new Set([...documents.matchAll(/npm (?:run )?([a-z]+)/g)].map(([, name]) => String(name))),
];
const commands = documented.filter((name) => name in scripts && !WORDLESS.includes(name) && name !== 'test');

it('documents every command that an operator has', () => {
  expect(commands.sort()).toEqual([
    'channels',
    'deploy',
    'docs',
    'doctor',
    'migrate',
    'replay',
    'smoke',
    'start',
    'webhook',
  ]);
});

it.each(commands)('npm run %s -- --help prints help without any variable', async (name) => {
  const [, file = ''] = /^tsx (\S+)$/.exec(scripts[name] ?? '') ?? [];
  const { code, stdout, stderr } = await runCommandLine(file, ['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(new RegExp(`npm (run )?${name}\\b`));
});

it.each(['migrate', 'doctor', 'docs'])('npm run %s refuses an unknown word', async (name) => {
  const { code, stderr } = await runCommandLine(`infra/${name === 'docs' ? 'write-docs' : name}.ts`, [
    'everything',
  ]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'Unknown word: everything. See --help.\n' });
});
