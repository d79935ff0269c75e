import { spawn } from 'node:child_process';
import { readSecret, type Command, type Input, type Lookup } from './command';

/** A command failed; its message is the command's own last words. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** Starts a command, waits for its end and returns what it wrote. Throws `CommandFailed`. */
export type Run = (command: Command) => Promise<string>;

export interface RunOptions {
  readonly project: string;
  /** Where a new secret's value comes from. */
  readonly newSecret: (variable: string) => Promise<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Starts a program and waits for its end; another than the usual one in tests. */
  readonly start?: StartProgram;
}

export type StartProgram = (
  program: string,
  args: readonly string[],
  options: StartOptions,
) => Promise<Ended>;

export interface StartOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly input: string | undefined;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const QUIETLY = {
  CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
  CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: '1',
};

/** Runs commands in one project. */
export function commandRunner({ project, newSecret, environment, start = startProgram }: RunOptions): Run {
  const textOf = async (input: Input): Promise<string> => {
    switch (input.type) {
      case 'json':
        return JSON.stringify(input.value);
      case 'new_secret':
        return newSecret(input.variable);
      case 'stored_password':
        return JSON.stringify({ '--password': await run(readSecret(input.secret)) });
    }
  };
  // Many commands look the same thing up, and nothing that they do changes it.
  const lookedUp = new Map<string, Promise<string>>();
  const flagOf = async ({ flag, command }: Lookup): Promise<string> => {
    const key = command.args.join(' ');
    const answer = lookedUp.get(key) ?? run(command);
    lookedUp.set(key, answer);
    return `${flag}=${(await answer).trim().replaceAll('\n', ',')}`;
  };
  const run: Run = async ({ program, args, env, input, lookup }) => {
    const all = lookup ? [...args, await flagOf(lookup)] : args;
    const words = program === 'gcloud' ? [...all, `--project=${project}`, '--quiet'] : all;
    const { code, stdout, stderr } = await start(program, words, {
      env: { ...environment, ...QUIETLY, ...env },
      input: input && (await textOf(input)),
    });
    if (code !== 0) throw new CommandFailed(`${program} ${args.slice(0, 4).join(' ')}: ${lastWords(stderr)}`);
    return stdout;
  };
  return run;
}

const startProgram: StartProgram = (program, args, { env, input }) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { env });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'ENOENT' ? `${program} is not installed.` : cause.message;
      reject(new CommandFailed(reason, { cause }));
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => undefined); // it ended without reading, and says why itself
    child.stdin.end(input ?? '');
  });

const MOST_LINES = 8;
const lastWords = (text: string): string =>
  text.trim().split('\n').slice(-MOST_LINES).join('\n') || 'it failed and said nothing';
