import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Whole scripts, and what documents show to be typed. */
const SCRIPTS: readonly (readonly [string, string])[] = [
  ...files
    .filter((file) => /(^|\/)[^.]*$|\.sh$/.test(file) && /^#!.*\b(ba)?sh\b/.test(read(file)))
    .map((file) => [file, read(file)] as const),
  ...files
    .filter((file) => file.endsWith('.md') && !file.startsWith('CHANGELOG'))
    .flatMap((file) =>
      [...read(file).matchAll(/^( *)```sh\n(.*?)^ *```/gms)].map(
        ([, indent = '', block = '']) =>
          [file, block.replaceAll(new RegExp(`^${indent}`, 'gm'), '')] as const,
      ),
    ),
];

/** What a snippet leaves to whoever types it: words in capitals, a folder to be in, files that are named before. */
const LEFT_TO_THE_READER = ['SC2154', 'SC2164', 'SC1091'];

it('knows at least one script, and the documents’ blocks', () => {
  expect(SCRIPTS.map(([file]) => file)).toEqual(
    expect.arrayContaining(['.ci/run', 'README.md', 'infra/README.md']),
  );
});

it.each(SCRIPTS)('%s is read by bash', (_, script) => {
  expect(spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
});

it.each(SCRIPTS)('%s is clean for shellcheck', (_, script) => {
  const args = ['--shell=bash', `--exclude=${LEFT_TO_THE_READER.join(',')}`, '-'];
  const { error, status, stdout } = spawnSync('shellcheck', args, { input: script, encoding: 'utf8' });
  if (error !== undefined && !process.env['CI']) {
    process.stdout.write('shellcheck is not installed, so it was not asked; CI installs it.\n');
    return;
  }
  expect({ error, status, stdout }).toMatchObject({ error: undefined, status: 0, stdout: '' });
});
