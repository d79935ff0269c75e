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

const fileOf = (name: string): string => /^(?:tsx|node) (\S+)$/.exec(scripts[name] ?? '')?.[1] ?? '';

it('documents every command that an operator has', () => {
  expect(commands.sort()).toEqual([
    'channels',
    'deploy',
    'docs',
    'doctor',
    'members',
    'migrate',
    'replay',
    'serve',
    'smoke',
    'stars',
    'start',
    'webhook',
  ]);
});

it.each(commands)('npm run %s -- --help prints help without any variable', async (name) => {
  const { code, stdout, stderr } = await runCommandLine(fileOf(name), ['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(new RegExp(`npm (run )?${name}\\b`));
});

/** What an operator may get wrong, for each command. None of them has a variable. */
const WRONG: readonly (readonly [string, readonly string[], string])[] = [
  ['bench', ['--sideways'], 'Unknown option: --sideways. See --help.'],
  ['build', ['--sideways'], 'Unknown option: --sideways. See --help.'],
  ['channels', ['import', 'nowhere.json'], 'There is no file nowhere.json.'],
  [
    'channels',
    ['post', '17'],
    "17 isn't a channel id, which looks like -1001234567890. Run npm run channels -- list.",
  ],
  ['channels', ['post', '-1001234567890'], 'Configuration:\n  DATABASE_URL is missing'],
  ['deploy', ['--leaked'], '--leaked needs --rotate NAME.'],
  ['docs', ['everything'], 'Unknown word: everything. See --help.'],
  ['doctor', ['everything'], 'Unknown word: everything. See --help.'],
  ['members', ['import', '-1001234567890', 'nowhere.csv'], "nowhere.csv can't be read."],
  ['stars', ['transactions', 'x'], "x isn't a number from 1 to 1000."],
  ['members', ['undo', 'x'], "x isn't the id of a list, which is digits only."],
  ['migrate', ['everything'], 'Unknown word: everything. See --help.'],
  [
    'replay',
    ['order', 'aNz'],
    "aNz isn't an order's reference, which has 22 characters: letters, digits, - and _.",
  ],
  ['replay', ['order', '-aNz5678901234567890_-'], 'Configuration:\n  DATABASE_URL is missing'],
  ['smoke', ['--patience', 'long'], '--patience must be in whole seconds, not long.'],
  ['serve', ['everything'], 'Unknown word: everything. See --help.'],
  ['start', ['--foo'], 'Unknown option: --foo. See --help.'],
  ['webhook', ['set', 'example.org'], "example.org isn't an https address that Telegram can reach."],
];

it('tries every command', () => {
  expect([...new Set([...WRONG.map(([name]) => name), ...WORDLESS])].sort()).toEqual(
    [...new Set([...commands, ...WORDLESS])].sort(),
  );
});

it('refuses to empty a database that the operator named', async () => {
  const variables = { DATABASE_URL: 'postgres://nobody@localhost:1/none' };
  expect(await runCommandLine(fileOf('start'), ['--fresh'], variables)).toEqual({
    code: 1,
    stdout: '',
    stderr: '--fresh does not empty the database at DATABASE_URL. Unset one of them.\n',
  });
});

it.each(WRONG)('npm run %s answers %j in a sentence', async (name, words, sentence) => {
  const { code, stdout, stderr } = await runCommandLine(fileOf(name), words);
  expect({ code, stdout, stderr: stderr.split(' (')[0]?.trim() }).toEqual({
    code: 1,
    stdout: '',
    stderr: sentence,
  });
});
