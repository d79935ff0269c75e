import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../playground/temporary-folder';

const CI = join(__dirname, '../.ci/run');
/** Everything that the tests need and that no npm package has, apart from Postgres, which is not looked for on the PATH. */
const PACKAGES = ['python3', 'curl', 'openssl', 'shellcheck', 'caddy', 'pgbouncer', 'systemd', 'prometheus'];

const folder = makeTemporaryFolder('ci');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `.ci/run` on a played Debian until `npm ci`. Returns what it wrote, and the packages that it asked for. */
function start(apt: string) {
  const bin = join(folder, 'bin');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(bin, { recursive: true });
  mkdirSync(join(folder, '.ci'));
  copyFileSync(CI, join(folder, '.ci/run'));
  const shim = (name: string, script: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  for (const name of ['bash', 'dirname'])
    symlinkSync(
      spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim(),
      join(bin, name),
    );
  shim('id', 'echo 0');
  shim('npm', 'echo "npm $* with CI=$CI"; exit 1');
  shim('apt-get', `echo "$*" >> ${join(folder, 'apt.log')}\n${apt}`);
  const { stdout, stderr } = spawnSync('bash', ['.ci/run'], {
    cwd: folder,
    env: { PATH: bin },
    encoding: 'utf8',
  });
  const asked = readFileSync(join(folder, 'apt.log'), 'utf8').trim().split('\n');
  return { stdout, stderr, asked: asked.flatMap((line) => /^install .* (\S+)$/.exec(line)?.[1] ?? []) };
}

it('installs each program that tests need', () => {
  const { asked, stderr } = start('exit 0');
  expect(asked).toEqual(expect.arrayContaining(PACKAGES));
  expect(stderr).toBe('');
});

it('installs the others if this system lacks one', () => {
  const { asked, stderr, stdout } = start('case "$*" in *caddy) exit 100 ;; esac');
  expect(asked).toEqual(expect.arrayContaining(PACKAGES));
  expect(stderr).toBe('could not install: caddy\n');
  expect(stdout).toContain('npm ci');
});

it('goes on if there are no lists of packages', () => {
  expect(start('exit 100').stdout).toContain('npm ci');
});

it('lets tests fail that lack a program', () => {
  expect(start('exit 0').stdout).toContain('with CI=true');
});
