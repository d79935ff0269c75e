import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeLoad } from 'js-yaml';
import { BUILD } from './deploy/build-schema';
import { dryRun, planDeploy } from '../infra/deploy/plan';
import { STAGES } from '../infra/deploy/stages';
import { PROJECT } from './deploy/google/wire';
import { installed, nothingThere } from './deploy/installed';
import { shellBlocks, shellSources, type ShellSource } from './shell-sources';

/** What Cloud Build gives to `bash -c`, as bash sees it: `$$` is its way to write `$`. */
function buildSteps(): ShellSource[] {
  const { steps } = BUILD.parse(safeLoad(readFileSync(join(__dirname, '../cloudbuild.yaml'), 'utf8')));
  return steps
    .filter(({ args }) => args?.[0] === '-c')
    .map(({ id = '', args = [] }) => ({
      title: `cloudbuild.yaml: ${id}`,
      text: `${String(args[1])
        .replaceAll(/\$\{_(\w+)\}/g, 'a-substitution')
        .replaceAll('$$', () => '$')}\n`,
    }));
}

/** What a dry run prints, which is shell, too. */
async function dryRuns(): Promise<ShellSource[]> {
  const installations = [
    { alert_emails: ['o@example.com'], domain: 'pay.example.com', deployer: true },
    PASSWORD,
  ];
  return Promise.all(
    installations.map(async (settings) => ({
      title: `a dry run with ${Object.keys(settings).join(', ')}`,
      text: `${dryRun(await planDeploy(STAGES, installed(settings), nothingThere), PROJECT)}\n`,
    })),
  );
}
const PASSWORD = { database: { login: 'password' } };

const sources = [...shellSources(), ...buildSteps()];
const isInstalled = spawnSync('shellcheck', ['--version']).status === 0;

/** What a program that reads shell from its input says about it. */
function complaints(program: string, args: readonly string[], text: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { input: text, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

it('knows all of them', () => {
  const titles = sources.map(({ title }) => title.replace(/:\d+$/, ''));
  expect(titles).toEqual(
    expect.arrayContaining(['.ci/run', 'README.md', 'infra/README.md', 'cloudbuild.yaml: deploy']),
  );
});

it('finds a block wherever it stands', () => {
  const text = 'Do this:\n\n   ```sh\n   echo "$x"\n   ```\n\n```ts\nno()\n```\n';
  expect(shellBlocks({ path: 'a.md', text })).toEqual([{ title: 'a.md:4', text: 'echo "$x"\n' }]);
});

it.each(sources.map(({ title, text }) => [title, text]))('%s is bash', (_title, text) => {
  expect(complaints('bash', ['-n'], text)).toBe('');
});

// .ci/run installs it, so that it is never missing where it counts.
(isInstalled ? it : it.skip).each(sources.map(({ title, text }) => [title, text]))(
  'shellcheck has nothing to say about %s',
  (_title, text) => {
    expect(complaints('shellcheck', ['--shell=bash', '-'], text)).toBe('');
  },
);

it('prints shell in a dry run', async () => {
  for (const { title, text } of await dryRuns()) {
    expect([title, complaints('bash', ['-n'], text)]).toEqual([title, '']);
    if (isInstalled)
      expect([title, complaints('shellcheck', ['--shell=bash', '-'], text)]).toEqual([title, '']);
  }
});

it.each([
  ['rm -rf "$x"/*', 'SC2115'],
  ['for f in $(ls); do echo $f; done', 'SC2045'],
])('would say something about %s', (text, code) => {
  if (isInstalled) expect(complaints('shellcheck', ['--shell=bash', '-'], text)).toContain(code);
});
