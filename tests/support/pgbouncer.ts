import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { findPort } from '../../playground/find-ports';
import { makeTemporaryFolder } from '../../playground/temporary-folder';
import { PROGRAMS_PATH } from './installed-programs';

export interface Pgbouncer {
  /** The address of the same database and user through the pooler. */
  readonly through: (url: string) => string;
  readonly close: () => Promise<void>;
}

/** PgBouncer refuses root. */
function anotherUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody']));
  return { uid: id('-u'), gid: id('-g') };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.end());
  });
}

/** Starts PgBouncer as it comes, except for its mode, in front of the tests' Postgres. It knows these logins. */
export async function startPgbouncer(
  server: string,
  logins: readonly string[],
  mode: 'transaction' | 'session' = 'transaction',
): Promise<Pgbouncer> {
  const folder = makeTemporaryFolder('pgbouncer');
  const port = await findPort();
  const file = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    chmodSync(join(folder, name), 0o644);
    return join(folder, name);
  };
  chmodSync(folder, 0o755);
  const users = file(
    'users.txt',
    logins.map((login) => `"${login}" ""`),
  );
  const settings = file('pgbouncer.ini', [
    '[databases]',
    `* = host=127.0.0.1 port=${new URL(server).port}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = trust',
    `auth_file = ${users}`,
    `pool_mode = ${mode}`,
    'default_pool_size = 4',
    'max_client_conn = 200',
  ]);
  const env = { PATH: PROGRAMS_PATH };
  const child = spawn('pgbouncer', ['-q', settings], { ...anotherUser(), env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  process.once('exit', () => child.kill('SIGKILL'));
  while (child.exitCode === null && !(await isListening(port)))
    await new Promise((resolve) => setTimeout(resolve, 10));
  if (child.exitCode !== null) throw new Error(`pgbouncer ended with ${child.exitCode}`);
  return {
    through: (url) => url.replace(/:\d+\//, `:${port}/`),
    close: async () => {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
