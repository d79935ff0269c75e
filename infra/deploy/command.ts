/** One process to start. What a dry run prints is this, and what a deploy starts is this: there is no other. */
export interface Command {
  readonly program: 'gcloud' | 'npm';
  readonly args: readonly string[];
  /** Beside the environment that is there. */
  readonly env?: Readonly<Record<string, string>>;
  /** Given on standard input, where a secret is no line in a shell's history nor in a list of processes. */
  readonly input?: Input;
  /** One more flag, whose value only Google knows by then: it gave names to what an earlier stage made. */
  readonly lookup?: Lookup;
}

export interface Lookup {
  readonly flag: string;
  /** Its answer is the value, line for line with commas between. */
  readonly command: Command;
}

export type Input =
  | { readonly type: 'json'; readonly value: unknown }
  /** A new value for a secret: from the operator, or made up where nobody else needs to know it. */
  | { readonly type: 'new_secret'; readonly variable: string }
  /** A password as Secret Manager has it, in the form that `--flags-file` takes. */
  | { readonly type: 'stored_password'; readonly secret: string };

export const gcloud = (args: readonly string[], input?: Input): Command => ({
  program: 'gcloud',
  args,
  ...(input && { input }),
});

export const npm = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Command => ({
  program: 'npm',
  args,
  env,
});

/** For the flags of gcloud that take a file. */
export const STDIN = '-';
export const json = (value: unknown): Input => ({ type: 'json', value });

export const readSecret = (secret: string): Command =>
  gcloud(['secrets', 'versions', 'access', 'latest', `--secret=${secret}`]);

const PLAIN = /^[A-Za-z0-9_@%+=:,./^-]+$/;

const quote = (word: string): string => (PLAIN.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

/** The line a person would type into a shell to do the same, with the project it is done in. */
export function shellLine(project: string, { program, args, env = {}, input, lookup }: Command): string {
  const words = [
    ...Object.entries(env).map(([name, value]) => `${name}=${quote(value)}`),
    program,
    ...args.map(quote),
    ...(lookup ? [`${lookup.flag}="$(${shellLine(project, lookup.command)} | paste -sd, -)"`] : []),
    ...(program === 'gcloud' ? [`--project=${project}`] : []),
  ];
  const line = words.join(' ');
  switch (input?.type) {
    case undefined:
      return line;
    case 'json':
      return `${line} <<'EOF'\n${JSON.stringify(input.value, null, 2)}\nEOF`;
    case 'new_secret':
      return `${line} # reads ${input.variable} from standard input`;
    case 'stored_password':
      return `${shellLine(project, readSecret(input.secret))} | sed 's/.*/{"--password": "&"}/' | ${line}`;
  }
}
