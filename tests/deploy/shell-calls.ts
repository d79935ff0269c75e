import { spawnSync } from 'node:child_process';

export interface ShellCall {
  readonly program: string;
  readonly args: readonly string[];
}

// Write each call at once, because both ends of a pipe may write at the same time.
const RECORD = `() { printf '%s\\0' "$FUNCNAME" "$@" $'\\1' >&3; cat >/dev/null; }`;

/**
 * Lets bash interpret a script and returns its calls of `programs`, with quotes, pipes and here documents resolved. Starts
 * none of them. Throws if bash can't read the script.
 */
export function callsIn(script: string, programs: readonly string[] = ['gcloud', 'npm']): ShellCall[] {
  const functions = programs.map((program) => `${program}${RECORD}`).join('\n');
  const { status, output, stderr } = spawnSync('bash', ['-c', `${functions}\n${script}`], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`bash: ${stderr}`);
  return String(output[3])
    .split('\u0001\0')
    .filter((call) => call !== '')
    .map((call) => {
      const [program = '', ...args] = call.split('\0').slice(0, -1);
      return { program, args };
    });
}
