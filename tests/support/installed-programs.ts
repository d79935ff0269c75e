import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const isInstalled = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/**
 * For tests that need a program which no package registry has. They are skipped where it is not installed; `.ci/run` installs
 * what Debian has.
 */
export const withProgram = (program: string): typeof describe.skip =>
  isInstalled(program) ? describe : describe.skip;

const DEBIAN = '/usr/lib/postgresql';

/** The folder with a server and the client programs of one version of Postgres, if this machine has it. */
export const POSTGRES_PROGRAMS: string | undefined = (existsSync(DEBIAN) ? readdirSync(DEBIAN) : [])
  .sort((a, b) => Number(b) - Number(a))
  .map((version) => join(DEBIAN, version, 'bin'))
  .find((folder) =>
    ['postgres', 'initdb', 'psql', 'pg_dump', 'pg_restore'].every((name) => existsSync(join(folder, name))),
  );
