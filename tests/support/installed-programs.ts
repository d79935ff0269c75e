import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

type Describe = (title: string, tests: () => void) => void;

/** Debian keeps some programs out of the path of a user who isn't root. */
export const PROGRAMS_PATH = `${process.env['PATH']}:/usr/sbin`;

export const isInstalled = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore', env: { ...process.env, PATH: PROGRAMS_PATH } })
    .error === undefined;

/** For tests without a program that `.ci/run` installs: throws in CI, otherwise prints what is skipped. */
export function sayMissing(program: string, what: string, environment = process.env): void {
  if (environment['CI'])
    throw new Error(`${program} is not installed, although .ci/run installs it: ${what}`);
  process.stdout.write(`Skipped, because ${program} is not installed: ${what}\n`);
}

const only =
  (isThere: boolean, program: string): Describe =>
  (title, tests) => {
    if (!isThere) sayMissing(program, title);
    (isThere ? describe : describe.skip)(title, tests);
  };

/** For tests that need a program which no package registry has. */
export const withProgram = (program: string): Describe => only(isInstalled(program), program);

const DEBIAN = '/usr/lib/postgresql';

/** The folder with a server and the client programs of one version of Postgres, if this machine has it. */
export const POSTGRES_PROGRAMS: string | undefined = (existsSync(DEBIAN) ? readdirSync(DEBIAN) : [])
  .sort((a, b) => Number(b) - Number(a))
  .map((version) => join(DEBIAN, version, 'bin'))
  .find((folder) =>
    ['postgres', 'initdb', 'psql', 'pg_dump', 'pg_restore'].every((name) => existsSync(join(folder, name))),
  );

/** For tests that need Debian's programs of Postgres, as a server of one's own has them. */
export const withPostgresPrograms: Describe = only(
  POSTGRES_PROGRAMS !== undefined,
  "Debian's package postgresql",
);

/** For tests that need a Postgres that can compile statements, as Debian's can. */
export const withPostgresCompiler: Describe = only(
  POSTGRES_PROGRAMS !== undefined && existsSync(join(POSTGRES_PROGRAMS, '../lib/llvmjit.so')),
  "Debian's package postgresql, with llvmjit.so,",
);
