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
}

const QUIETLY = {
  CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
  CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: '1',
};

/** Runs commands in one project. */
export function commandRunner({ project, newSecret, environment }: RunOptions): Run {
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
    return start(program, words, {
      env: { ...environment, ...QUIETLY, ...env },
      input: input && (await textOf(input)),
    });
  };
  return run;
}

interface Start {
  readonly env: NodeJS.ProcessEnv;
  readonly input: string | undefined;
}

function start(program: string, args: readonly string[], { env, input }: Start): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env });
    let output = '';
    let trouble = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (trouble += text));
    child.on('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'ENOENT' ? `${program} is not installed.` : cause.message;
      reject(new CommandFailed(reason, { cause }));
    });
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new CommandFailed(`${program} ${args.slice(0, 4).join(' ')}: ${lastWords(trouble)}`));
    });
    child.stdin.on('error', () => undefined); // it ended without reading, and says why itself
    child.stdin.end(input ?? '');
  });
}

const MOST_LINES = 8;
const lastWords = (text: string): string =>
  text.trim().split('\n').slice(-MOST_LINES).join('\n') || 'it failed and said nothing';
