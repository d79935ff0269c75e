import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { request, type OutgoingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPort } from '../playground/find-ports';

const START_TIMEOUT_MS = 20_000;
/** Short compared with a start, and long enough that polling does not slow the start down. */
const POLL_MS = 4;

export interface HttpCall {
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

export interface ServerOptions {
  /** A folder with a package.json that names the bundle. */
  readonly source: string;
  /** What the framework serves. Absent: the bundle serves by itself, at `PORT`. */
  readonly target?: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  /** Receives its output. A file, so that no process has to read a pipe meanwhile. */
  readonly logFile: string;
  /** The call that is repeated until the server answers 200. */
  readonly firstCall: HttpCall;
  /** The port to listen on. Default: any free port. */
  readonly port?: number;
}

export interface SpawnedServer {
  readonly url: string;
  readonly pid: number;
  /** From just before the process is spawned to the last byte of its first 200. */
  readonly startedInMs: number;
  stop(): Promise<void>;
}

const alive = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Starts `node` with these arguments. It ends with this process at the latest. */
export function spawnNode(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  logFile: string,
) {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', log, log] });
  closeSync(log);
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return child;
}

export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** The status of the answer, once its body was read; `undefined` if nothing listens on the port yet. */
export function ask(port: number, { method, path, headers, body }: HttpCall): Promise<number | undefined> {
  return new Promise((resolve) => {
    const length = Buffer.byteLength(body);
    const call = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...headers, 'Content-Length': length },
        agent: false,
      },
      (response) => response.resume().on('end', () => resolve(response.statusCode)),
    );
    call.on('error', () => resolve(undefined));
    call.end(body);
  });
}

/** The framework of the checkout that holds the bundle: a function registers with the copy that it finds itself, and no other. */
const frameworkOf = (source: string) =>
  join(
    dirname(createRequire(join(source, 'index.cjs')).resolve('@google-cloud/functions-framework')),
    'main.js',
  );

/** Serves a bundle in a separate process, with the real framework or by itself, and waits for its first 200. */
export async function spawnServer(options: ServerOptions): Promise<SpawnedServer> {
  const { source, target, environment, logFile, firstCall } = options;
  const port = options.port ?? (await findPort());
  const args =
    target === undefined
      ? [join(source, 'index.cjs')]
      : [frameworkOf(source), `--source=${source}`, `--target=${target}`, `--port=${port}`];
  const startedAt = performance.now();
  const child = spawnNode(args, { ...environment, PORT: String(port) }, logFile);
  let status = await ask(port, firstCall);
  while (status === undefined) {
    const hasEnded = child.exitCode !== null || performance.now() - startedAt > START_TIMEOUT_MS;
    if (hasEnded) break;
    await sleep(POLL_MS);
    status = await ask(port, firstCall);
  }
  const startedInMs = performance.now() - startedAt;
  if (status !== 200) {
    await endProcess(child);
    const said = readFileSync(logFile, 'utf8').slice(-2_000);
    throw new Error(`${target ?? source} answered its first request with ${status ?? 'nothing'}:\n${said}`);
  }
  const url = `http://127.0.0.1:${port}`;
  return { url, pid: child.pid ?? 0, startedInMs, stop: () => endProcess(child) };
}
