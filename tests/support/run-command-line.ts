import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of our commands as an operator does, in a process with only these variables. */
export const runCommandLine = (
  file: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const options = { cwd: ROOT, env: { PATH: process.env['PATH'], ...variables }, timeout: 60_000 };
    // Import tsx, because its own command would start a second process.
    execFile(process.execPath, ['--import', 'tsx', file, ...words], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
