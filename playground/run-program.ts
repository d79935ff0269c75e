import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { START_DEADLINE_MS } from './deadlines';

const ROOT = join(__dirname, '..');
const MAX_OUTPUT = 1_000_000;

/**
 * Ends a function whose parent has ended for any reason: the system then closes the parent's end of standard input. The
 * bundle contains none of this.
 */
const END_WITH_PARENT =
  '--import=data:text/javascript,process.stdin.on("end",()=>process.exit()).resume().unref()';

export interface ProgramOptions {
  /** What it is called if it does not start. */
  readonly name: string;
  /** The program and its arguments, for node. */
  readonly program: readonly string[];
  readonly port: number;
  readonly environment: Record<string, string>;
  /** Called with each line that the process writes. */
  readonly onLine?: (line: string) => void;
}

/** A process that serves a function, or several. */
export interface RunningProgram {
  readonly url: string;
  readonly pid: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Everything it has written, across restarts. */
  output(): string;
  /** Asks it to end (SIGTERM), as Cloud Run does. Resolves with its exit code, null if a signal ended it. */
  stop(): Promise<number | null>;
  /** Ends it at once (SIGKILL), as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

/** The running processes, each with a promise that resolves when it has exited and its whole output was read. */
const alive = new Map<ChildProcess, Promise<unknown>>();
process.on('exit', () => {
  for (const child of alive.keys()) child.kill('SIGKILL');
});

function launch({ program, environment }: ProgramOptions): ChildProcess {
  const args = [END_WITH_PARENT, ...program];
  // A separate process group, so that Ctrl-C reaches only the parent, which then stops everything in order.
  const child = spawn(process.execPath, args, { env: environment, cwd: ROOT, detached: true });
  alive.set(
    child,
    once(child, 'close').finally(() => alive.delete(child)),
  );
  return child;
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isOpen = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isOpen;
}

async function untilListening(child: ChildProcess, port: number, output: () => string): Promise<void> {
  const deadline = performance.now() + START_DEADLINE_MS;
  while (!(await isListening(port))) {
    if (!isRunning(child))
      throw new Error(`it exited at once with code ${String(child.exitCode)}:\n${output()}`);
    if (performance.now() > deadline) throw new Error(`it did not listen in time:\n${output()}`);
    await sleep(20);
  }
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  const ended = alive.get(child);
  if (isRunning(child)) child.kill(signal);
  await ended;
  return child.exitCode;
}

/** Starts a program and waits until it answers. Throws with its output if it does not. */
export async function runProgram(options: ProgramOptions): Promise<RunningProgram> {
  let output = '';
  let child: ChildProcess;
  const listen = (stream: NodeJS.ReadableStream | null) => {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output = (output + chunk).slice(-MAX_OUTPUT);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) options.onLine?.(line);
    });
  };
  const start = async () => {
    child = launch(options);
    listen(child.stdout);
    listen(child.stderr);
    try {
      await untilListening(child, options.port, () => output);
    } catch (cause) {
      await end(child, 'SIGKILL');
      throw new Error(`${options.name} did not start: ${(cause as Error).message}`, { cause });
    }
  };
  await start();
  return {
    url: `http://127.0.0.1:${options.port}`,
    get pid() {
      return child.pid ?? 0;
    },
    environment: options.environment,
    output: () => output,
    stop: () => end(child, 'SIGTERM'),
    kill: async () => {
      await end(child, 'SIGKILL');
    },
    start,
  };
}
