import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Ended } from '../../../infra/deploy/run-command';

/** Where the Google Cloud CLI is installed; undefined where it is not. */
function findSdk(): string | undefined {
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'gcloud'))
    .find(existsSync);
  const sdk = found && dirname(dirname(realpathSync(found)));
  return sdk && existsSync(join(sdk, 'lib/gcloud.py')) ? sdk : undefined;
}

const SDK = findSdk();

/** The real gcloud is tried where there is one; what needs none is tested everywhere. */
export const withGcloud = SDK === undefined ? describe.skip : describe;

/** The real gcloud, loaded once: a command takes a tenth of a second then, in place of a whole one. */
export interface Gcloud {
  run(args: readonly string[], input?: string): Promise<Ended>;
  close(): void;
}

/** `environment` is all that it knows of this machine. */
export function startGcloud(environment: Readonly<Record<string, string>>): Gcloud {
  if (SDK === undefined) throw new Error('gcloud is not installed');
  const bundled = join(SDK, 'platform/bundledpythonunix/bin/python3');
  const python = existsSync(bundled) ? bundled : 'python3';
  const child = spawn(python, [join(__dirname, 'gcloud-server.py'), join(SDK, 'lib')], {
    env: { PATH: process.env['PATH'], CLOUDSDK_CORE_DISABLE_PROMPTS: '1', ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting: ((answer: Ended) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line) as Ended));
  child.on('close', (code) => {
    for (const answer of waiting) answer({ code, stdout: '', stderr: 'gcloud’s server has ended' });
  });
  return {
    run: (args, input = '') =>
      new Promise((resolve) => {
        waiting.push(resolve);
        child.stdin.write(`${JSON.stringify({ args, input })}\n`);
      }),
    close: () => child.stdin.end(),
  };
}
