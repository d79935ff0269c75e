import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findPort } from '../../../playground/find-ports';
import { FOLDERS, type Target } from '../../../playground/stack-types';
import { call } from './call';
import { eventually } from './eventually';

const ROOT = join(__dirname, '../../..');
const FRAMEWORK = 'node_modules/@google-cloud/functions-framework/build/src/main.js';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** One function in its own process, started by the command of a deployment with only its own variables. */
export interface Alone {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything that it wrote, after it exited. */
  readonly ended: Promise<Ended>;
}

const alive = new Set<ChildProcess>();

/** Kills all functions that a test left running. */
export const killAll = (): void => alive.forEach((child) => child.kill('SIGKILL'));
process.once('exit', killAll);

export async function runAlone(target: Target, environment: Record<string, string>): Promise<Alone> {
  const port = await findPort();
  const args = [FRAMEWORK, `--source=dist/${FOLDERS[target]}`, `--target=${target}`, `--port=${port}`];
  const child = spawn(process.execPath, args, { cwd: ROOT, env: environment });
  alive.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const ended = once(child, 'close').then(([code]): Ended => {
    alive.delete(child);
    return { code: code as number | null, output };
  });
  return { url: `http://127.0.0.1:${port}`, child, ended };
}

/** Like `runAlone`, but waits until the function listens. */
export async function serveAlone(target: Target, environment: Record<string, string>): Promise<Alone> {
  const alone = await runAlone(target, environment);
  await eventually(() => call(alone.url, { method: 'OPTIONS' }));
  return alone;
}
