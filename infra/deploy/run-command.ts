import { spawn } from 'node:child_process';
import { purposeKey } from '../../shared/security/purpose-keys';
import { filledJson, readSecret, type Command, type Input } from './command';

/** A command failed; the message has the last lines of its output. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** Runs a command to its end and returns its output. Throws `CommandFailed`. */
export type Run = (command: Command) => Promise<string>;

export interface RunOptions {
  readonly project: string;
  /** Returns the value of a new secret. */
  readonly newSecret: (variable: string) => Promise<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How long a command may take. Absent: as long as it takes, because Google makes a database for a quarter of an hour. */
  readonly limitMs?: number;
}

const NO_PROMPTS = {
  CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
  CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: '1',
};

/** Runs commands in one project. */
export function commandRunner({ project, newSecret, environment, limitMs }: RunOptions): Run {
  const textOf = async (input: Input): Promise<string> => {
    switch (input.type) {
      case 'json':
        return input.from ? filledJson(input.value, await lookUp(input.from)) : JSON.stringify(input.value);
      case 'new_secret':
        return newSecret(input.variable);
      case 'derived_key':
        return purposeKey(input.purpose, (await run(readSecret(input.secret))).trim()).toString('hex');
    }
  };
  // Many commands look up the same value, and none of them changes it.
  const lookedUp = new Map<string, Promise<string>>();
  const lookUp = (command: Command): Promise<string> => {
    const key = command.args.join(' ');
    const answer = lookedUp.get(key) ?? run(command);
    lookedUp.set(key, answer);
    // A failure is not kept, because the command may be tried again.
    answer.catch(() => lookedUp.delete(key));
    return answer;
  };
  const run: Run = async ({ program, args, env, input, lookup }) => {
    const all = lookup ? [...args, (await lookUp(lookup)).trim()] : args;
    const words = program === 'gcloud' ? [...all, `--project=${project}`, '--quiet'] : all;
    return start(program, words, {
      env: { ...environment, ...NO_PROMPTS, ...env },
      input: input && (await textOf(input)),
      limitMs,
    });
  };
  return run;
}

interface Start {
  readonly env: NodeJS.ProcessEnv;
  readonly input: string | undefined;
  readonly limitMs: number | undefined;
}

function start(program: string, args: readonly string[], { env, input, limitMs }: Start): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, timeout: limitMs });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'ENOENT' ? `${program} is not installed.` : cause.message;
      reject(new CommandFailed(reason, { cause }));
    });
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else {
        // Only the time limit kills it.
        const ended = child.killed ? `there was no answer within ${(limitMs ?? 0) / 1000} s` : undefined;
        const reason = ended ?? (program === 'npm' ? lastLines(`${output}\n${errors}`) : reasonOf(errors));
        reject(new CommandFailed(`${program} ${args.slice(0, 4).join(' ')}: ${reason}`));
      }
    });
    child.stdin.on('error', () => undefined); // a process that ends without reading reports why itself
    child.stdin.end(input ?? '');
  });
}

/** What gcloud puts around Google's sentence. */
const AROUND = [
  /^ERROR: \([\w.-]+\) /,
  /^(OperationError|ResponseError): (status=\[\d+\], )?code=\[?\w+\]?, message=\[?/,
  // Details for programs, often longer than the sentence.
  /\n- '@type':.*$/s,
  /\nDetails: *\n.*$/s,
];

/** Why gcloud failed: Google's sentence, without progress and without details for programs. */
export function reasonOf(errors: string): string {
  const start = errors.lastIndexOf('ERROR: (gcloud.');
  if (start === -1) return lastLines(errors);
  return lastLines(AROUND.reduce((text, around) => text.replace(around, ''), errors.slice(start)));
}

const MOST_LINES = 8;
const lastLines = (text: string): string =>
  text.trim().split('\n').slice(-MOST_LINES).join('\n') || 'it failed without a message';
