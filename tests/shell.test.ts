/** @project release */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dryRun, planDeploy } from '../infra/deploy/plan';
import { STAGES } from '../infra/deploy/stages';
import { installed, nothingThere } from './deploy/support/installed';
import { sayMissing } from './support/installed-programs';

const ROOT = join(__dirname, '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Whole scripts, and the commands that documents show. */
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

/** Checks that a snippet can't pass, because its reader replaces words in capitals, changes folders and has the files. */
const LEFT_TO_THE_READER = ['SC2154', 'SC2164', 'SC1091'];

it('finds the scripts and the blocks of the documents', () => {
  expect(SCRIPTS.map(([file]) => file)).toEqual(
    expect.arrayContaining(['.ci/run', 'README.md', 'infra/README.md']),
  );
});

it.each(SCRIPTS)('shows valid bash in %s', (_, script) => {
  expect(spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
});

/** Shellcheck's complaints; `undefined` if it is not installed. CI installs it. */
function complaints(script: string): string | undefined {
  const args = ['--shell=bash', `--exclude=${LEFT_TO_THE_READER.join(',')}`, '-'];
  const { error, stdout } = spawnSync('shellcheck', args, { input: script, encoding: 'utf8' });
  if (error === undefined) return stdout;
  sayMissing('shellcheck', 'the check of a script');
  return undefined;
}

it.each(SCRIPTS)('passes shellcheck in %s', (_, script) => {
  expect(complaints(script) ?? '').toBe('');
});

it.each<[string, object]>([
  ['a domain', { domain: 'pay.example.com', alert_emails: ['olga@example.com'], deployer: true }],
  ['a password', { database: { login: 'password' } }],
])('prints clean shell in a dry run with %s', async (_, settings) => {
  const installation = installed(settings);
  const plan = await planDeploy(STAGES, installation, nothingThere);
  expect(complaints(`${dryRun(plan, installation.settings.project)}\n`) ?? '').toBe('');
});

it.each([
  ['rm -rf "$x"/*', 'SC2115'],
  ['for f in $(ls); do echo "$f"; done', 'SC2045'],
])('finds the fault in %s', (script, code) => {
  expect(complaints(`${script}\n`) ?? code).toContain(code);
});
