import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { findPort } from '../../playground/find-ports';
import { startTemporaryPostgres, type LocalPostgres } from '../../playground/postgres/start-postgres';
import { runProgram, type RunningProgram } from '../../playground/run-program';
import { makeTemporaryFolder } from '../../playground/temporary-folder';

const ROOT = join(__dirname, '../..');

/** The programs that a test may not run as they are. Each stands first in the PATH of the guide's commands. */
const SHIMS: Readonly<Record<string, string>> = {
  // The tests may already do everything here, and only the database is reached as another user.
  sudo: 'if [ "$1" = -u ]; then shift 2; fi\nexec "$@"',
  chown: 'exit 0',
  'apt-get': 'exit 0',
  // The checkout is installed and built, because these tests run in it.
  npm: 'case "$*" in ci* | rebuild* | "run build") case "$*" in *--prefix*) ;; *) exit 0 ;; esac ;; esac\nPATH=${PATH#*:} exec npm "$@" --prefer-offline --no-audit',
  systemctl: 'exec curl --fail-with-body --silent --show-error "$SYSTEMCTL" --data-raw "$*"',
};

export interface OwnServer {
  readonly postgres: LocalPostgres;
  /** Where the host is reached, as if Caddy were in front of it. */
  readonly url: string;
  /** The output of the host, across restarts. */
  hostOutput(): string;
  /** Runs blocks of the guide as one script. Returns what they print. Rejects with it if one fails. */
  run(blocks: readonly string[], input?: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

/** A stand-in for a server with systemd: an empty folder for its root, and a server of Postgres. */
export async function startOwnServer(programs: string): Promise<OwnServer> {
  const root = makeTemporaryFolder('own-server');
  const postgres = await startTemporaryPostgres({ programs });
  const port = await findPort();
  const url = `http://127.0.0.1:${port}`;
  let host: RunningProgram | undefined;

  /** What differs from a real server: where its files are, where its ports are, and that Caddy is away. */
  const here = (script: string) =>
    script
      .replaceAll(/(?<![\w.$/])\/(opt\/telepay|etc|var\/backups)\b/g, `${root}/$1`)
      .replaceAll('/usr/bin/node', process.execPath)
      .replaceAll('@127.0.0.1/', `@127.0.0.1:${postgres.port}/`)
      .replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`)
      .replaceAll('https://$DOMAIN', url);

  const unit = (name: string) => here(readFileSync(join(root, 'etc/systemd/system', name), 'utf8'));
  const clientEnvironment = { PGHOST: '127.0.0.1', PGPORT: String(postgres.port), PGUSER: 'postgres' };
  const variablesIn = (text: string): Record<string, string> =>
    Object.fromEntries(
      [...text.matchAll(/^Environment=(.*)$/gm)].flatMap(([, pairs = '']) =>
        pairs.split(' ').map((pair) => pair.split('=', 2) as [string, string]),
      ),
    );

  async function startHost(): Promise<void> {
    const service = unit('telepay.service');
    const [, credential = ''] = /^LoadCredential=telepay\.env:(.*)$/m.exec(service) ?? [];
    const [, command = ''] = /^ExecStart=(.*)$/m.exec(service) ?? [];
    const [, ...program] = command.replace('${CREDENTIALS_DIRECTORY}/telepay.env', credential).split(' ');
    if (host !== undefined) return host.start();
    const environment = { ...variablesIn(service), PORT: String(port) };
    host = await runProgram({ name: 'telepay.service', program, port, environment });
  }

  async function runBackup(): Promise<void> {
    const service = unit('telepay-backup.service');
    const [, program = ''] = /^ExecStart=(.*)$/m.exec(service) ?? [];
    const env = { PATH: `${programs}:${process.env['PATH']}`, ...clientEnvironment, ...variablesIn(service) };
    await promisify(execFile)(program, [], { env });
  }

  const services: Readonly<Record<string, () => Promise<unknown>>> = {
    'daemon-reload': async () => undefined,
    'reload caddy': async () => undefined,
    'enable --now telepay.service telepay-backup.timer': startHost,
    'start telepay': startHost,
    'stop telepay': async () => host?.stop(),
    'restart telepay': async () => {
      await host?.stop();
      await startHost();
    },
    'start telepay-backup': runBackup,
  };
  const systemctl: Server = createServer((request, response) => {
    void text(request)
      .then(async (asked) => {
        const service = services[asked];
        if (service === undefined) throw new Error(`systemctl ${asked} is not played here`);
        await service();
        response.end();
      })
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  }).listen(0, '127.0.0.1');
  await once(systemctl, 'listening');

  const bin = join(root, 'bin');
  // The folder of the code, in which the guide also writes files.
  const code = join(root, 'telepay');
  for (const folder of [
    bin,
    ...['systemd/system', 'caddy', 'cron.d'].map((name) => join(root, 'etc', name)),
    code,
  ])
    mkdirSync(folder, { recursive: true });
  for (const name of ['infra', 'dist']) symlinkSync(join(ROOT, name), join(code, name));
  for (const [name, script] of Object.entries(SHIMS)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }

  async function run(blocks: readonly string[], input: readonly string[] = []): Promise<string> {
    const script = join(root, 'script.sh');
    writeFileSync(script, `set -eu\n${blocks.map(here).join('\n')}`);
    const child = spawn('sh', [script], {
      cwd: code,
      env: {
        PATH: `${bin}:${programs}:${process.env['PATH']}`,
        HOME: process.env['HOME'],
        ...clientEnvironment,
        SYSTEMCTL: `http://127.0.0.1:${(systemctl.address() as AddressInfo).port}`,
      },
    });
    // Commands that ask nothing may end before this.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input.map((line) => `${line}\n`).join(''));
    const [stdout, stderr, status] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit').then(([code]: (number | null)[]) => code),
    ]);
    if (status !== 0)
      throw new Error(`the guide's commands ended with ${String(status)}:\n${stdout}${stderr}`);
    return stdout;
  }

  return {
    postgres,
    url,
    hostOutput: () => host?.output() ?? '',
    run,
    close: async () => {
      await host?.stop();
      systemctl.close();
      await postgres.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
