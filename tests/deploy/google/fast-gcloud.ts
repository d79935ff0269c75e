import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Finds the SDK and the Python that it contains. */
function findSdk(): { root: string; python: string } | undefined {
  const found = spawnSync('sh', ['-c', 'command -v gcloud'], { encoding: 'utf8' }).stdout.trim();
  if (found === '') return undefined;
  const root = dirname(dirname(realpathSync(found)));
  const python = join(root, 'platform/bundledpythonunix/bin/python3');
  return existsSync(python) ? { root, python } : undefined;
}

export interface FastGcloud {
  /** A folder to put first on the PATH. Its `gcloud` forwards commands to the real one, which is already loaded. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts the real gcloud once for many commands, because loading it takes most of the half second of each command. Returns
 * `undefined` if the SDK has no Python of its own; each command then starts gcloud itself.
 */
export async function startFastGcloud(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<FastGcloud | undefined> {
  const sdk = findSdk();
  if (sdk === undefined) return undefined;
  const socket = join(folder, 'gcloud.sock');
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const client = join(__dirname, 'gcloud-client.py');
  writeFileSync(join(bin, 'gcloud'), `#!/bin/sh\nexec '${sdk.python}' -S -E -I '${client}' "$@"\n`);
  chmodSync(join(bin, 'gcloud'), 0o755);
  const server = spawn(sdk.python, ['-S', '-E', join(__dirname, 'gcloud-server.py'), socket], {
    env: { ...process.env, ...environment, SDK_ROOT: sdk.root },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([once(server.stdout, 'data'), once(server, 'exit')]);
  if (server.exitCode !== null) throw new Error('gcloud could not be loaded');
  return {
    folder: bin,
    environment: { GCLOUD_SOCKET: socket },
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
